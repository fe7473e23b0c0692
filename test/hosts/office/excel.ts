// An Excel for each test, where the add-in finds it.

import { startExcel, type StartedExcel } from "../../excel-host/node-bridge";
import type { ExcelOptions } from "../../excel-host/session";

// A whole workbook through office.js takes seconds on a busy machine.
jest.setTimeout(60_000);

/** Runs a test in an Excel of its own. */
export async function inNewExcel(test: (excel: StartedExcel) => Promise<void>, options: ExcelOptions = {}): Promise<void> {
  const excel = startExcel(options);
  const away = excel.install();
  try {
    await test(excel);
  } finally {
    away();
  }
}
