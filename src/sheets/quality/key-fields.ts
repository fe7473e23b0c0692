// Which fields must not be empty, and what open deals without them put at risk: by field and deal by deal.

import { column, thisRow, type Column } from "../../formula/column";
import { entryAt, rowOf } from "../../formula/lookup";
import { call, cell, literal, literalText, ratio, reference, type Figure, type Term } from "../../formula/term";
import { asItselfAmong } from "../../formula/wildcards";
import { deals as dealsOf, isOpenGrouped, outcomeIs, type DealModel } from "../../metrics/deals";
import { amountWithout, dealsWithout, isBlank, rowsLacking, type KeyField } from "../../metrics/key-fields";
import type { CellValue } from "../../values";
import { isTyped, keyOfWord, readTable, translated } from "../any-language";
import { firstAndTyped } from "../first-and-typed";
import { gap, type Block, type ColumnSpec, type TableSpec } from "../block";
import { asColumn } from "../data/columns";
import { tableNames } from "../data/tables";
import { figures, fixed, reportTable } from "../report-table";
import { missing, note, section, type QualityParts } from "./parts";

export const keyFieldsTableName = "KeyFields";
const riskTableName = "FieldRisk";
const worstTableName = "DealsAtRisk";
const mostWorst = 50;
const mostExtras = 6;

/** Fields a deal may lack, and whether they are key fields at first. */
const candidates = {
  account: true, owner: true, contact: true, amount: true, due: true, nextStep: true, source: true,
  product: false, region: false, probability: false, competitor: false, lastActivity: false, nextActivity: false, type: false, forecastCategory: false,
} as const;
type Candidate = keyof typeof candidates;

/** A row of the form: a field of the Deals table, or what someone typed that is none. */
interface FieldRow {
  readonly name: string;
  readonly isKey: string | null;
  readonly column: Column | null;
  /** Its cell in the report beside the form. */
  readonly key: KeyField | null;
}

/** The rows of the form: fields of this export, then what was typed besides. */
export function fieldRows({ context, words, model }: QualityParts): readonly FieldRow[] {
  const { text, memory } = context;
  const { yes, no } = text.tables;
  const table = context.data.get("deal");
  if (!model || !table) return [];
  const known = (Object.keys(candidates) as Candidate[]).flatMap((field) => {
    const found = table.fields.get(field);
    return found && isOfExport(field, found, model) ? [{ name: words.fields[field], column: found, first: candidates[field] }] : [];
  });
  const typed = readTable(memory.tables.get(keyFieldsTableName), ({ quality }) => quality.keyFields.columns);
  const before = new Map(typed.rows.flatMap((row): [string, CellValue][] => {
    const name = typed.value(row, "field");
    if (!isTyped(name)) return [];
    return [[nameNow(name, text).toLowerCase(), translated(typed.value(row, "isKey"), ({ tables }) => ({ yes: tables.yes, no: tables.no }), text)]];
  }));
  const isUsed = usedIn(model);
  // Of the export's own columns those that some deals have and some lack, and those typed before.
  const further = isOpenGrouped(model) ? [] : table.columns.filter(({ field }) => field === null).map(({ spec }) => ({ name: spec.name, column: asColumn(tableNames.deal, spec), first: false }))
    .filter(({ name, column: of }) => before.has(name.toLowerCase()) || (isUsed(of) && isLacking(name, of, context)));
  const extras = firstAndTyped(further, mostExtras, ({ name }) => before.has(name.toLowerCase()));
  const names = new Set([...known, ...extras].map(({ name }) => name.toLowerCase()));
  const rows = [...known, ...extras].filter(({ name }, at, all) => all.findIndex((one) => one.name.toLowerCase() === name.toLowerCase()) === at).map(({ name, column: of, first }, at): FieldRow => {
    const stood = before.get(name.toLowerCase());
    const isKey = before.has(name.toLowerCase()) ? (stood === null || stood === undefined ? null : String(stood)) : first && isUsed(of) ? yes : no;
    return { name, isKey, column: of, key: { column: of, isKey: cell(`quality.key.${at}`, isKey ?? "") } };
  });
  const more = typed.rows.flatMap((row): FieldRow[] => {
    const name = typed.value(row, "field");
    if (!isTyped(name) || names.has(nameNow(name, text).toLowerCase())) return [];
    const isKey = before.get(nameNow(name, text).toLowerCase()) ?? null;
    return [{ name: nameNow(name, text), isKey: isKey === null ? null : String(isKey), column: null, key: null }];
  });
  return [...rows, ...more];
}

