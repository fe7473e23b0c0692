// Files and pastes: text, bytes, HTML, workbooks.

import { isProblem, parsePaste, parseTable, pastedRows } from "../../../src/crm/table";
import type { AnyArea, Area } from "../area";
import { checkTable } from "../check-table";
import { must } from "../area";
import { anyBytes } from "../inputs/bytes";
import { anyHtml } from "../inputs/html";
import { anyText } from "../inputs/texts";
import { anyWorkbook } from "../inputs/workbooks";
import { openTable } from "../../crm/open-table";

const text: Area<string> = {
  name: "text",
  inputs: anyText,
  attempt(input) {
    checkTable(parseTable({ file: "x.csv", text: input }));
  },
};

const bytes: Area<Uint8Array> = {
  name: "bytes",
  inputs: anyBytes,
  async attempt(input) {
    checkTable(await openTable("x.csv", input));
  },
};

const html: Area<string> = {
  name: "clipboard",
  inputs: anyHtml,
  attempt(input) {
    const result = parsePaste({ html: input, text: input });
    checkTable(result);
    if (!isProblem(result)) must(pastedRows({ html: input }).every((row) => row.every((cell) => typeof cell === "string")), "pasted rows are text");
  },
};

const workbook: Area<Uint8Array> = {
  name: "xlsx",
  inputs: anyWorkbook,
  async attempt(input) {
    checkTable(await openTable("x.xlsx", input));
  },
};

export const readerAreas: readonly AnyArea[] = [text, bytes, html, workbook];
