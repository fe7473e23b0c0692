// What would stop a render? Everything is looked for before the first write, and named at once.

import { areaReference } from "../../sheets/address";
import { isMarked, sheetsMarked } from "../../sheets/marks";
import type { Rectangle, SheetPlan, WorkbookPlan } from "../../sheets/plan";
import type { HostTrouble } from "../live";
import { holds, lastColumn, lastRow, meet } from "./area";
import { areaOfCell } from "./look";
import { isMadeMark } from "./made";
import type { ReadBook } from "./read";
import { mergeAreas } from "./set-up";
import type { SheetTask } from "./sheet";
import { areaAfter } from "./standing";
import { areaOfTable } from "./table";

export function troublesIn(plan: WorkbookPlan, book: ReadBook, tasks: readonly SheetTask[]): readonly HostTrouble[] {
  return [
    ...(book.isReadOnly ? [{ kind: "read-only" } as const] : []),
    ...(book.isStructureProtected && tasks.some(({ found, plan: { name } }) => found?.name !== name) ? [{ kind: "protected-structure" } as const] : []),
    ...tasks.flatMap((task) => sheetTroubles(task, book)),
    ...nameTroubles(plan, book),
  ];
}

function sheetTroubles(task: SheetTask, book: ReadBook): readonly HostTrouble[] {
  const { plan, found, cut } = task;
  const taken = book.sheets.find(({ name }) => name.toLowerCase() === plan.name.toLowerCase());
  return [
    ...(taken && taken.name !== found?.name ? [{ kind: "sheet-taken", sheet: plan.name } as const] : []),
    ...(found?.isProtected ? [{ kind: "protected-sheet", sheet: plan.name } as const] : []),
    ...(hasRoom(plan) && cut.length === 0 ? [] : [{ kind: "no-room", sheet: plan.name } as const]),
    ...mergedInTheWay(task).map((area) => ({ kind: "merged", sheet: plan.name, address: areaReference(area) } as const)),
    ...plan.tables.flatMap(({ name }) => {
      const other = book.tables.find((table) => table.name.toLowerCase() === name.toLowerCase());
      return other && other.sheet !== found?.name ? [{ kind: "table-taken", name } as const] : [];
    }),
  ];
}

function hasRoom(plan: SheetPlan): boolean {
  return [...plan.tables.map(areaOfTable), ...plan.cells.map(areaOfCell)].every(({ bottom, right }) => bottom <= lastRow && right <= lastColumn);
}

/** Merged cells that are not ours, where something is to be written. Excel tells of them since ExcelApi 1.13. */
function mergedInTheWay(task: SheetTask): readonly Rectangle[] {
  const { plan, found, steps, mark } = task;
  const ours = mark?.blocks.map(({ now }) => now) ?? [];
  const planned = new Set(mergeAreas(plan).map((area) => JSON.stringify(area)));
  const bodies = plan.tables.map(areaOfTable);
  const cells = plan.cells.map(areaOfCell);
  return (found?.merged ?? []).filter((merged) => {
    const area = areaAfter(merged, steps);
    if (!area || planned.has(JSON.stringify(area)) || ours.some((block) => holds(block, merged))) return false;
    return [...bodies, ...cells].some((written) => meet(written, area));
  });
}

/** A name is ours where the workbook is ours and the name stands on a sheet of ours, or nowhere. */
function nameTroubles({ names, functions, sheets }: WorkbookPlan, book: ReadBook): readonly HostTrouble[] {
  const ours = new Set(sheetsMarked(book.names).values());
  const isBuilt = isMarked(book.names);
  const tables = new Set(sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name.toLowerCase())));
  const isOurs = (place: { readonly sheet: string } | null) => isBuilt && (place === null || ours.has(place.sheet));
  const planned = new Set([...names, ...functions].map(({ name }) => name.toLowerCase()));
  const taken = book.names.filter(({ name, place }) => !isMadeMark(name) && ((planned.has(name.toLowerCase()) && !isOurs(place)) || tables.has(name.toLowerCase())));
  const tablesTaken = book.tables.filter(({ name }) => planned.has(name.toLowerCase()));
  return [...taken, ...tablesTaken].map(({ name }) => ({ kind: "name-taken", name }));
}