/** Whether any deal lacks it; of deals in groups that is counted apart. */
function isLacking(header: string, of: Column, { model }: QualityParts["context"]): boolean {
  const counted = model.completeness.find((one) => one.kind === "deal" && one.header === header)?.counted;
  if (!counted) return of.values.some((_, row) => isBlank(of, row));
  return counted.header.values.some((one, row) => one === header && Number(counted.filled.values[row]) < Number(counted.records.values[row]));
}

/** Whether any open deal has a field. */
function usedIn(model: DealModel): (field: Column) => boolean {
  if (isOpenGrouped(model)) return (field) => dealsWithout(model, field).value < dealsOf(model, "open").value;
  const open = outcomeIs(model, "open");
  return (field) => field.values.some((value, row) => value !== null && value !== "" && open.test(open.column.values[row] ?? null));
}

/** What formulas ask of each field. */
export function keyFieldsOf(rows: readonly FieldRow[]): readonly KeyField[] {
  return rows.flatMap(({ key }) => (key ? [key] : []));
}

export function keyFieldBlocks(parts: QualityParts, rows: readonly FieldRow[]): readonly Block[] {
  const { words, model, context } = parts;
  const { keyFields } = words;
  if (!model || rows.length === 0) return [section(keyFields.title), missing(keyFields.needs)];
  const absent = (Object.keys(candidates) as Candidate[]).filter((field) => candidates[field] && !rows.some(({ name, column: of }) => of && name === words.fields[field])).map((field) => words.fields[field]);
  const isUsed = usedIn(model);
  const unused = rows.filter(({ column: of, isKey }) => of && isKey !== context.text.tables.yes && !isUsed(of)).map(({ name }) => name);
  const shown = rows.filter((row): row is FieldRow & { readonly column: Column; readonly key: KeyField } => row.column !== null && row.key !== null);
  return [
    section(keyFields.title), note(keyFields.note, 2),
    ...(absent.length > 0 ? [note(keyFields.absent.replace("{fields}", absent.join(words.separator)))] : []),
    ...(unused.length > 0 ? [note(keyFields.unused.replace("{fields}", unused.join(words.separator)))] : []),
    { kind: "beside", blocks: [{ column: 0, block: { kind: "table", table: formTable(parts, rows) } }, { column: 3, block: riskTable(parts, shown) }] },
    gap(),
    {
      kind: "chart", across: 9, down: 14,
      chart: {
        name: "AmountAtRisk", kind: "bar", title: keyFields.chartTitle, alt: keyFields.chartAlt, legend: false, format: "money", axisMin: 0,
        series: [{ name: keyFields.risk.amount, categories: { table: riskTableName, column: keyFields.risk.field }, values: { table: riskTableName, column: keyFields.risk.amount }, colour: "teal" }],
      },
    },
    gap(),
    ...worstBlocks(parts, shown, context.text.tables.yes),
  ];
}

function formTable({ words, context }: QualityParts, rows: readonly FieldRow[]): TableSpec {
  const { columns: headers, prompt } = words.keyFields;
  const { yes, no } = context.text.tables;
  const isKey: ColumnSpec = { name: headers.isKey, owner: "user", format: "text", look: "choice", contents: rows.map((row) => row.isKey), allowed: { kind: "list", items: [yes, no], prompt } };
  return {
    name: keyFieldsTableName, kind: "form", key: [headers.field], filter: false, style: "form",
    columns: [{ name: headers.field, owner: "user", format: "text", look: "input", contents: rows.map((row) => row.name) }, isKey],
  };
}

function riskTable({ model, words }: QualityParts, rows: readonly (FieldRow & { readonly column: Column; readonly key: KeyField })[]): Block {
  const { risk: headers, columns: form } = words.keyFields;
  if (!model) return gap();
  const open = dealsOf(model, "open");
  const own = (header: string, value: Figure): Term<Figure> => reference(thisRow(riskTableName, header), value);
  const made = rows.map((row) => {
    const here = thisRow(riskTableName, headers.field);
    const entry = `INDEX(${column(keyFieldsTableName, form.isKey, []).text},MATCH(${asItselfAmong(here, [row.name])},${column(keyFieldsTableName, form.field, []).text},0))`;
    const lacks = dealsWithout(model, row.column);
    return { isKey: call(`IFERROR(IF(${entry}="","",${entry}),"")`, row.isKey ?? ""), lacks, share: ratio(own(headers.lacks, lacks.value), open), amount: amountWithout(model, row.column) };
  });
  return reportTable(riskTableName, headers.field, [
    fixed(headers.field, "text", rows.map(({ name }) => name), "label"),
    { ...figures(headers.isKey, "text", made.map((row) => row.isKey), "centred"), ids: rows.map((_, at) => `quality.key.${at}`) },
    figures(headers.lacks, "count", made.map((row) => row.lacks)), figures(headers.share, "percent", made.map((row) => row.share)), figures(headers.amount, "money", made.map((row) => row.amount)),
  ]);
}

