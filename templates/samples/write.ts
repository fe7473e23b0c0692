// Days and rows as exports write them.

import { partsOf } from "./deals";

/** `2026-11-20`; nothing for no day. */
export function iso(day: number | null): string {
  return day === null ? "" : new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** `2026-11-20 09:35`; the time follows from `number`, so that it is the same at every run. */
export function isoTime(day: number | null, number: number): string {
  return day === null ? "" : `${iso(day)} ${timeOf(number)}`;
}

/** `11/20/2026`. */
export function american(day: number | null): string {
  if (day === null) return "";
  const [year, month, date] = partsOf(day);
  return `${month}/${date}/${year}`;
}

/** `2026/11/20`. */
export function slashed(day: number | null): string {
  return day === null ? "" : partsOf(day).join("/");
}

/** `09:35`, in office hours. */
export function timeOf(number: number): string {
  return `${String(9 + (number * 7) % 9).padStart(2, "0")}:${String((number * 13) % 60).padStart(2, "0")}`;
}

/** Rows as CSV; `all` quotes every cell, as HubSpot does. */
export function csv(rows: readonly (readonly string[])[], quotes: "all" | "needed" = "needed"): string {
  return rows.map((cells) => cells.map((cell) => (quotes === "all" || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")).join("\r\n") + "\r\n";
}
