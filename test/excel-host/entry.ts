// What Excel makes of something typed into a cell: a number, a day, a formula, or text.

import type { Cell } from "./grid";

/** `format` is what Excel gives a cell that has none of its own. */
interface Entered {
  readonly value: Cell;
  readonly formula?: string;
  readonly format?: string;
}

export const errorTexts = ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"];

/** In a cell with the format `@` everything is text. */
export function entered(input: Cell, format: string): Entered {
  if (format === "@") return { value: typeof input === "boolean" ? String(input).toUpperCase() : String(input) };
  if (typeof input !== "string") return { value: input };
  if (input.startsWith("'")) return { value: input.slice(1) };
  if (input.startsWith("=") && input.length > 1) return { value: 0, formula: input };
  const text = input.trim();
  if (text === "" || !/[\d#]|^[-+=@]|^(true|false)$/i.test(text)) return { value: input };
  return word(text) ?? number(text) ?? day(text) ?? time(text) ?? (/^[-+]./.test(text) ? { value: 0, formula: `=${text}` } : { value: input });
}

function word(text: string): Entered | undefined {
  if (/^(true|false)$/i.test(text)) return { value: text.toUpperCase() === "TRUE" };
  return errorTexts.includes(text.toUpperCase()) ? { value: text.toUpperCase() } : undefined;
}

const digits = "(?:\\d{1,3}(?:,\\d{3})+|\\d+)?(?:\\.\\d*)?";
const shapes = new RegExp(`^(?<open>\\()?(?<sign>[-+])?\\s*(?<money>[$€£¥])?\\s*(?<sign2>[-+])?(?<digits>${digits})(?<power>e[-+]?\\d+)?\\s*(?<percent>%)?(?<close>\\))?$`, "i");

function number(text: string): Entered | undefined {
  const found = shapes.exec(text)?.groups;
  if (!found || !/\d/.test(found.digits ?? "") || Boolean(found.open) !== Boolean(found.close)) return fraction(text);
  const negative = found.open !== undefined || found.sign === "-" || found.sign2 === "-";
  const size = Number(`${found.digits!.replaceAll(",", "")}${found.power ?? ""}`) / (found.percent ? 100 : 1);
  const value = negative ? -size : size;
  const decimals = found.digits!.includes(".");
  if (found.percent) return { value, format: decimals ? "0.00%" : "0%" };
  if (found.money) return { value, format: `${found.money}#,##0${decimals ? ".00" : ""}` };
  if (found.power) return { value, format: "0.00E+00" };
  return found.digits!.includes(",") ? { value, format: decimals ? "#,##0.00" : "#,##0" } : { value };
}

function fraction(text: string): Entered | undefined {
  const found = /^(-?\d+) (\d+)\/(\d+)$/.exec(text);
  return found ? { value: Number(found[1]) + Number(found[2]) / Number(found[3]), format: "# ?/?" } : undefined;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** The year of days typed without one: that of the tests. */
const thisYear = 2026;

function day(text: string): Entered | undefined {
  const [, date = "", clock = ""] = /^(.*?)(?:[ T](\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?))?$/i.exec(text) ?? [];
  const found = days(date);
  if (!found) return undefined;
  const part = clock === "" ? 0 : time(clock)?.value;
  return typeof part !== "number" ? undefined : { value: found.serial + part, format: clock === "" ? found.format : "m/d/yyyy h:mm" };
}

function days(text: string): { readonly serial: number; readonly format: string } | undefined {
  const iso = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  if (iso) return dated(Number(iso[1]), Number(iso[2]), Number(iso[3]), "m/d/yyyy");
  const american = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})$/.exec(text);
  if (american) return dated(fullYear(american[3]!), Number(american[1]), Number(american[2]), "m/d/yyyy");
  const short = /^(\d{1,2})[-/](\d{1,4})$/.exec(text);
  if (short) return dated(thisYear, Number(short[1]), Number(short[2]), "d-mmm") ?? dated(fullYear(short[2]!), Number(short[1]), 1, "mmm-yy");
  const named = /^(?:(\d{1,2})[- ])?([a-z]{3,9})\.?[- ]?(?:(\d{1,2}),? ?)?(\d{4}|\d{2})?$/i.exec(text);
  const month = months.indexOf(named?.[2]?.slice(0, 3).toLowerCase() ?? "") + 1;
  if (!named || month === 0 || (named[1] ?? named[3] ?? named[4]) === undefined) return undefined;
  const date = named[1] ?? named[3];
  return dated(named[4] ? fullYear(named[4]) : thisYear, month, Number(date ?? 1), date === undefined ? "mmm-yy" : named[4] ? "d-mmm-yy" : "d-mmm");
}

function fullYear(text: string): number {
  return text.length > 2 ? Number(text) : Number(text) + (Number(text) < 30 ? 2000 : 1900);
}

function dated(year: number, month: number, date: number, format: string): { serial: number; format: string } | undefined {
  const made = new Date(Date.UTC(year, month - 1, date));
  if (year < 1900 || year > 9999 || made.getUTCMonth() !== month - 1 || made.getUTCDate() !== date) return undefined;
  return { serial: made.getTime() / 86_400_000 + 25_569, format };
}

function time(text: string): Entered | undefined {
  const found = /^(\d{1,2}):(\d{2})(?::(\d{2}))? ?([ap]m)?$/i.exec(text);
  if (!found || Number(found[2]) > 59) return undefined;
  const hours = (Number(found[1]) % (found[4] ? 12 : 100)) + (found[4]?.toLowerCase() === "pm" ? 12 : 0);
  return { value: (hours * 3600 + Number(found[2]) * 60 + Number(found[3] ?? 0)) / 86_400, format: found[4] ? "h:mm AM/PM" : "h:mm" };
}
