// Every talk with Excel begins here: it waits while the user edits a cell, and fails in words of ours.

import { hostError } from "./trouble";

/** Runs `work` in Excel; throws HostError. Nothing of Excel's object model lives longer than the call. */
export async function inExcel<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, work);
  } catch (error) {
    throw hostError(error);
  }
}

/** Whether this Excel has the members of a requirement set of ExcelApi, such as "1.13". */
export function has(version: string): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", version);
}
