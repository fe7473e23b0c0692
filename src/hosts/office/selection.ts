// The selected cells, or the table around one selected cell, as text a reader of exports understands.

import { isoOf, type Day } from "../../values";
import { HostError, type Selection } from "../live";
import { cellCount, placeOf } from "./area";
import { readGrids } from "./grid";

/** Excel gives no more cells at once; a selection is a table, not a sheet of everything. */
const mostCells = 5_000_000;

export async function readSelection(context: Excel.RequestContext): Promise<Selection> {
  const { range, table } = await selectedRange(context);
  const used = range.isEntireColumn || range.isEntireRow ? range.getUsedRangeOrNullObject(true).load("address") : null;
  if (used) await context.sync();
  const place = used?.isNullObject ? null : placeOf((used ?? range).address);
  if (!place) throw new HostError([{ kind: "no-selection" }]);
  if (cellCount(place.area) > mostCells) throw new HostError([{ kind: "selection-too-big" }]);
  const [grid] = await readGrids(context, [place], "numberFormat");
  const lines = (grid?.values ?? []).map((row, down) => row.map((value, across) => cellText(value, String(grid?.formulas[down]?.[across] ?? ""))).join("\t"));
  if (lines.every((line) => line.trim() === "")) throw new HostError([{ kind: "no-selection" }]);
  return { name: table ?? place.sheet, sheet: place.sheet, area: place.area, text: lines.join("\n") };
}

/** One cell stands for the table, or the block of cells, around it. */
async function selectedRange(context: Excel.RequestContext): Promise<{ range: Excel.Range; table: string | null }> {
  const selected = context.workbook.getSelectedRange().load("address,cellCount,isEntireColumn,isEntireRow");
  const tables = selected.getTables().load("items/name");
  await context.sync().catch((error: unknown) => {
    throw isNoRange(error) ? new HostError([{ kind: "no-selection" }]) : error;
  });
  const table = tables.items[0];
  if (selected.cellCount !== 1) return { range: selected, table: tables.items.length === 1 ? (table?.name ?? null) : null };
  const range = (table ? table.getRange() : selected.getSurroundingRegion()).load("address,isEntireColumn,isEntireRow");
  await context.sync();
  return { range, table: table?.name ?? null };
}

/** A chart is selected, or several areas. */
function isNoRange(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && /^(InvalidSelection|InvalidReference|ItemNotFound|InvalidArgument)$/.test(String(error.code));
}

function cellText(value: unknown, format: string): string {
  if (typeof value === "number") return numberText(value, format);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const text = String(value ?? "");
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Hours, minutes or seconds counted through, such as `[h]:mm`, are a length of time and no day. */
function numberText(value: number, format: string): string {
  if (/\[(?:h+|m+|s+)\]/i.test(format.replace(/"[^"]*"|\\./g, ""))) return String(value);
  const code = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "").toLowerCase();
  if (/general/.test(code)) return String(value);
  if (/[yd]|m(?!.*[#0])/.test(code) && value >= 1) return dayText(value);
  return code.includes("%") ? `${Number((value * 100).toPrecision(14))}%` : String(value);
}

function dayText(value: number): string {
  const seconds = Math.round((value - Math.floor(value)) * 86_400);
  const day = isoOf(value as Day);
  if (seconds === 0) return day;
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, "0"));
  return `${day} ${parts.join(":")}`;
}
