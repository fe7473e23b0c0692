// Four programs that share no code read our workbooks; what each makes of them otherwise than it is stands here, and nowhere else.

import type { CellValue } from "../../src/values";
import type { Contents } from "./contents";
import { readByExcelJs } from "./exceljs";
import { readByHucre } from "./hucre";
import { readByLibreOffice, withPlainFormulas } from "./libreoffice";
import { readBySheetJs } from "./sheetjs";

/** What a program reads otherwise than the file says, for a reason of its own. */
export interface Fault {
  readonly says: string;
  /** What it makes of what is there. */
  readonly makes: (there: Contents) => Contents;
}

export interface Reader {
  readonly read: (bytes: Uint8Array) => Contents | Promise<Contents>;
  readonly faults: readonly Fault[];
  /** How many of a number's digits it gives; all when absent. */
  readonly digits?: number;
}

const lineEnds: Fault = { says: "CR LF in a text becomes LF", makes: withTexts((text) => text.replaceAll("\r\n", "\n")) };
const namesOfColumns: Fault = { says: "names of table columns keep line breaks as the file writes them, _x000A_", makes: withTables((table) => table.replaceAll("\\n", "_x000A_")) };

export const readers: Readonly<Record<"SheetJS" | "exceljs" | "hucre" | "LibreOffice", Reader>> = {
  SheetJS: { read: readBySheetJs, faults: [lineEnds] },
  hucre: { read: readByHucre, faults: [namesOfColumns] },
  exceljs: {
    read: readByExcelJs,
    faults: [
      { says: "characters XML cannot hold stay as the file writes them, _x0007_", makes: withTexts((text) => text.replace(/[\0-\x08\x0b-\x1f\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[0-9A-F]{4}_)/g, escaped)) },
      { says: "columns of a table are read up to the first with a formula of its own: they are not compared", makes: withTables((table) => table.replace(/: ".*$/s, "")) },
      { says: "names that are constants or functions are left out", makes: (there) => ({ ...there, names: (there.names ?? []).filter((name) => /!\$[A-Z]+\$\d+(:\$[A-Z]+\$\d+)?$/.test(name)) }) },
    ],
  },
  LibreOffice: {
    read: readByLibreOffice,
    digits: 15,
    faults: [
      { says: "TRUE and FALSE are saved as formulas", makes: withTruths },
      { says: "a list of choices read from cells is saved with a second formula, 0", makes: (there) => ({ ...there, validations: (there.validations ?? []).map((line) => line.replace(/^.*![A-Z]+\d+ list (?!").*$/, "$& to 0")) }) },
      { says: "half a surrogate pair becomes a question mark", makes: withTexts((text) => text.replace(/[\ud800-\udbff](?![\udc00-\udfff])[\0-\uffff]|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "?")) },
      { says: "formulas are said in its own way, with the same meaning", makes: withPlainFormulas },
      lineEnds,
    ],
  },
};

function escaped(found: string): string {
  return `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

function withValues(change: (value: CellValue) => CellValue): Fault["makes"] {
  return (there) => ({ ...there, cells: new Map([...there.cells].map(([at, cell]) => [at, { ...cell, value: change(cell.value) }])) });
}

function withTexts(change: (text: string) => string): Fault["makes"] {
  return withValues((value) => (typeof value === "string" ? change(value) : value));
}

function withTables(change: (table: string) => string): Fault["makes"] {
  return (there) => ({ ...there, tables: (there.tables ?? []).map(change) });
}

function withTruths(there: Contents): Contents {
  return { ...there, cells: new Map([...there.cells].map(([at, { value, formula }]) => [at, { value, formula: formula === null && typeof value === "boolean" ? `${String(value).toUpperCase()}()` : formula }])) };
}
