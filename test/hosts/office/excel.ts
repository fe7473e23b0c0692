// An Excel for each test, where the add-in finds it.

import { startExcel, type StartedExcel } from "../../excel-host/node-bridge";
import type { ExcelOptions } from "../../excel-host/session";

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
