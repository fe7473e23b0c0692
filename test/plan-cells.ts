// All cells of a plan, those of tables too, one after another.

import type { SheetPlan } from "../src/sheets/plan";
import type { CellValue } from "../src/values";

export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly formula?: string;
  readonly array?: true;
}

/** Headers of tables are cells too; a cell of the user's own is one. */
export function* cellsOf(sheet: SheetPlan): Iterable<PlacedCell> {
  yield* sheet.cells;
  yield* sheet.strays ?? [];
  for (const { top, left, rows, columns } of sheet.tables) {
    for (const [across, plan] of columns.entries()) {
      const column = left + across;
      yield { row: top, column, value: plan.name };
      for (let down = 0; down < rows; down++) {
        const formula = plan.formula ?? plan.formulas?.[down] ?? null;
        yield { row: top + 1 + down, column, value: plan.values[down] ?? null, ...(formula === null ? {} : { formula, ...(plan.array ? { array: true } : {}) }) };
      }
    }
  }
}