/** The open deals that lack a key field, the largest first; which ones is as of the build, what each lacks is a formula. */
function worstBlocks({ model, words, context }: QualityParts, rows: readonly (FieldRow & { readonly column: Column; readonly key: KeyField })[], yes: string): readonly Block[] {
  const table = context.data.get("deal");
  if (!model || !table) return [];
  const { columns: headers, title, none, note: about, noteMost } = words.worst;
  if (isOpenGrouped(model)) return [section(title), missing(context.text.tables.groups.needsOpen(title))];
  const keys = rows.filter(({ isKey }) => isKey?.toLowerCase() === yes.toLowerCase()).map((row) => row.column);
  const { columns } = model.deals;
  const worth = (row: number) => (typeof columns.amount.values[row] === "number" ? columns.amount.values[row] : -1);
  const all = [...rowsLacking(model, keys)].sort((left, right) => worth(right) - worth(left));
  if (all.length === 0) return [section(title), missing(none)];
  const worst = all.slice(0, mostWorst);
  const text = (value: CellValue | undefined) => (value === null || value === undefined ? null : String(value));
  const of = (values: readonly CellValue[] | undefined) => worst.map((row) => text(values?.[row]));
  const lineOf = (row: number) => rowOf(reference(thisRow(worstTableName, headers.id), String(columns.id.values[row] ?? "")), columns.id);
  const lines = worst.map(lineOf);
  const own = (term: Term<Figure>) => reference(thisRow(worstTableName, headers.line), term.value);
  const lacking = worst.map((_, at): Term => {
    const line = own(lines[at] ?? literal(""));
    const pieces = rows.map(({ name, key, column: field }) => `IF(${key.isKey.text}=${literalText(yes)},IF(INDEX(${field.text},${line.text})="",${literalText(words.separator + name)},""),"")`);
    const now = rows.filter(({ isKey, column: field }) => isKey?.toLowerCase() === yes.toLowerCase() && isBlank(field, Number(line.value) - 1)).map(({ name }) => name).join(words.separator);
    return call(`IF(${line.text}="","",MID(${pieces.join("&")},${words.separator.length + 1},999))`, line.value === "" ? "" : now);
  });
  return [
    section(title), note(all.length > worst.length ? noteMost.replace("{n}", String(worst.length)).replace("{all}", String(all.length)) : about.replace("{n}", String(all.length))),
    reportTable(worstTableName, headers.id, [
      fixed(headers.name, "text", worst.map((row) => text(table.fields.get("name")?.values[row]) ?? text(table.fields.get("account")?.values[row]) ?? text(columns.id.values[row])), "label"),
      fixed(headers.id, "text", of(columns.id.values)), fixed(headers.owner, "text", of(columns.owner.values)), fixed(headers.stage, "text", of(columns.stage.values)),
      figures(headers.amount, "money", worst.map((_, at) => entryAt(columns.amount, own(lines[at] ?? literal(""))))),
      figures(headers.line, "count", lines), figures(headers.lacking, "text", lacking),
    ]),
  ];
}

/** The field's name in the language of the sheet. */
function nameNow(name: CellValue, text: QualityParts["context"]["text"]): string {
  const key = keyOfWord(name, ({ quality }) => quality.fields);
  return key === null ? String(name) : text.quality.fields[key];
}

/** The Deals table always has some columns, empty where the export does not tell. */
function isOfExport(field: Candidate, of: Column, model: DealModel): boolean {
  const isAlways = field === "due" || field === "owner" || field === "amount" || field === "probability";
  // Where open deals are in groups, the days may be in another table of the same deals.
  const isElsewhere = field === "due" && model.deals.has.due && isOpenGrouped(model) && usedIn(model)(of);
  return !isAlways || isElsewhere || of.values.some((value) => value !== null && value !== "");
}
