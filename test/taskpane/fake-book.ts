// A workbook in Excel that does what it is told and remembers what it was asked, for tests of the pane.

import type { StrandedComment } from "../../src/hosts/host";
import { HostError, type BookState, type HostTrouble, type LiveBook, type Selection } from "../../src/hosts/live";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import type { WorkbookPlan } from "../../src/sheets/plan";

/** How the workbook is, and what it refuses. */
export interface FakeSetting {
  readonly state?: BookState;
  readonly memory?: Memory;
  readonly selection?: Selection;
  readonly refuses?: Partial<Readonly<Record<keyof LiveBook, readonly HostTrouble[]>>>;
  readonly putsAllBack?: boolean;
  readonly stranded?: readonly StrandedComment[];
  /** A render goes on until it is cancelled. */
  readonly endless?: boolean;
}

/** The workbook, and the calls it got with what they were given. */
export interface FakeBook extends LiveBook {
  readonly calls: [method: keyof LiveBook, ...given: readonly unknown[]][];
}

const rows = 1200;

/** What a workbook made by this plan remembers while nobody has typed in it. */
export function memoryOf({ language, sheets }: WorkbookPlan): Memory {
  const kept = sheets.flatMap(({ tables }) => tables.filter(({ kind }) => kind !== "mirror"));
  return {
    ...emptyMemory, language,
    sheets: new Map(sheets.map(({ id, name }) => [id, name])),
    tables: new Map(kept.map(({ name, columns, rows: count }) => [name, {
      columns: columns.map((column) => column.name),
      rows: Array.from({ length: count }, (_, row) => columns.map(({ values }) => values[row] ?? null)),
    }])),
  };
}

export function fakeBook({ state = { isBuilt: false, left: null }, memory = emptyMemory, selection, refuses = {}, stranded, putsAllBack = true, endless = false }: FakeSetting = {}): FakeBook {
  const calls: FakeBook["calls"] = [];

  function doing<Given extends readonly unknown[], Result>(method: keyof LiveBook, result: (...given: Given) => Result | Promise<Result>) {
    return async (...given: Given): Promise<Result> => {
      calls.push([method, ...given]);
      const troubles = refuses[method];
      if (troubles) throw new HostError(troubles);
      return result(...given);
    };
  }

  return {
    calls,
    look: doing("look", () => state),
    recall: doing("recall", () => memory),
    render: doing("render", async (_plan, rendering) => {
      rendering?.progress?.(rows / 3, rows);
      if (endless) await aborted(rendering?.signal);
      rendering?.progress?.(rows, rows);
      if (stranded) rendering?.stranded?.(stranded);
    }) as LiveBook["render"],
    putBack: doing("putBack", () => putsAllBack),
    removeBuilt: doing("removeBuilt", () => ["Start", "Dashboard", "Deals"]),
    selection: doing("selection", () => selected(selection)),
    activate: doing("activate", () => undefined) as LiveBook["activate"],
    insertFormula: doing("insertFormula", () => "Sheet1!B4"),
    freezeFunctions: doing("freezeFunctions", () => ({ frozen: 12, left: 1 })),
    addFunctionNames: doing("addFunctionNames", () => 17),
    repairFunctions: doing("repairFunctions", () => 1),
    anonymise: doing("anonymise", () => ({ names: 84, emails: 12, phones: 3 })),
  };
}

function selected(selection: Selection | undefined): Selection {
  if (!selection) throw new HostError([{ kind: "no-selection" }]);
  return selection;
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(new HostError([{ kind: "cancelled" }]))));
}
