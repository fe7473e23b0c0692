// Grades and their minimums: a preset word, or a table with or without headings.

import { gradeThresholds, sortedThresholds, type Threshold } from "../../metrics/lead-grade";
import { refuse, shown } from "../../metrics/refusal";
import { numberIn } from "../../crm/readers/sure";
import { isBlank, optional, required, type Cell, type Cells } from "./cells";
import { choice, readChoice } from "./choice";
import { readNumberCell } from "./figures";
import { isCaption } from "./rows";
import { readAt, readText } from "./rules";

const presets = { default: "true,1,yes,y,是,真,默认", article: "文章,文章代码", "article-prose": "文章正文" };
const readSign = readChoice({ ">=": "≥", ">": ">" });

/** The thresholds from the highest down; the common ones where the argument is TRUE, null where it is FALSE or was left out. */
export function thresholdsAsked(name: string, cells: Cells): readonly Threshold[] | null {
  const preset = isSingle(name, cells) ? choice(name, cells, { ...presets, no: "false,0,n,否,假" }, "no") : null;
  return preset === "no" ? null : thresholdsIn(name, cells);
}

/** The thresholds from the highest down; the common ones where the argument was left out. */
export function thresholdsIn(name: string, cells: Cells): readonly Threshold[] {
  if (isSingle(name, cells)) return gradeThresholds[choice(name, cells, presets, "default")];
  const given = required(name, cells);
  const lines = given.rows.map((row, at) => ({ row, at: { argument: name, row: at + 1 } })).filter(({ row }) => !row.every(isBlank));
  const columns = given.rows[0]!.map((_, column) => column);
  const [minimum, other] = columns.filter((column) => lines.some(({ row }) => isFigure(row[column])));
  const sign = columns.find((column) => lines.some(({ row }) => /^[<=>≤≥＞]/.test(String(row[column]))));
  const label = columns.find((column) => column !== minimum && column !== sign);
  if (minimum === undefined || other !== undefined || label === undefined) refuse("no-column", name, { column: "label, minimum", found: given.rows[0]!.map(shown).join(", ") });
  const isHeaded = isCaption(lines[0]!.row[minimum]);
  const seen = new Map<string, Threshold>();
  for (const { row, at } of isHeaded ? lines.slice(1) : lines) {
    if (isBlank(row[label])) refuse("blank", name, { row: at.row });
    const least = isBlank(row[minimum]) ? -Infinity : readAt(row[minimum], at, readNumberCell);
    const operator = sign === undefined || isBlank(row[sign]) ? ">=" : readAt(row[sign], at, readSign);
    const twin = seen.get(operator + least);
    const written = shown(row[minimum]) || '""';
    if (twin) refuse("out-of-range", name, { row: at.row, found: written, expected: `${twin.label}: ${written}` });
    seen.set(operator + least, { label: readAt(row[label], at, readText), minimum: least, isIncluded: operator !== ">" || least === -Infinity });
  }
  return sortedThresholds([...seen.values()]);
}

/** True for an argument that is a single cell or was left out. */
function isSingle(name: string, cells: Cells): boolean {
  const given = optional(name, cells);
  return !given || (given.rows.length === 1 && given.rows[0]!.length === 1);
}

function isFigure(cell: Cell): boolean {
  return typeof cell === "number" || (typeof cell === "string" && numberIn(cell) !== null);
}
