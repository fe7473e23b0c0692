// The workbook that is open in Excel.

import { isMarked } from "../../sheets/marks";
import type { LiveBook } from "../live";
import { activate, insertFormula } from "./activate";
import { anonymise } from "./anonymise";
import { journalIn } from "./journal";
import { withoutHalfMade } from "./made";
import { putBack } from "./put-back";
import { readBook } from "./read";
import { recallBook, type Recalled } from "./recall";
import { removeBuilt } from "./remove";
import { renderPlan } from "./render";
import { inExcel } from "./run";
import { readSelection } from "./selection";
import { addFunctionNames, freezeFunctions, repairFunctions } from "./share";

/** The active workbook, through office.js (ExcelApi 1.9 and later). Every method throws HostError. */
export function officeBook(): LiveBook {
  let before: Recalled | null = null;
  return {
    async recall(remembered) {
      before = await inExcel((context) => recallBook(context, remembered));
      return before.memory;
    },
    async render(plan, rendering = {}) {
      const last = before;
      before = null;
      await renderPlan(plan, rendering, last);
    },
    look: () => inExcel(async (context) => {
      const book = withoutHalfMade(await readBook(context));
      return { isBuilt: isMarked(book.names), left: journalIn(book) };
    }),
    putBack: () => inExcel(putBack),
    removeBuilt: () => inExcel(removeBuilt),
    selection: () => inExcel(readSelection),
    activate: (sheet, cell) => inExcel((context) => activate(context, sheet, cell)),
    insertFormula: (formula) => inExcel((context) => insertFormula(context, formula)),
    freezeFunctions: () => inExcel(freezeFunctions),
    addFunctionNames: (functions) => inExcel((context) => addFunctionNames(context, functions)),
    repairFunctions: () => inExcel(repairFunctions),
    anonymise: (columns, word) => inExcel((context) => anonymise(context, columns, word)),
  };
}
