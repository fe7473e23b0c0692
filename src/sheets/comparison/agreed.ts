// Which definition does the team use? One row for each KPI, kept as typed.

import { column, thisRow, type Column } from "../../formula/column";
import { lookup } from "../../formula/lookup";
import { call, literalText, reference, type Figure, type Term } from "../../formula/term";
import { languages } from "../../text/language";
import { wholeTextIn, type WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import { isTyped, readTable, translated } from "../any-language";
import type { ColumnSpec, TableSpec } from "../block";
import type { SheetContext } from "../context";
import { definitionsTableName } from "./definitions-table";
import { familyIds, valueNow, type Family } from "./families";

export const agreedTableName = "AgreedDefinitions";

const typedFields = ["choice", "by", "since", "review", "note"] as const;
type Typed = Readonly<Record<(typeof typedFields)[number], CellValue>> & { readonly kpi: string };

const nothing = { choice: null, by: null, since: null, review: null, note: null } as const;

export interface Agreed {
  readonly table: TableSpec;
  /** KPIs with an agreed definition, and all of them. */
  readonly agreed: Term<number>;
  readonly all: Term<number>;
  readonly rows: readonly Typed[];
}

export function agreedDefinitions(families: readonly Family[], context: SheetContext): Agreed {
  const { text } = context;
  const words = text.comparison;
  const headers = words.agreed;
  const rows = agreedRows(context);
  const made = families.flatMap((family) => family.definitions.map((row) => ({ family, row })));
  const of = (header: string, values: readonly CellValue[]): Column => column(definitionsTableName, header, values);
  const names = of(words.table.definition, made.map(({ row }) => row.words.name));
  const at = (name: keyof typeof headers) => thisRow(agreedTableName, headers[name]);
  const terms = families.length === 0 ? rows.map(() => ({ value: null, state: null })) : rows.map((row) => {
    const choice = reference(at("choice"), String(row.choice ?? ""));
    const kpi = lookup(of(words.table.kpi, made.map(({ family }) => family.name)), choice, names);
    const figure = lookup(of(words.table.value, made.map(({ row: one }) => valueNow(one.compared))), choice, names);
    const isOwn = isTyped(row.choice) && String(kpi.value).toLowerCase() === row.kpi.toLowerCase();
    const state = !isTyped(row.choice) ? words.states.open : isOwn ? words.states.agreed : words.states.other;
    return {
      value: call(`IF(${at("state")}=${literalText(words.states.agreed)},${figure.text},"")`, isOwn ? (figure.value as Figure) : ""),
      state: call(`IF(${at("choice")}="",${literalText(words.states.open)},IF(${kpi.text}=${at("kpi")},${literalText(words.states.agreed)},${literalText(words.states.other)}))`, state),
    };
  });
  const unitOf = (kpi: string) => families.find(({ name }) => name === kpi)?.unit ?? "general";
  const typed = (name: (typeof typedFields)[number], format: ColumnSpec["format"], more: Partial<ColumnSpec> = {}): ColumnSpec => ({ name: headers[name], owner: "user", format, look: "input", contents: rows.map((row) => row[name]), ...more });
  const day = { allowed: { kind: "day" } } as const;
  const list = families.length === 0 ? {} : { allowed: { kind: "listOf", table: definitionsTableName, column: words.table.definition, prompt: words.choicePrompt } } as const;
  const states = column(agreedTableName, headers.state, []).text;
  return {
    rows,
    agreed: call(`COUNTIF(${states},${literalText(words.states.agreed)})`, terms.filter(({ state }) => state?.value === words.states.agreed).length),
    all: call(`ROWS(${states})`, rows.length),
    table: {
      name: agreedTableName, kind: "form", key: [headers.kpi], filter: false, style: "form",
      columns: [
        { name: headers.kpi, owner: "crm", format: "text", look: "label", contents: rows.map(({ kpi }) => kpi) },
        typed("choice", "text", { look: "inputWrapped", ...list }),
        { name: headers.value, owner: "formula", format: "general", contents: terms.map(({ value }) => value), formats: rows.map(({ kpi }) => unitOf(kpi)) },
        typed("by", "text"),
        typed("since", "day", day),
        typed("review", "day", day),
        { name: headers.state, owner: "formula", format: "text", look: "centred", contents: terms.map(({ state }) => state) },
        typed("note", "text", { look: "inputWrapped" }),
      ],
    },
  };
}

/** A row for each KPI, then those the user added; words of ours in the language of the workbook. */
function agreedRows({ memory, text }: SheetContext): readonly Typed[] {
  const table = readTable(memory.tables.get(agreedTableName), ({ comparison }) => comparison.agreed);
  const typed = table.rows.filter((row) => row.some(isTyped)).map((row): Typed => ({
    kpi: String(translated(table.value(row, "kpi"), kpiNames, text) ?? ""),
    choice: translated(table.value(row, "choice"), definitionNames, text),
    by: table.value(row, "by"), since: table.value(row, "since"), review: table.value(row, "review"), note: table.value(row, "note"),
  }));
  const ours = familyIds.map((id) => text.comparison.families[id].name);
  const first = ours.map((kpi): Typed => typed.find((row) => row.kpi.toLowerCase() === kpi.toLowerCase()) ?? { kpi, ...nothing });
  return [...first, ...typed.filter((row) => !first.includes(row) && typedFields.some((field) => isTyped(row[field])))];
}

function kpiNames({ comparison }: WholeText): Readonly<Record<string, string>> {
  return Object.fromEntries(familyIds.map((id) => [id, comparison.families[id].name]));
}

function definitionNames(text: WholeText): Readonly<Record<string, string>> {
  const known = namesOf.get(text);
  if (!known) throw new Error("no such language");
  return known;
}

const namesOf = new Map(languages.map((language) => {
  const text = wholeTextIn(language);
  return [text, Object.fromEntries(familyIds.flatMap((id) => Object.entries(text.comparison.families[id].definitions).map(([one, { name }]) => [`${id}.${one}`, name])))];
}));
