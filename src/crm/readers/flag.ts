// How yes and no are read, in the words of six CRMs.

import { isPlaceholderFigure, plain } from "./clean";
import { readDistinct, Troubles, type CellRead, type Column } from "./column";
import type { ColumnRead } from "./text";

/** A column of flags; `True`, `是`, `1`, `Y`, `已关闭` are true. */
export function readFlag(column: Column): ColumnRead<boolean> {
  const values = new Array<boolean | null>(column.cells.length);
  const troubles = new Troubles(column);
  readDistinct(column, values, readOne, troubles);
  return { values, issues: troubles.issues() };
}

/** The flag a text says; null when it says none. */
export function flagOf(text: string): boolean | null {
  const word = plain(text).toLowerCase().replace(/\.0+$/, "");
  if (yes.has(word) || /^已/.test(word)) return true;
  if (no.has(word) || /^(未|不|没|非|否)/.test(word)) return false;
  return null;
}

const yes: ReadonlySet<string> = new Set(
  ["true", "yes", "y", "1", "t", "on", "x", "✓", "✔", "√", "☑", "checked", "active", "是", "有", "真", "对", "启用", "需要", "在职", "ja", "oui", "si", "sí", "sim", "wahr", "vrai", "closed", "won", "converted", "done", "completed", "churned", "流失", "完成", "はい"],
);
const no: ReadonlySet<string> = new Set(
  ["false", "no", "n", "0", "f", "off", "☐", "✗", "×", "✘", "unchecked", "inactive", "否", "无", "假", "错", "停用", "禁用", "离职", "nein", "non", "não", "falsch", "faux", "open", "lost", "active customer", "进行中", "いいえ"],
);

function readOne(cell: string): CellRead<boolean> {
  if (cell === "" || plain(cell) === "") return { value: null };
  const value = flagOf(cell);
  if (value !== null) return { value };
  return { value: null, trouble: isPlaceholderFigure(cell) ? "placeholder" : "unreadable" };
}
