/**
 * Dates as authors write them: 2021, 2021-10, 2021-10-05, medio 2021.
 * @module
 */
import { data, pattern, short, words } from "./data.js";

/** @typedef {{year: number, month: number, day: number, about: string}} Day */

/**
 * @param {string} text
 * @returns {Day | string} the date, or what is wrong with it
 */
export function parseDate(text) {
  const wrong = (/** @type {string} */ name, /** @type {string | number} */ arg) => words(name, arg).message;
  const m = pattern("datum").exec(text);
  if (!m || (m[1] && m[4])) return wrong("geen-datum", short(text));
  const day = { year: Number(m[2]), month: Number(m[3] ?? 0), day: Number(m[4] ?? 0), about: m[1] === "half" ? "medio" : (m[1] ?? "") };
  if (day.year < 1900 || day.year > 2100) return wrong("geen-jaar", day.year);
  if (m[3] && (day.month < 1 || day.month > 12)) return wrong("geen-maand", m[3]);
  if (m[4] && new Date(start(day)).toISOString().slice(0, 10) !== text.slice(-10)) return wrong("geen-dag", text);
  return day;
}

/** The first day that a date may be, in milliseconds. @param {Day} d */
export const start = (d) => Date.UTC(d.year, Math.max(d.month, 1) - 1, Math.max(d.day, 1));

/** The last day that a date may be. @param {Day} d */
export function end(d) {
  if (d.day) return start(d);
  return d.month ? Date.UTC(d.year, d.month, 0) : Date.UTC(d.year, 11, 31);
}

/** Today, in milliseconds: by the Dutch clock, for the site may have been made days ago. */
export function today() {
  const now = new Intl.DateTimeFormat("sv", { timeZone: "Europe/Amsterdam" }).format(new Date()); // Swedes write 2026-11-22
  return Date.parse(now > data.today ? now : data.today);
}

/** A day some years later. @param {number} time @param {number} years */
export function later(time, years) {
  const day = new Date(time);
  return day.setUTCFullYear(day.getUTCFullYear() + years);
}

/** @param {Day} d */
export function dateText(d) {
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return (d.about && `${d.about} `) + String(d.year).padStart(4, "0") + (d.month ? `-${two(d.month)}` : "") + (d.day ? `-${two(d.day)}` : "");
}
