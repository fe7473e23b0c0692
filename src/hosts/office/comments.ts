// Comments beside records. Excel lets no add-in say where a comment is: it goes with its cell, and records may go to other cells.

import { relative } from "../../sheets/address";
import { movedTable, placeNow, tableAt } from "../../sheets/record-places";
import type { StrandedComment } from "../host";
import type { HostTrouble } from "../live";
import { cellIn, type Grid } from "./grid";
import type { ReadBook } from "./read";
import { plannedTable, type SheetTask } from "./sheet";
import { placeAfter } from "./standing";

export interface CommentsAfter {
  /** Those that will stand beside another record, or none. */
  readonly stranded: readonly StrandedComment[];
  /** Those whose row or column goes would go with it. */
  readonly troubles: readonly HostTrouble[];
}

export function commentsAfter(tasks: readonly SheetTask[], book: ReadBook, grids: ReadonlyMap<string, Grid>): CommentsAfter {
  const all = tasks.map((task) => ({ sheet: task.plan.name, ...onSheet(task, book, grids) }));
  return {
    stranded: all.flatMap(({ stranded }) => stranded),
    troubles: all.flatMap(({ sheet, lost }) => (lost.length === 0 ? [] : [{ kind: "comments", sheet, address: lost.join(", ") } as const])),
  };
}

function onSheet({ found, tables, steps, plan }: SheetTask, book: ReadBook, grids: ReadonlyMap<string, Grid>): { readonly stranded: readonly StrandedComment[]; readonly lost: readonly string[] } {
  const [stranded, lost]: [StrandedComment[], string[]] = [[], []];
  const cells = found ? book.comments.filter(({ sheet }) => sheet === found.name) : [];
  const grid = found && grids.get(found.name);
  const moved = cells.length === 0 || !grid ? [] : tables.flatMap((table) => {
    const now = plannedTable(table, plan, book);
    return now ? [movedTable(table, now, ({ row, column }) => cellIn(grid, row, column)?.value ?? null)] : [];
  });
  for (const cell of cells) {
    const table = tableAt(cell, moved);
    if (!table) continue;
    const [stands, belongs] = [placeAfter(cell, steps), placeNow(table, cell)];
    const column = table.was.columns[cell.column - table.was.area.left] ?? "";
    if (!stands || steps.some((step) => step.kind === "dropColumn" && step.table === table.was.name && step.name === column)) lost.push(relative(cell));
    else if (belongs?.row !== stands.row) stranded.push({ sheet: plan.name, at: relative({ row: stands.row, column: belongs?.column ?? stands.column }), to: belongs && relative(belongs) });
  }
  return { stranded, lost };
}
