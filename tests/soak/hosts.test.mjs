// The site on real web servers, with the settings of docs/hosting.md: at the root
// and below a path, with compressed files, and under a load.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { madeUp, project } from "../support/content.mjs";
import { freePort } from "../support/port.mjs";

const manual = readFileSync(join(project, "docs/hosting.md"), "utf8");
const settings = (kind) => new RegExp("```" + kind + "\\n([^]*?)```").exec(manual)[1];
// What goes with every answer, from the first table of headers.
const [everywhere, admin] = readFileSync(join(project, "netlify.toml"), "utf8").split("[[headers]]").slice(1)
  .map((block) => [...block.matchAll(/^ +([A-Z][A-Za-z-]+) = "(.*)"$/gm)].map(([, name, value]) => [name.toLowerCase(), value]));
const requests = Number(process.env.KAARTENBAK_REQUESTS ?? 20_000);

const agent = new Agent({ keepAlive: true, maxSockets: 32 });

/** Asks for an address as it is, without what fetch does by itself. A connection
 * that the server closes while it is taken again is asked anew, as browsers do. */
function get(port, path, headers = {}, method = "GET") {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers: { Host: "kaartenbak.example", ...headers }, agent }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    asked.on("error", (error) => (asked.reusedSocket && error.code === "ECONNRESET" ? resolve(get(port, path, headers, method)) : reject(error)));
    asked.end();
  });
}

