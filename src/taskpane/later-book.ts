// A workbook whose code is loaded when something is first asked of it: the pane is there before.

import type { LiveBook } from "../hosts/live";

/** The workbook `load` gives: loaded once, and again after it did not arrive. */
export function laterBook(load: () => Promise<LiveBook>): LiveBook {
  let loading: Promise<LiveBook> | null = null;

  function book(): Promise<LiveBook> {
    return (loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    }));
  }

  return {
    recall: async (remembered) => (await book()).recall(remembered),
    render: async (plan, rendering) => (await book()).render(plan, rendering),
    look: async () => (await book()).look(),
    putBack: async () => (await book()).putBack(),
    removeBuilt: async () => (await book()).removeBuilt(),
    selection: async () => (await book()).selection(),
    activate: async (sheet, cell) => (await book()).activate(sheet, cell),
    insertFormula: async (formula) => (await book()).insertFormula(formula),
    freezeFunctions: async () => (await book()).freezeFunctions(),
    addFunctionNames: async (functions) => (await book()).addFunctionNames(functions),
    repairFunctions: async () => (await book()).repairFunctions(),
    anonymise: async (columns, word) => (await book()).anonymise(columns, word),
  };
}
