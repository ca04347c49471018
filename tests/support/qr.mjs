// Reads QR codes from what is seen: a part of a page, or a printed sheet.
import { execFileSync } from "node:child_process";
import jsqr from "jsqr";

/** The text of the one code in a picture, or null. @param {{data: Uint8ClampedArray, width: number, height: number}} picture */
const decode = ({ data, width, height }) => jsqr(data, width, height)?.data ?? null;

/**
 * The text of the code in an element, as it is shown.
 * @param {import("playwright-core").Locator} element
 */
export async function readShown(element) {
  const picture = (await element.screenshot()).toString("base64");
  const blank = await element.page().context().newPage();
  const { grey, width, height } = await blank.evaluate(async (picture) => {
    const image = new Image();
    image.src = `data:image/png;base64,${picture}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
    let grey = ""; // one character for each point
    for (let i = 0; i < data.length; i += 4) grey += String.fromCharCode((data[i] + data[i + 1] + data[i + 2]) / 3);
    return { grey, width, height };
  }, picture);
  await blank.close();
  return decode({ data: Uint8ClampedArray.from({ length: 4 * width * height }, (_, i) => (i % 4 === 3 ? 255 : grey.charCodeAt(i >> 2))), width, height });
}

/**
 * The texts of the codes on a printed sheet, one for each quarter of it.
 * @param {Buffer} pdf
 * @param {number} sheet from 1
 */
export function readPrinted(pdf, sheet = 1) {
  const number = String(sheet);
  const ppm = execFileSync("pdftoppm", ["-r", "150", "-f", number, "-l", number, "-"], { input: pdf, maxBuffer: 1 << 28 });
  const [head, w, h] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString("latin1")) ?? [];
  if (!head) throw new Error("pdftoppm gave no picture");
  const [width, height] = [Math.floor(Number(w) / 2), Math.floor(Number(h) / 2)];
  return [[0, 0], [width, 0], [0, height], [width, height]].map(([left, top]) => {
    const data = new Uint8ClampedArray(4 * width * height).fill(255);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const from = head.length + 3 * ((top + y) * Number(w) + left + x);
        for (let c = 0; c < 3; c++) data[4 * (y * width + x) + c] = ppm[from + c];
      }
    }
    return decode({ data, width, height });
  });
}
