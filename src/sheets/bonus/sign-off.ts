// Who agreed to which plan, and when.

import type { CellValue } from "../../values";
import { isTyped, readTable, translated } from "../any-language";
import type { ColumnSpec, TableSpec } from "../block";
import type { SheetContext } from "../context";
import type { Format } from "../plan";

export const signOffName = "BonusSignOff";

const fields = ["role", "name", "plan", "on", "remark"] as const;
type Line = Readonly<Record<(typeof fields)[number], CellValue>>;

/** The form, a line for each who has to agree. */
export function signOffTable({ memory, text }: SheetContext): TableSpec {
  const words = text.bonus;
  const table = readTable(memory.tables.get(signOffName), ({ bonus }) => bonus.sign);
  const typed = table.rows.filter((row) => row.some(isTyped)).map((row): Line => {
    const read = Object.fromEntries(fields.map((field) => [field, table.value(row, field)])) as Line;
    return { ...read, role: translated(read.role, ({ bonus }) => bonus.roles, text) };
  });
  const empty = { name: null, plan: null, on: null, remark: null };
  const lines = typed.length > 0 ? typed : Object.values<string>(words.roles).map((role): Line => ({ role, ...empty }));
  const column = (field: (typeof fields)[number], format: Format, more: Partial<ColumnSpec> = {}): ColumnSpec => ({ name: words.sign[field], owner: "user", format, look: "input", contents: lines.map((line) => line[field]), ...more });
  return {
    name: signOffName, kind: "form", key: [words.sign.role], filter: false, style: "form",
    columns: [
      column("role", "text"), column("name", "text"), column("plan", "text", { look: "choice", allowed: { kind: "list", items: [words.planA, words.planB] } }),
      column("on", "day", { allowed: { kind: "day" } }), column("remark", "text"),
    ],
  };
}
