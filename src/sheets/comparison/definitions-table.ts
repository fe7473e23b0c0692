// Every definition with its value, what was divided by what, over how many rows, and who uses it.

import { call, cell, isNothing, literalText, ratio, subtract, whenNumbers, type Figure, type Term } from "../../formula/term";
import type { CellValue } from "../../values";
import { grid, type Block, type ColumnSpec } from "../block";
import type { SheetContext } from "../context";
import type { Format, Look } from "../plan";
import { reportTable } from "../report-table";
import { textWidth } from "../theme";
import { valueNow, type DefinitionRow, type Family } from "./families";

export const definitionsTableName = "ComparedDefinitions";

/** The value of a definition in the table. */
export function valueCell({ id, compared }: DefinitionRow): Term<Figure> {
  return cell(`compared ${id} value`, valueNow(compared));
}

/** Where the values and names of a family start and end. */
export function familyRange({ definitions }: Family, what: "value" | "name"): string {
  return `⟦compared ${definitions[0]?.id} ${what}:compared ${definitions.at(-1)?.id} ${what}⟧`;
}

export function definitionsTable(families: readonly Family[], { text: { comparison: words } }: SheetContext): Block {
  const headers = words.table;
  const rows = families.flatMap((family) => family.definitions.map((row) => ({ family, row })));
  const written = (name: string, contents: readonly string[], look: Look = "wrapped"): ColumnSpec => ({ name, owner: "crm", format: "text", look, contents });
  const figure = (name: string, contents: readonly (CellValue | Term)[], formats: readonly Format[], ids?: readonly string[]): ColumnSpec =>
    ({ name, owner: "formula", format: "general", contents, formats, ...(ids ? { ids } : {}) });
  const table = reportTable(definitionsTableName, headers.definition, [
    written(headers.kpi, rows.map(({ family }) => family.name), "label"),
    { ...written(headers.definition, rows.map(({ row }) => row.words.name)), ids: rows.map(({ row }) => `compared ${row.id} name`) },
    figure(headers.value, rows.map(({ row }) => valueTerm(row)), rows.map(({ family }) => family.unit), rows.map(({ row }) => `compared ${row.id} value`)),
    figure(headers.difference, rows.map(({ family, row }) => difference(family, row)), rows.map(({ family }) => (family.unit === "percent" ? "change" : family.unit))),
    figure(headers.numerator, rows.map(({ row }) => contentOf(row.compared.numerator)), rows.map(({ row }) => row.parts[0]), rows.map(({ row }) => `compared ${row.id} numerator`)),
    figure(headers.denominator, rows.map(({ row }) => contentOf(row.compared.denominator)), rows.map(({ row }) => row.parts[1]), rows.map(({ row }) => `compared ${row.id} denominator`)),
    figure(headers.rows, rows.map(({ row }) => contentOf(row.compared.rows)), rows.map(() => "count")),
    written(headers.how, rows.map(({ row }) => row.words.how)),
    written(headers.date, rows.map(({ row }) => row.words.date)),
    written(headers.who, rows.map(({ row }) => row.words.who)),
    { name: headers.why, owner: "formula", format: "text", look: "wrapped", contents: rows.map(({ row }) => whyEmpty(row)) },
  ]);
  const heights = rows.map(({ row }) => {
    const { name, how, date, who, why } = row.words;
    const lines = [textWidth(name) / 40, textWidth(how) / 48, textWidth(date) / 20, textWidth(who) / 26, valueNow(row.compared) === "" ? textWidth(why) / 30 : 1];
    return 7 + 14 * Math.max(1, ...lines.map(Math.ceil));
  });
  return { kind: "beside", blocks: [{ column: 0, block: table }, { column: 0, block: grid([[], ...rows.map(() => [])], [null, ...heights]) }] };
}

/** Numerator ÷ denominator of the same row, or the figure itself. */
function valueTerm(row: DefinitionRow): CellValue | Term {
  const { value, numerator, denominator } = row.compared;
  if (value) return contentOf(value);
  return ratio(cell(`compared ${row.id} numerator`, numerator?.value ?? ""), cell(`compared ${row.id} denominator`, denominator?.value ?? ""));
}

/** Against the first definition of the KPI; the first has none. */
function difference({ definitions: [first] }: Family, row: DefinitionRow): CellValue | Term {
  if (!first || first === row) return null;
  return whenNumbers([valueCell(row), valueCell(first)], (own, other) => subtract(own!, other!));
}

function whyEmpty(row: DefinitionRow): Term<string> {
  const value = valueCell(row);
  return call(`IF(${value.text}="",${literalText(row.words.why)},"")`, value.value === "" ? row.words.why : "");
}

/** A figure that is a constant stands as one. */
function contentOf(term: Term<Figure> | null): CellValue | Term {
  if (!term || isNothing(term)) return null;
  return /^\d+$/.test(term.text) ? term.value : term;
}
