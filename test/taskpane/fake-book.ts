// A workbook in Excel that does what it is told and remembers what it was asked, for tests of the pane.

import { HostError, type BookState, type HostTrouble, type LiveBook, type Selection } from "../../src/hosts/live";
import { emptyMemory, type Memory } from "../../src/sheets/memory";

/** How the workbook is, and what it refuses. */
export interface FakeSetting {
  readonly state?: BookState;
  readonly memory?: Memory;
  readonly selection?: Selection;
  readonly refuses?: Partial<Readonly<Record<keyof LiveBook, readonly HostTrouble[]>>>;
  /** A render goes on until it is cancelled. */
  readonly endless?: boolean;
}

/** The workbook, and the calls it got with what they were given. */
export interface FakeBook extends LiveBook {
  readonly calls: [method: keyof LiveBook, ...given: readonly unknown[]][];
}

const rows = 1200;

export function fakeBook({ state = { isBuilt: false, left: null }, memory = emptyMemory, selection, refuses = {}, endless = false }: FakeSetting = {}): FakeBook {
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
    check: doing("check", () => []),
    recall: doing("recall", () => memory),
    render: doing("render", async (_plan, rendering) => {
      rendering?.progress?.(rows / 3, rows);
      if (endless) await aborted(rendering?.signal);
      rendering?.progress?.(rows, rows);
    }) as LiveBook["render"],
    putBack: doing("putBack", () => undefined),
    removeBuilt: doing("removeBuilt", () => ["Start", "Dashboard", "Deals"]),
    selection: doing("selection", () => selected(selection)),
    activate: doing("activate", () => undefined) as LiveBook["activate"],
    insertFormula: doing("insertFormula", () => "Sheet1!B4"),
    freezeFunctions: doing("freezeFunctions", () => 12),
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