const servers = {
  nginx(dir, root, port, path) {
    const conf = settings("nginx").replace("listen 80;", `listen 127.0.0.1:${port};`).replace("/srv/kaartenbak", root).replace("error_page 404 /", `error_page 404 ${path}`);
    writeFileSync(join(dir, "nginx.conf"), `${process.getuid() === 0 ? "user root;\n" : ""}daemon off; pid ${dir}/pid; error_log ${dir}/errors warn;
events {}
http { access_log off; include /etc/nginx/mime.types; client_body_temp_path ${dir}/a; proxy_temp_path ${dir}/b; fastcgi_temp_path ${dir}/c; uwsgi_temp_path ${dir}/d; scgi_temp_path ${dir}/e;
${conf}}`);
    return ["/usr/sbin/nginx", ["-e", `${dir}/errors`, "-c", join(dir, "nginx.conf")]];
  },
  caddy(dir, root, port, path) {
    const conf = settings("caddyfile").replace("kaartenbak.example {", `http://kaartenbak.example:${port} {\n\tbind 127.0.0.1`).replace("/srv/kaartenbak", root)
      .replace("rewrite * /404.html", `rewrite * ${path}404.html`).replace(/path \/(assets|admin)\/\*/g, `path ${path}$1/*`);
    writeFileSync(join(dir, "Caddyfile"), `{\n\tadmin off\n\tauto_https off\n}\n${conf}`);
    return ["caddy", ["run", "--config", join(dir, "Caddyfile"), "--adapter", "caddyfile"]];
  },
  // At the root with the settings in its <Directory>, below a path as .htaccess.
  apache(dir, root, port, path) {
    const conf = settings("apache").replace("ErrorDocument 404 /", `ErrorDocument 404 ${path}`);
    if (path !== "/") writeFileSync(join(root, path, ".htaccess"), conf);
    const modules = ["mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "deflate", "filter"]
      .map((module) => `LoadModule ${module}_module /usr/lib/apache2/modules/mod_${module}.so`);
    writeFileSync(join(dir, "apache.conf"), `${modules.join("\n")}
${process.getuid() === 0 ? "User www-data\nGroup www-data\n" : ""}ServerRoot ${dir}
ServerName kaartenbak.example
DefaultRuntimeDir ${dir}
PidFile ${dir}/pid
ErrorLog ${dir}/errors
TypesConfig /etc/mime.types
Listen 127.0.0.1:${port}
DocumentRoot ${root}
<Directory ${root}>
Require all granted
AllowOverride ${path === "/" ? `None\n${conf}` : "All\n"}</Directory>
`);
    return ["/usr/sbin/apache2", ["-f", join(dir, "apache.conf"), "-D", "FOREGROUND"]];
  },
};

for (const [name, configure] of Object.entries(servers)) {
  for (const path of ["/", "/onder/een/pad/"]) {
    describe(`${name} at ${path}`, () => {
      let dir, out, port, child;
      before(async () => {
        dir = mkdtempSync(join(tmpdir(), `kaartenbak-${name}-`));
        chmodSync(dir, 0o755);
        out = join(dir, "www", path);
        mkdirSync(out, { recursive: true });
        execFileSync("go", ["run", "./cmd/kaartenbak", "build", "--precompress", "--content", madeUp(join(dir, "content")), "--today", "2026-11-22",
          "--base-url", `https://kaartenbak.example${path}`, "--out", out], { cwd: project, stdio: "ignore" });
        port = await freePort();
        const [program, args] = configure(dir, join(dir, "www"), port, path);
        let said = "";
        child = spawn(program, args, { env: { ...process.env, HOME: dir, XDG_DATA_HOME: dir, XDG_CONFIG_HOME: dir }, stdio: ["ignore", "pipe", "pipe"] });
        for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
        for (let tries = 0; ; tries++) {
          try {
            await get(port, path);
            break;
          } catch (error) {
            if (tries > 100 || child.exitCode !== null) throw new Error(`${name} does not answer: ${said}`, { cause: error });
            await new Promise((resolve) => setTimeout(resolve, 100));
          }
        }
      });
      after(async () => {
        const ended = new Promise((resolve) => child?.on("exit", resolve));
        child?.kill("SIGTERM");
        await ended;
        rmSync(dir, { recursive: true, force: true });
      });
      const files = () => readdirSync(out, { recursive: true }).map(String).filter((file) => statSync(join(out, file)).isFile());
      const visible = () => files().filter((file) => !/^[._]/.test(file) && !/\.(br|gz)$/.test(file));

      test("serves every file, with its kind, its policy and how long to keep it", async () => {
        const kinds = { html: /^text\/html; charset=utf-8$/i, css: /^text\/css/, js: /javascript/, json: /^application\/json/, md: /^text\/markdown; charset=utf-8$/, csv: /^text\/csv; charset=utf-8$/, ics: /^text\/calendar; charset=utf-8$/, xml: /xml/, svg: /^image\/svg\+xml/, txt: /^text\/plain/ };
        for (const file of visible()) {
          const answer = await get(port, path + file.replace(/(^|\/)index\.html$/, "$1"));
          assert.equal(answer.status, 200, file);
          assert.ok(answer.body.equals(readFileSync(join(out, file))), file);
          const kind = kinds[file.split(".").at(-1)];
          assert.match(answer.headers["content-type"] ?? "", kind ?? /./, file);
          for (const [header, value] of everywhere) assert.equal(answer.headers[header], value, file);
          assert.equal(answer.headers["cache-control"], file.startsWith("assets/") ? "public, max-age=31536000, immutable" : "public, max-age=0, must-revalidate", file);
        }
      });

      test("gives the editing system the policy that it needs, and no other page", async () => {
        mkdirSync(join(out, "admin"));
        writeFileSync(join(out, "admin/index.html"), "<!doctype html><title>x</title>");
        const answer = await get(port, `${path}admin/`);
        assert.equal(answer.status, 200);
        for (const [header, value] of Object.entries({ ...Object.fromEntries(everywhere), ...Object.fromEntries(admin) })) assert.equal(answer.headers[header], value);
        rmSync(join(out, "admin"), { recursive: true });
      });

      test("has a page revalidated without sending it again", async () => {
        const first = await get(port, path);
        const again = await get(port, path, first.headers.etag ? { "If-None-Match": first.headers.etag } : { "If-Modified-Since": first.headers["last-modified"] });
        assert.equal(again.status, 304);
      });

      test("serves compressed what is compressed", async () => {
        for (const file of visible().filter((file) => /\.(html|js|css)$/.test(file)).slice(0, 40)) {
          const url = path + file.replace(/(^|\/)index\.html$/, "$1");
          const packed = await get(port, url, { "Accept-Encoding": "gzip" });
          if (files().includes(file + ".gz")) assert.equal(packed.headers["content-encoding"], "gzip", file);
          const body = packed.headers["content-encoding"] === "gzip" ? gunzipSync(packed.body) : packed.body;
          assert.ok(body.equals(readFileSync(join(out, file))), file);
          for (const [header, value] of everywhere) assert.equal(packed.headers[header], value, file);
          if (name !== "nginx" && files().includes(file + ".br")) { // nginx needs a module for it
            const brotli = await get(port, url, { "Accept-Encoding": "br" });
            assert.equal(brotli.headers["content-encoding"], "br", file);
            assert.ok(brotliDecompressSync(brotli.body).equals(body), file);
          }
        }
      });

      test("sends an address without its slash on, within the site", async () => {
        const answer = await get(port, `${path}keuzehulpen`);
        assert.ok([301, 302, 307, 308].includes(answer.status), String(answer.status));
        assert.equal(new URL(answer.headers.location, `http://kaartenbak.example${path}`).pathname, `${path}keuzehulpen/`);
      });

      test("answers 404 with the page for it, and keeps that for nobody", async () => {
        const page = readFileSync(join(out, "404.html"));
        for (const missing of ["er/is/niets/", "keuzehulpen/niets", "assets/niets.js", "_headers", ".kaartenbak"]) {
          for (const packed of [false, true]) {
            const answer = await get(port, path + missing, packed ? { "Accept-Encoding": "gzip" } : {});
            assert.equal(answer.status, 404, missing);
            assert.ok((answer.headers["content-encoding"] === "gzip" ? gunzipSync(answer.body) : answer.body).equals(page), missing);
            for (const [header, value] of everywhere) assert.equal(answer.headers[header], value, missing);
            assert.doesNotMatch(answer.headers["cache-control"] ?? "", /immutable/, missing);
          }
        }
      });

      test("gives nothing outside the site", async () => {
        for (const outside of ["keuzehulpen/..%2f..%2f..%2f..%2f..%2f..%2f..%2fetc/passwd", "%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "assets/../../../../../../etc/passwd"]) {
          const answer = await get(port, path + outside);
          assert.ok([400, 403, 404].includes(answer.status), `${outside}: ${answer.status}`);
          assert.doesNotMatch(answer.body.toString(), /root:/, outside);
        }
      });

      test("lists no folder", async () => {
        const answer = await get(port, `${path}assets/`);
        assert.ok([403, 404].includes(answer.status), String(answer.status));
      });

      if (path === "/") test("stands a load", async () => {
        const all = visible();
        const expected = new Map(all.map((file) => [file, readFileSync(join(out, file)).length]));
        let next = 0;
        const start = Date.now();
        await Promise.all(Array.from({ length: 32 }, async () => {
          while (next < requests) {
            const file = all[next++ % all.length];
            const answer = await get(port, path + file.replace(/(^|\/)index\.html$/, "$1"));
            assert.equal(answer.status, 200, file);
            assert.equal(answer.body.length, expected.get(file), file);
          }
        }));
        console.log(`${name}: ${requests} requests in ${Date.now() - start} ms`);
      });
    });
  }
}
