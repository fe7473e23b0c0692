// Grades and their minimums: a preset word, or a table with or without headings.

import { headerKey } from "../../crm/headers/key";
import { gradeThresholds, sortedThresholds, type GradePreset, type Threshold } from "../../metrics/lead-grade";
import { Refusal } from "../../metrics/refusal";
import { operatorOf } from "../../metrics/rules/operator";
import { isBlank, optional, shown, type Cell, type Cells } from "./cells";
import { choice, type Spellings } from "./choice";
import { figureOf } from "./figures";
import { numberAt, readable } from "./rules";

const presets: Spellings<GradePreset> = {
  default: ["standard", "默认", "标准", "通用"], article: ["article code", "code", "文章", "文章代码"], "article-prose": ["prose", "文章正文", "正文"],
};

/** The thresholds from the highest down; the common ones where the argument was left out. */
export function thresholdsIn(name: string, cells: Cells): readonly Threshold[] {
  const given = optional(name, cells);
  if (!given || (given.rows.length === 1 && given.rows[0]!.length === 1)) return gradeThresholds[choice(name, cells, presets, "default")];
  const numbered = given.rows.map((row, at) => ({ row: at + 1, cells: row })).filter((line) => !line.cells.every(isBlank));
  const headings = numbered[0] ? headingsOf(numbered[0].cells) : null;
  const lines = headings ? numbered.slice(1) : numbered;
  if (lines.length === 0) throw new Refusal("no-rows", { argument: name });
  const places = placesOf(name, lines, headings, given.rows[0]!.length);
  const read = lines.map((line) => ({ row: line.row, threshold: thresholdOf(name, line, places) }));
  for (const { row, threshold } of read) {
    const same = read.find((other) => other.row < row && other.threshold.minimum === threshold.minimum && other.threshold.isIncluded === threshold.isIncluded);
    if (same) throw new Refusal("threshold-twice", { argument: name, row, found: threshold.minimum ?? '""' });
  }
  return sortedThresholds(read.map(({ threshold }) => threshold));
}

interface Line {
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** Where label, minimum and operator stand; -1 where a column is not there. */
type Places = Readonly<Record<Part, number>>;

const parts = {
  label: ["label", "grade", "name", "level", "rating", "标签", "等级", "级别", "评级", "名称"],
  minimum: ["minimum", "min", "minimum score", "from", "score", "points", "threshold", "at least", "最低分", "最低", "最小值", "下限", "起点", "分数", "得分", "分值", "阈值"],
  operator: ["operator", "comparison", "条件", "运算符", "比较"],
};
type Part = keyof typeof parts;

/** The places said by a row of headings; null where the row is none. */
function headingsOf(row: readonly Cell[]): Places | null {
  const keys = row.map((cell) => (typeof cell === "string" ? headerKey(cell) : ""));
  const place = (part: Part) => keys.findIndex((key) => key !== "" && parts[part].some((word) => headerKey(word) === key));
  const found = { label: place("label"), minimum: place("minimum"), operator: place("operator") };
  const isText = row.every((cell) => isBlank(cell) || (typeof cell === "string" && figureOf(cell) === null));
  return isText && (found.minimum >= 0 || (found.label >= 0 && found.operator >= 0)) ? found : null;
}

/** The minimum is the column of numbers, the operator that of signs, the label the one that is left. */
function placesOf(name: string, lines: readonly Line[], headings: Places | null, columns: number): Places {
  const every = (column: number, fits: (cell: Cell) => boolean) => {
    const cells = lines.map((line) => line.cells[column]).filter((cell) => !isBlank(cell));
    return cells.length > 0 && cells.every(fits);
  };
  const all = Array.from({ length: columns }, (_, column) => column);
  const operator = headings && headings.operator >= 0 ? headings.operator : all.findIndex((column) => every(column, (cell) => typeof cell === "string" && signOf(cell) !== null));
  const numeric = all.filter((column) => column !== operator && column !== headings?.label && every(column, (cell) => typeof cell === "number" || (typeof cell === "string" && figureOf(cell) !== null)));
  const minimum = headings && headings.minimum >= 0 ? headings.minimum : numeric.length === 1 ? numeric[0]! : all.filter((column) => column !== operator && column !== headings?.label).at(-1);
  const label = headings && headings.label >= 0 ? headings.label : all.find((column) => column !== operator && column !== minimum);
  if (minimum === undefined || label === undefined || (numeric.length > 1 && !(headings && headings.minimum >= 0))) {
    throw new Refusal("no-thresholds", { argument: name });
  }
  return { label, minimum, operator };
}

function thresholdOf(name: string, { row, cells }: Line, places: Places): Threshold {
  const at = { argument: name, row };
  const [label, sign] = [places.label, places.operator].map((place) => readable(cells[place], at));
  if (isBlank(label)) throw new Refusal("blank", at);
  const isIncluded = isBlank(sign) ? true : signOf(shown(sign));
  if (isIncluded === null) throw new Refusal("no-operator", { ...at, found: shown(sign), expected: ">=, >" });
  const number = numberAt(cells[places.minimum], at);
  return { label: shown(label).trim(), minimum: number, isIncluded: number === null || isIncluded };
}

/** True for >=, false for >, null for anything else. */
function signOf(sign: string): boolean | null {
  const operator = operatorOf(sign);
  return operator === ">=" ? true : operator === ">" ? false : null;
}
