// One simple form of a workbook, whichever host wrote it: what two hosts that hold to the contract have in common, line by line.

import { read, utils, type CellObject } from "@e965/xlsx";
import { plainFormula } from "../../src/hosts/office/same-formula";
import { addressOf } from "../excel-host/area";
import type { Book } from "../excel-host/book";
import type { Sheet } from "../excel-host/sheet";
import { partsIn } from "./package";

/** By what the lines tell of. */
export interface Form {
  readonly cells: readonly string[];
  readonly tables: readonly string[];
  readonly names: readonly string[];
  readonly rules: readonly string[];
  readonly validations: readonly string[];
  /** Where each series of a chart reads its values. */
  readonly series: readonly string[];
}

/** The form of a workbook open in Excel. Sheets that hold nothing are left out. */
export function formOfBook(book: Book): Form {
  const perSheet = (lines: (sheet: Sheet) => readonly string[]) => book.sheets.flatMap(lines).sort();
  return {
    cells: perSheet(cellsOfSheet),
    tables: perSheet(({ Name, tables }) => tables.map((table) => tableLine(table.Name, addressOf(table.area), table.columns.map(({ name }) => name)).concat(` on ${Name}`))),
    names: book.names.map(({ Name, Formula, Visible }) => nameLine(Name, Formula.slice(1), Visible)).sort(),
    rules: perSheet(({ Name, rules }) => rules.map(({ areas, Type }) => `${Name} ${areas.map((area) => addressOf(area)).join(" ")} ${kindsOfRules[Type] ?? Type}`)),
    validations: perSheet(({ Name, validations }) => validations.flatMap(({ areas, rule }) => areas.map((area) => `${Name} ${addressOf(area)} ${kindOfValidation(Object.keys(rule)[0] ?? "")}`))),
    series: perSheet(({ charts }) => charts.flatMap(({ series }) => series.map(({ shown }) => plainFormula(String(shown.values).replace(/^=/, ""))))),
  };
}

/** The form of an .xlsx file of ours. */
export function formOfFile(bytes: Uint8Array): Form {
  const book = read(bytes, { cellFormula: true, cellNF: true, xlfn: true, dense: true, sheetStubs: false });
  const parts = partsIn(bytes);
  const sheets = book.SheetNames.map((name, at) => ({ name, xml: parts.get(`xl/worksheets/sheet${at + 1}.xml`) ?? "", rels: parts.get(`xl/worksheets/_rels/sheet${at + 1}.xml.rels`) ?? "" }));
  const perSheet = (lines: (sheet: (typeof sheets)[number]) => readonly string[]) => sheets.flatMap(lines).sort();
  const names = [...(parts.get("xl/workbook.xml") ?? "").matchAll(/<definedName ([^>]*)>([^<]*)<\/definedName>/g)].filter(([, said = ""]) => !said.includes("localSheetId"));
  return {
    cells: perSheet(({ name }) => cellsOfData(name, book.Sheets[name]?.["!data"] ?? [])),
    tables: perSheet(({ name, rels }) => [...rels.matchAll(/tables\/(table\d+\.xml)/g)].map(([, part]) => `${tableOfPart(parts.get(`xl/tables/${part}`) ?? "")} on ${name}`)),
    names: names.map(([, said = "", formula = ""]) => nameLine(attribute(said, "name"), unescaped(formula), !said.includes("hidden="))).sort(),
    rules: perSheet(({ name, xml }) => [...xml.matchAll(/<conditionalFormatting ([^>]*)>([\s\S]*?)<\/conditionalFormatting>/g)].flatMap(([, said = "", rules = ""]) =>
      [...rules.matchAll(/<cfRule ([^>]*)>/g)].map(([, rule = ""]) => `${name} ${attribute(said, "sqref")} ${kindsOfRules[attribute(rule, "type")] ?? attribute(rule, "type")}`))),
    validations: perSheet(({ name, xml }) => [...xml.matchAll(/<dataValidation ([^>]*)>/g)].flatMap(([, said = ""]) => attribute(said, "sqref").split(" ").map((area) => `${name} ${area} ${kindOfValidation(attribute(said, "type"))}`))),
    series: [...parts].filter(([path]) => /charts\/chart\d+\.xml$/.test(path)).flatMap(([, xml]) => [...xml.matchAll(/<c:val>[\s\S]*?<c:f>([^<]*)<\/c:f>/g)].map(([, formula = ""]) => plainFormula(unescaped(formula)))).sort(),
  };
}

function cellsOfSheet({ Name, grid, book }: Sheet): readonly string[] {
  const lines: string[] = [];
  for (let row = 0; row < grid.rowCount; row++) {
    const width = grid.rowIfAny(row)?.values.length ?? 0;
    for (let column = 0; column < width; column++) {
      const [formula, value] = [grid.formula(row, column), grid.value(row, column)];
      if (formula === undefined && value === "") continue;
      lines.push(cellLine(Name, row, column, formula?.slice(1), value, String(book.styles.property(grid.style(row, column), "numberFormat"))));
    }
  }
  return lines;
}

function cellsOfData(sheet: string, data: readonly (readonly (CellObject | undefined)[] | undefined)[]): readonly string[] {
  return data.flatMap((line, row) => (line ?? []).flatMap((cell, column) => {
    if (!cell || (cell.f === undefined && (cell.v === undefined || cell.v === ""))) return [];
    return [cellLine(sheet, row, column, cell.f, cell.v, String(cell.z ?? "General"))];
  }));
}

/** What a formula gives is not compared: Excel computes it. XML reads every line end as one character. */
function cellLine(sheet: string, row: number, column: number, formula: string | undefined, value: unknown, format: string): string {
  return `${sheet}!${utils.encode_cell({ r: row, c: column })} ${formula === undefined ? JSON.stringify(value).replaceAll("\\r\\n", "\\n") : `=${plainFormula(formula)}`} as ${format}`;
}

function tableLine(name: string, area: string, columns: readonly string[]): string {
  return `${name} ${area} ${JSON.stringify(columns)}`;
}

function tableOfPart(xml: string): string {
  const columns = [...xml.matchAll(/<tableColumn ([^>]*)>/g)].map(([, said = ""]) => attribute(said, "name").replace(/_x000a_/gi, "\n"));
  return tableLine(attribute(xml, "displayName"), attribute(/<table ([^>]*)>/.exec(xml)?.[1] ?? "", "ref"), columns);
}

function nameLine(name: string, formula: string, isVisible: boolean): string {
  return `${name} =${plainFormula(formula)}${isVisible ? "" : " hidden"}`;
}

function attribute(xml: string, name: string): string {
  return unescaped(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(xml)?.[1] ?? "");
}

function unescaped(text: string): string {
  const characters: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => characters[name] ?? "").replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))).replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
}

const kindsOfRules: Readonly<Record<string, string>> = { Custom: "formula", expression: "formula", CellValue: "cell", cellIs: "cell", DataBar: "bar", dataBar: "bar", IconSet: "icons", iconSet: "icons" };

function kindOfValidation(kind: string): string {
  return kind === "wholeNumber" ? "whole" : kind;
}
