// How does Excel show this value? Close enough for a picture of the workbook.

import type { Format, WorkbookPlan } from "../../sheets/plan";
import { numberFormat } from "../../sheets/theme";
import { isoOf, type CellValue, type Day } from "../../values";

export type Book = Pick<WorkbookPlan, "language" | "currency">;

/** The text of a cell. */
export function shown(value: CellValue, format: Format, book: Book): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  return shownNumber(value, format, book);
}

/** A number in few characters, for the axis of a chart. */
export function shownShort(value: number, format: Format, book: Book): string {
  if (format !== "money" && format !== "count" && format !== "general" && format !== "decimal") return shownNumber(value, format, book);
  const short = new Intl.NumberFormat(book.language, { notation: "compact", maximumFractionDigits: 1 }).format(value);
  return format === "money" ? symbolOf(book) + short : short;
}

function shownNumber(value: number, format: Format, book: Book): string {
  switch (format) {
    case "general":
    case "text": return general(value);
    case "count": return fixed(value, 0);
    case "decimal": return fixed(value, 2);
    case "score": return value.toFixed(0);
    case "money": return value < 0 ? `-${symbolOf(book)}${fixed(-value, 0)}` : symbolOf(book) + fixed(value, 0);
    case "moneyShort": return value >= 10_000 ? shownShort(value, "money", book) : shownNumber(value, "money", book);
    case "percent": return `${fixed(value * 100, 1)}%`;
    case "change": return `${value > 0 ? "+" : ""}${fixed(value * 100, 1)}%`;
    case "day": return isoOf(value as Day);
    case "month": return isoOf(value as Day).slice(0, 7);
    case "days": return fixed(value, 0) + (book.language === "zh-CN" ? "天" : " d");
    case "ratio": return `${value.toFixed(1)}×`;
  }
}

/** At most eleven characters, the point among them. */
function general(value: number): string {
  const whole = Math.max(1, Math.floor(Math.log10(Math.abs(value) || 1)) + 1);
  return whole > 11 ? value.toExponential(5).toUpperCase() : String(Number(value.toFixed(Math.max(0, 10 - whole))));
}

function fixed(value: number, digits: number): string {
  return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function symbolOf(book: Book): string {
  return /^"([^"]*)"/.exec(numberFormat("money", book))?.[1] ?? "";
}
