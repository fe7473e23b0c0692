// Measures of customer health: which column, how heavy, what is poor and what is good.

import { Refusal } from "../../metrics/refusal";
import { isBlank, shown, type Cell } from "./cells";
import { wordKey } from "./choice";
import { fieldColumn, fieldHeadings, knownNumberAt, readable, type At } from "./rules";
import { columnOf, findColumn, rowNumber, type Table } from "./table";

export interface Measure {
  /** Place of its column among the customers' and its heading. */
  readonly column: number;
  readonly heading: string;
  readonly weight: number;
  /** Values of the scores 0 and 100; they differ. */
  readonly poor: number;
  readonly good: number;
}

const headings = {
  measure: ["measure", "metric", "indicator", "指标", "指标名称", "衡量项", ...fieldHeadings],
  weight: ["weight", "权重"],
  poor: ["poor", "bad", "worst", "low", "0 points", "差", "差值", "最差", "0分"],
  good: ["good", "best", "high", "100 points", "优", "优值", "好", "最好", "100分"],
  direction: ["direction", "better", "方向", "好坏方向"],
};

const higher = ["higher", "higheris", "higherisbetter", "high", "up", "more", "moreisbetter", "高", "越高越好", "越大越好", "越多越好", "上升", "正向"];
const lower = ["lower", "loweris", "lowerisbetter", "low", "down", "less", "lessisbetter", "低", "越低越好", "越小越好", "越少越好", "下降", "反向", "负向"];

/** The measures of a table: measure, weight, poor, good and if need be direction. Weights add up to more than 0. */
export function measuresIn(given: Table, customers: Table): readonly Measure[] {
  const [measure, weight, poor, good] = [headings.measure, headings.weight, headings.poor, headings.good].map((names) => columnOf(given, names));
  const direction = findColumn(given, headings.direction);
  const measures = given.rows.flatMap((cells, index): Measure[] => {
    if (cells.every(isBlank)) return [];
    const at = { argument: given.name, row: rowNumber(index) };
    const column = fieldColumn(customers, shown(readable(cells[measure!], at)), at);
    const number = (cell: Cell) => knownNumberAt(cell, at, "blank");
    const read = { weight: number(cells[weight!]), poor: number(cells[poor!]), good: number(cells[good!]) };
    if (read.weight < 0) throw new Refusal("out-of-range", { ...at, found: read.weight, expected: "≥ 0" });
    if (read.poor === read.good) throw new Refusal("same-limits", { ...at, found: read.poor });
    checkDirection(direction === null ? null : cells[direction], read.good > read.poor, at);
    return [{ column, heading: customers.headings[column]!, ...read }];
  });
  const twice = measures.find(({ column }, at) => measures.findIndex((other) => other.column === column) < at);
  if (twice) throw new Refusal("column-twice", { argument: given.name, column: twice.heading, found: twice.heading });
  if (measures.reduce((sum, one) => sum + one.weight, 0) === 0) throw new Refusal("out-of-range", { argument: given.name, row: 2, found: 0, expected: "Σ > 0" });
  return measures;
}

function checkDirection(cell: Cell, isHigherBetter: boolean, at: At): void {
  const given = readable(cell, at);
  if (isBlank(given)) return;
  const word = wordKey(shown(given));
  const says = higher.includes(word) ? true : lower.includes(word) ? false : null;
  if (says === null) throw new Refusal("no-word-in", { ...at, found: shown(given), expected: "higher, lower" });
  if (says !== isHigherBetter) throw new Refusal("direction-differs", { ...at, found: shown(given) });
}
