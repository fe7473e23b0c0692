// Deals to look at now: which ones stands as of the build, everything about them follows by formula.

import { thisRow, type Column } from "../../formula/column";
import { entryAt, lookupNumber, rowOf } from "../../formula/lookup";
import { numberText, sentence } from "../../formula/sentence";
import { assured, call, dayTerm, literal, reference, subtract, whenNumbers, type Figure, type Term } from "../../formula/term";
import { attentionDeals } from "../../metrics/attention";
import { isOpenGrouped } from "../../metrics/deals";
import type { CellValue } from "../../values";
import { grid, show, type Block, type ColumnSpec } from "../block";
import { headerOf } from "../data/columns";
import type { Format } from "../plan";
import { figures, fixed, reportTable } from "../report-table";
import type { DashboardParts } from "./parts";

const attentionName = "Attention";
const mostShown = 25;
/** Columns before the reason, which has a wide one of its own. */
const before = 12;

interface AttentionBlocks {
  readonly blocks: readonly Block[];
  readonly count: number;
}

export function attentionBlocks(parts: DashboardParts): AttentionBlocks {
  const { words, model } = parts;
  const all = attentionDeals(model);
  const shown = all.slice(0, mostShown);
  const title = [show("section", words.attentionTitle, { across: before + 1 })];
  if (shown.length === 0) return { count: 0, blocks: [grid([title, [show("note", isOpenGrouped(model) ? parts.context.text.tables.groups.needsOpen(words.attentionTitle) : words.noAttention, { across: before + 1 })]])] };
  const rows = shown.map(({ row, id }): Row => {
    const at = rowOf(reference(thisRow(attentionName, words.deal.id), id), model.deals.columns.id);
    return { row, id, at };
  });
  return {
    count: all.length,
    blocks: [
      grid([title, [show("note", sentence(words.attentionNote, { n: literal(String(mostShown)) }).value, { across: before + 1 })]]),
      reportTable(attentionName, words.deal.id, columnsOf(parts, rows)),
    ],
  };
}

interface Row {
  readonly row: number;
  readonly id: string;
  /** Its row in Deals. */
  readonly at: Term<Figure>;
}

/** Number, what names the deal, up to eight more fields that have values, days, limit, row, reason. */
function columnsOf(parts: DashboardParts, rows: readonly Row[]): readonly ColumnSpec[] {
  const { words } = parts;
  const fields = fieldsShown(parts, rows);
  const days = rows.map((row) => daysSince(parts, parts.model.deals.columns.stageSince, row));
  const limits = rows.map((row) => limitOf(parts, row));
  const daysHeader = parts.model.deals.has.stageSince ? words.deal.days : words.deal.daysCreated;
  const { name, others } = fields;
  const shown = { days: days.map((term) => term.value), limits: limits.map((term) => term.value), daysHeader, others };
  return [
    fixed(words.deal.no, "score", rows.map((_, index) => index + 1), "centred"),
    ...(name ? [fieldColumn(parts, name, rows)] : []),
    ...(name ? [] : [idColumn(parts, rows)]),
    ...others.map((field) => fieldColumn(parts, field, rows)),
    figures(daysHeader, "count", days),
    figures(words.deal.limit, "count", limits),
    ...(name ? [idColumn(parts, rows)] : []),
    figures(words.deal.row, "count", rows.map((row) => row.at)),
    figures(words.deal.why, "text", rows.map((row, index) => reasonOf(parts, row, index, shown))),
  ];
}

interface Field {
  readonly field: string;
  readonly header: string;
  readonly format: Format;
  readonly column: Column;
}

/** Fields with values in these deals: what names a deal first, then what helps to act, until the width is used. */
function fieldsShown({ context, model }: DashboardParts, rows: readonly Row[]): { readonly name: Field | null; readonly others: readonly Field[] } {
  const data = context.data.get("deal");
  const wanted = ["name", "account", "owner", "stage", "amount", "due", "lastActivity", "nextStep", "product", "contact", "team", "region", "source", "created"];
  const found = wanted.flatMap((field): Field[] => {
    const column = data?.fields.get(field) ?? (field === "due" ? model.deals.columns.due : null);
    if (!column || !rows.some(({ row }) => filled(column.values[row]))) return [];
    const spec = data?.columns.find((one) => one.field === field)?.spec;
    return [{ field, header: spec?.name ?? headerOf(field, context.text), format: spec?.format ?? "text", column }];
  });
  const name = found.find((one) => one.field === "name") ?? null;
  return { name, others: found.filter((one) => one !== name).slice(0, before - (name ? 6 : 5)) };
}

