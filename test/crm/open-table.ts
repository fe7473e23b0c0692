// The one table of a file: of a workbook the largest.

import { openFile } from "../../src/crm/open-file";
import type { CrmTable } from "../../src/crm/reading";
import type { TableProblem } from "../../src/crm/table";

export async function openTable(file: string, bytes: Uint8Array): Promise<CrmTable | TableProblem> {
  const opened = await openFile(file, bytes);
  return "problem" in opened ? opened : opened.tables[0]!;
}
