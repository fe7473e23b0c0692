// Did a customer leave? Read from what people write in such a column.

import { Refusal } from "../../metrics/refusal";
import { isBlank, isErrorCell, optional, shown, type Cell, type Cells } from "./cells";
import { wordKey } from "./choice";
import { grid, type Grid } from "./grid";

/** What answers “did it leave?”. */
const answers: ReadonlyMap<string, boolean> = new Map(flagsOf("yes y true t 1 是 真 对", "no n false f 0 否 假 不是"));

/** What says how a customer stands: “active” is a customer who stayed. */
const standings: ReadonlyMap<string, boolean> = new Map(flagsOf(
  "churned churn lost left cancelled canceled terminated 流失 已流失 已取消 已退订 已解约 未续约",
  "active current retained stayed renewed notchurned 未流失 没流失 活跃 留存 已留存 在用 续约 已续约",
));

/** True for each customer who left. Whatever cannot be told from yes and no is refused, a heading too. */
export function churnFlags(name: string, cells: Cells): Grid<boolean> {
  const given = optional(name, cells);
  const filled = given?.rows.flat().filter((cell) => !isBlank(cell)) ?? [];
  // A heading such as “Churned” above yes and no.
  const hasHeading = filled.length > 1 && standings.has(keyOf(filled[0])) && filled.slice(1).some((cell) => answers.has(keyOf(cell)));
  let isFirst = true;
  return grid(name, cells, (cell, at) => {
    const known = isFirst && hasHeading ? undefined : (answers.get(keyOf(cell)) ?? standings.get(keyOf(cell)));
    isFirst = false;
    return known ?? new Refusal("no-flag", { ...at, found: shown(cell) });
  });
}

/** Whether there is any word or TRUE and FALSE among the cells; 0 and 1 alone may as well be counts. */
export function hasChurnWords(cells: Cells): boolean {
  return flatOf(cells).some((cell) => isFlag(cell) && !isBit(cell));
}

/** Whether there is nothing but flags. */
export function hasOnlyFlags(cells: Cells): boolean {
  const filled = flatOf(cells);
  return filled.length > 0 && filled.every(isFlag);
}

function flatOf(cells: Cells): readonly Cell[] {
  return (optional("", cells)?.rows.flat() ?? []).filter((cell) => !isBlank(cell) && !isErrorCell(cell));
}

function isFlag(cell: Cell): boolean {
  return answers.has(keyOf(cell)) || standings.has(keyOf(cell));
}

function isBit(cell: Cell): boolean {
  return keyOf(cell) === "0" || keyOf(cell) === "1";
}

function keyOf(cell: Cell): string {
  return typeof cell === "string" ? wordKey(cell) : isErrorCell(cell) ? "" : String(cell);
}

function flagsOf(yes: string, no: string): [string, boolean][] {
  return [...yes.split(" ").map((word): [string, boolean] => [word, true]), ...no.split(" ").map((word): [string, boolean] => [word, false])];
}