function fieldColumn({ words }: DashboardParts, { header, format, column }: Field, rows: readonly Row[]): ColumnSpec {
  return figures(header, format, rows.map(({ at }) => entryAt(column, rowCell(words, at))));
}

function idColumn({ words }: DashboardParts, rows: readonly Row[]): ColumnSpec {
  return fixed(words.deal.id, "text", rows.map((row) => row.id));
}

/** As-of day less a date of the deal. */
function daysSince({ model, words }: DashboardParts, column: Column, { at }: Row): Term<Figure> {
  const since = figureOf(entryAt(column, rowCell(words, at)));
  return whenNumbers([since], (day) => subtract(dayTerm(model.settings.asOf), day ?? literal(0)));
}

/** The longest stay of the deal's stage; nothing where there are no stages, since Setup has no table of them then. */
function limitOf({ model, words }: DashboardParts, { at }: Row): Term<Figure> {
  if (model.stages.rows.length === 0) return literal("");
  const { columns } = model.deals;
  const row = rowCell(words, at);
  const value = at.value === "" ? "" : columns.stage.values[at.value - 1];
  const stage = reference(`INDEX(${columns.stage.text},${row.text})`, typeof value === "string" ? value : "");
  return lookupNumber(model.stages.longestStay, stage, model.stages.stage);
}

/** What the other columns of the table hold. */
interface Shown {
  readonly days: readonly Figure[];
  readonly limits: readonly Figure[];
  readonly daysHeader: string;
  readonly others: readonly Field[];
}

/** As-of day less a date of the table's own row; null where the table has no such column, since no deal in it has the date. */
function daysSinceShown({ model }: DashboardParts, field: string, { at }: Row, { others }: Shown): Term<Figure> | null {
  const found = others.find((one) => one.field === field);
  if (!found) return null;
  const value = at.value === "" ? "" : found.column.values[at.value - 1];
  const day = reference<Figure>(thisRow(attentionName, found.header), typeof value === "number" ? value : "");
  return whenNumbers([day], (known) => subtract(dayTerm(model.settings.asOf), known ?? literal(0)));
}

/** All reasons that hold now, each said with its figures: `MID(IF(a,"; …","")&IF(b,"; …",""),3,250)`. */
function reasonOf(parts: DashboardParts, row: Row, index: number, shown: Shown): Term<string> {
  const { words, model } = parts;
  const { reasons } = words;
  const days = reference<Figure>(thisRow(attentionName, shown.daysHeader), shown.days[index] ?? "");
  const limit = reference<Figure>(thisRow(attentionName, words.deal.limit), shown.limits[index] ?? "");
  const late = daysSinceShown(parts, "due", row, shown);
  const quiet = daysSinceShown(parts, "lastActivity", row, shown);
  const allowed = model.settings.noActivityDays;
  const stands = sentence(model.deals.has.stageSince ? reasons.stage : reasons.created, { days: daysText(parts, days), limit: numberText(assured(limit)) });
  const said = [
    reason(`COUNT(${days.text},${limit.text})=2`, `${days.text}>${limit.text}`, days.value !== "" && limit.value !== "" && days.value > limit.value, stands),
    ...(late ? [reason(`COUNT(${late.text})=1`, `${late.text}>0`, late.value !== "" && late.value > 0, sentence(reasons.overdue, { days: daysText(parts, late) }))] : []),
    ...(quiet ? [reason(`COUNT(${quiet.text})=1`, `${quiet.text}>${allowed.text}`, quiet.value !== "" && quiet.value > allowed.value, sentence(reasons.quiet, { days: daysText(parts, quiet) }))] : []),
  ];
  const separator = literal(reasons.separator).text;
  const text = said.map((one) => `IF(${one.known},IF(${one.test},${separator}&${one.said.text},""),"")`).join("&");
  const value = said.filter((one) => one.holds).map((one) => one.said.value).join(reasons.separator);
  return call(`MID(${text},${reasons.separator.length + 1},250)`, value);
}

/** `1 day`, `14 days`. */
function daysText({ words }: DashboardParts, days: Term<Figure>): Term<string> {
  const many = sentence(words.days, { n: numberText(assured(days)) });
  return call(`IF(${days.text}=1,${literal(words.oneDay).text},${many.text})`, days.value === 1 ? words.oneDay : many.value);
}

function reason(known: string, test: string, holds: boolean, said: Term<string>) {
  return { known, test, holds, said };
}

function rowCell(words: DashboardParts["words"], at: Term<Figure>): Term<Figure> {
  return reference(thisRow(attentionName, words.deal.row), at.value);
}

function figureOf(term: Term): Term<Figure> {
  return { ...term, value: typeof term.value === "number" ? term.value : "" };
}

function filled(value: CellValue | undefined): boolean {
  return value !== null && value !== undefined && value !== "";
}
