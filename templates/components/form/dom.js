/**
 * Makes elements. Texts become text, never HTML.
 * @module
 */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | boolean | undefined>} [attributes] true is an attribute without a value
 * @param {(Node | string | false | undefined)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== false && child !== undefined));
  return element;
}

let last = 0;

/** An id that no other element has. */
export const id = () => `veld-${++last}`;

/** @type {DocumentFragment | undefined} */
let icons;

/** @param {HTMLTemplateElement} template with the icons of the form */
export const useIcons = (template) => (icons = template.content);

/** @param {string} name */
export const icon = (name) => icons?.querySelector(`[data-icon="${name}"]`)?.firstElementChild?.cloneNode(true) ?? "";

/** A button. @param {string} text @param {() => void} press @param {string} [name] of an icon @param {string} [label] for screen readers */
export function button(text, press, name, label) {
  const made = h("button", { type: "button", class: "button button-quiet", "aria-label": label }, name ? icon(name) : "", text);
  made.addEventListener("click", press);
  return made;
}
