// Did a customer leave? Read from what people write in such a column.

import { optional, type Cells } from "./cells";
import { choices, type Spellings } from "./choice";
import type { Grid } from "./grid";

/** What answers “did it leave?”, and what says how a customer stands: “active” is one who stayed. A column holds words of one kind; one of the other is its heading. */
const answers = { yes: "true,y,是", no: "false,n,否" };
const standings = { churned: "流失,已流失", active: "retained,活跃,留存,未流失" };
const bits = { 1: "", 0: "" };

/** For each customer 1 where it left, else 0; null where the cells hold counts. Words always are flags, 0 and 1 only where no other argument makes them counts. */
export function churnFlags(name: string, cells: Cells, other: Cells): Grid<number> | null {
  const kinds: readonly Spellings<string>[] = optional("", other) ? [answers, standings] : [answers, standings, bits];
  const read = kinds.map((kind) => choices(name, cells, kind)).find(({ values }) => values.some((value) => typeof value === "string"));
  return read ? { ...read, values: read.values.map((value) => (typeof value === "string" ? Number(["yes", "churned", "1"].includes(value)) : value)) } : null;
}
