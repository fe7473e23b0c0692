// One row for each open deal: the columns it is checked by, what it misses, and whether it stands still.

import { column, columnsBetween, thisRow, type Column } from "../../formula/column";
import { call, literalText, type Figure, type Term } from "../../formula/term";
import type { DealModel } from "../../metrics/deals";
import { meets, missedTests, type GateTest } from "../../metrics/gate-checks";
import { pushesIn } from "../../metrics/pushes";
import type { WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import type { ColumnSpec, TableSpec } from "../block";
import type { SheetContext } from "../context";

import { figures, fixed } from "../report-table";
import { keyOf, namedFields, type Criterion } from "./criteria";
import { isBlank, type GateField } from "./fields";
import { gateNames } from "./names";

/** Fields every deal can be checked by at once, where they have values; others from the refresh after a criterion names them. */
const alwaysTested: ReadonlySet<string> = new Set([
  "owner", "amount", "due", "inStageSince", "lastActivity", "account", "contact", "nextStep", "product", "competitor", "source", "probability", "type", "region", "forecastCategory", "created",
]);

/** An open deal: its row in Deals counted from 0, its place in the pipeline counted from 1 (0 where its stage is not in it). */
export interface OpenDeal {
  readonly row: number;
  readonly id: string;
  readonly name: string;
  readonly stage: string;
  readonly place: number;
  readonly amount: number | null;
  readonly pushes: number | null;
}

/** Open deals in the order of the table, and where pushes are counted. */
export interface OpenDeals {
  readonly deals: readonly OpenDeal[];
  readonly pushesFrom: "export" | "snapshots" | null;
}

/** Largest amount first; without amounts as they come. */
export function openDeals({ data, snapshots }: SheetContext, model: DealModel): OpenDeals {
  const { columns } = model.deals;
  const places = new Map(model.stages.rows.filter(({ outcome }) => outcome === "open").map(({ stage }, at) => [keyOf(stage), at + 1]));
  const names = data.get("deal")?.fields.get("name");
  const counted = data.get("deal")?.fields.get("pushCount");
  const logged = !counted && snapshots && snapshots.since !== null ? pushesIn(snapshots.log) : null;
  const deals = columns.outcome.values.flatMap((outcome, row): OpenDeal[] => {
    if (outcome !== model.words.outcome.open) return [];
    const id = textOf(columns.id.values[row]);
    const stage = textOf(columns.stage.values[row]);
    const pushes = counted ? numberOf(counted.values[row]) : logged ? (logged.get(id) ?? 0) : null;
    return [{ row, id, name: textOf(names?.values[row]) || id, stage, place: places.get(keyOf(stage)) ?? 0, amount: numberOf(columns.amount.values[row]), pushes }];
  });
  const worth = (deal: OpenDeal) => deal.amount ?? -Infinity;
  return { deals: [...deals].sort((a, b) => (worth(a) === worth(b) ? a.row - b.row : worth(b) - worth(a))), pushesFrom: counted ? "export" : logged ? "snapshots" : null };
}

/** What deals are checked by: their name and stage first, the fields always tested, and those criteria name. */
export function testedFields(fields: readonly GateField[], criteria: readonly Criterion[], model: DealModel, { data, text }: SheetContext): readonly GateField[] {
  const named = namedFields(criteria);
  const { checks: words } = text.gates;
  const { stage, id } = model.deals.columns;
  return [
    { field: "name", name: words.deal, format: "text", values: data.get("deal")?.fields.get("name")?.values.map((name, row) => (isBlank(name) ? (id.values[row] ?? null) : name)) ?? id.values },
    { field: "stage", name: words.stage, format: "text", values: stage.values },
    ...fields.filter(({ field, name }) => (field !== null && alwaysTested.has(field)) || named.has(keyOf(name))),
  ];
}

/** From what day the days of deals in their stage count: from their own where most open deals have it, else the created day; or from none that says anything. */
export function daysCountFrom({ data, imports }: SheetContext, { deals, words }: DealModel): "stage" | "created" | "sameDay" | null {
  const { outcome, stageSince } = deals.columns;
  const own = deals.has.stageSince ? data.get("deal")?.fields.get("stageSince")?.values : undefined;
  const count = (values: readonly CellValue[] | undefined) => (values ?? []).filter((value, row) => typeof value === "number" && outcome.values[row] === words.outcome.open).length;
  const known = count(stageSince.values);
  if (known === 0) return null;
  if (count(own) * 2 >= known) return "stage";
  return imports.some(({ issues }) => issues.some(({ kind }) => kind === "one-created-date")) ? "sameDay" : "created";
}

/** Places in the criteria of what each deal misses, deal by deal. */
export function missedBy({ deals }: OpenDeals, tested: readonly GateField[], tests: readonly (GateTest | null)[], asOf: number): readonly (readonly number[])[] {
  const applies = [...tests.entries()].flatMap(([at, test]) => (test ? [{ at, test }] : []));
  const known = applies.map(({ test }) => test);
  return deals.map(({ place, row }) => (place === 0 ? [] : missedTests(known, tested.map(({ values }) => values[row] ?? null), place, asOf).map((at) => applies[at]!.at)));
}

interface CheckInput {
  readonly model: DealModel;
  readonly open: OpenDeals;
  readonly tested: readonly GateField[];
  /** Days a deal may stay, by place in the pipeline counted from 1. */
  readonly limits: readonly Figure[];
  readonly pushes: Term<number>;
  /** Places in the criteria of what each deal misses. */
  readonly missed: readonly (readonly number[])[];
  /** Numbers of deals (counted from 1) that are waived; null where there is no list to waive them in. */
  readonly waived: ReadonlySet<number> | null;
  readonly hasRates: boolean;
  readonly countsFrom: ReturnType<typeof daysCountFrom>;
  readonly text: WholeText;
}

/** What came of the checks, for sums over the table; each in the order of the deals. */
export interface Checks {
  readonly table: TableSpec;
  readonly columns: Readonly<Record<"no" | "owner" | "stage" | "amount" | "place" | "missing" | "risk" | "long" | "late" | "quiet" | "pushed" | "still", Column>>;
  /** `GateChecks[[#Headers],[Owner]:[Amount]]` and the like; null where the deals have no column at all. */
  readonly tested: { readonly headers: string; readonly rows: string };
  readonly since: string | null;
  readonly due: string | null;
  readonly last: string | null;
  readonly hasPushes: boolean;
  /** Whether the data tell of each reason to stand still, and of any. */
  readonly known: Readonly<Record<"long" | "late" | "quiet" | "pushed" | "still", boolean>>;
  readonly hasFields: boolean;
  /** Whether a deal (by its place in the table) does not meet a criterion, due or not. */
  readonly unmet: (at: number, test: GateTest) => boolean;
  /** Places in the criteria of what each deal misses. */
  readonly missed: readonly (readonly number[])[];
}

export function gateChecks(input: CheckInput): Checks {
  const { open, tested, missed, text, model } = input;
  const words = text.gates.checks;
  const values = tested.map(({ values: all }) => open.deals.map(({ row }) => all[row] ?? null));
  const names = tested.map(({ name }) => name);
  const own = (name: string) => thisRow(gateNames.checks, name);
  const range = { from: words.deal, to: names.at(-1) ?? words.stage };
  const headerOf = (field: string) => names[tested.findIndex((one) => one.field === field)] ?? null;
  const criteria = text.gates.criteria;
  const from = column(gateNames.criteria, criteria.from, []).text;
  const stages = column(gateNames.stages, text.gates.stages.stage, []).text;
  const below = `(ROW(${stages})-ROW(${gateNames.stages}[[#Headers],[${text.gates.stages.stage}]]))`;
  const place = open.deals.map((deal) => call(`SUMPRODUCT(MAX((${stages}=${own(words.stage)})*${below}))`, deal.place));
  const met = `COUNTIFS(${columnsBetween(gateNames.checks, range.from, range.to, "#Headers")},${column(gateNames.criteria, criteria.field, []).text},${columnsBetween(gateNames.checks, range.from, range.to, "#This Row")},${column(gateNames.criteria, criteria.test, []).text},${columnsBetween(gateNames.checks, range.from, range.to, "#This Row")},"<>")`;
  const missing = missed.map((all) => call(`SUMPRODUCT(ISNUMBER(${from})*(${from}<=${own(words.place)})*(${own(words.place)}>0)*(${met}=0))`, all.length));
  const waived = `COUNTIFS(${column(gateNames.misses, text.gates.misses.no, []).text},${own(words.no)},${column(gateNames.misses, text.gates.misses.waived, []).text},${literalText(text.tables.yes)})`;
  const risk = missed.map((all, row) => call(`IF(${own(words.missing)}=0,0,${input.waived ? `IF(${waived}>0,0,1)` : "1"})`, all.length > 0 && input.waived?.has(row + 1) !== true ? 1 : 0));
  const flags = standing(input, { values, headerOf, own });
  const table: TableSpec = {
    name: gateNames.checks, kind: "mirror", key: [words.no], filter: true, style: "data",
    columns: [
      fixed(words.no, "count", open.deals.map((_, at) => at + 1)),
      ...tested.map(({ format }, at) => fixed(names[at]!, format, values[at]!)),
      ...(open.pushesFrom ? [fixed(words.pushes, "count", open.deals.map(({ pushes }) => pushes))] : []),
      ...(input.hasRates ? [fixed(words.row, "count", open.deals.map(({ row }) => row + 1)), figures(words.worth, "money", worthNow(input, own(words.row)))] : []),
      figures(words.place, "count", place),
      figures(words.missing, "count", missing),
      figures(words.risk, "count", risk),
      ...flags,
    ],
  };
  const of = (name: string): Column => columnIn(table, name);
  const amountName = input.hasRates ? words.worth : headerOf("amount");
  const missingColumn = (): Column => column(gateNames.checks, words.deal, open.deals.map(() => null));
  const owner = headerOf("owner");
  const counts = input.countsFrom === "stage" || input.countsFrom === "created";
  const since = counts ? headerOf("inStageSince") : null;
  const [due, last, hasPushes] = [headerOf("due"), headerOf("lastActivity"), open.pushesFrom !== null];
  return {
    table,
    columns: {
      no: of(words.no), owner: owner ? of(owner) : missingColumn(), stage: of(words.stage), amount: amountName ? of(amountName) : missingColumn(),
      place: of(words.place), missing: of(words.missing), risk: of(words.risk), long: of(words.long), late: of(words.late), quiet: of(words.quiet), pushed: of(words.pushed), still: of(words.still),
    },
    tested: { headers: columnsBetween(gateNames.checks, range.from, range.to, "#Headers"), rows: columnsBetween(gateNames.checks, range.from, range.to) },
    since, due, last, hasPushes,
    known: { long: since !== null, late: due !== null, quiet: last !== null, pushed: hasPushes, still: since !== null || due !== null || last !== null || hasPushes },
    hasFields: tested.length > 2,
    unmet: (at, { cell, operator, value }) => !meets(values[cell]?.[at] ?? null, operator, value, model.settings.asOf.value),
    missed,
  };
}

/** Too long, overdue, quiet, pushed, and whether any of them: 1 or 0. */
function standing({ model, open, limits, pushes, countsFrom, text }: CheckInput, at: { readonly values: readonly (readonly CellValue[])[]; readonly headerOf: (field: string) => string | null; readonly own: (name: string) => string }): readonly ColumnSpec[] {
  const words = text.gates.checks;
  const { asOf, noActivityDays } = model.settings;
  const { own, headerOf } = at;
  const limit = `INDEX(${column(gateNames.limits, text.gates.limits.limit, []).text},${own(words.place)})`;
  const since = countsFrom === "stage" || countsFrom === "created" ? headerOf("inStageSince") : null;
  const due = headerOf("due");
  const last = headerOf("lastActivity");
  const day = (column: Column | null, row: number) => (column ? numberOf(column.values[row]) : null);
  const { columns } = model.deals;
  const facts = open.deals.map(({ row, place, pushes: count }) => {
    const [from, close, active] = [since ? day(columns.stageSince, row) : null, day(columns.due, row), day(columns.lastActivity, row)];
    const most = place === 0 ? "" : (limits[place - 1] ?? "");
    return {
      long: from !== null && most !== "" && asOf.value - from > most, late: close !== null && close < asOf.value,
      quiet: active !== null && asOf.value - active > noActivityDays.value, pushed: count !== null && count >= pushes.value,
    };
  });
  const flag = (name: "long" | "late" | "quiet" | "pushed", formula: string | null) =>
    figures(words[name], "count", facts.map((fact) => (formula === null ? call("0", 0) : call(formula, fact[name] ? 1 : 0))));
  return [
    flag("long", since && `IF(OR(${own(words.place)}=0,${own(since)}=""),0,IF(ISNUMBER(${limit}),IF(${asOf.text}-${own(since)}>${limit},1,0),0))`),
    flag("late", due && `IF(ISNUMBER(${own(due)}),IF(${own(due)}<${asOf.text},1,0),0)`),
    flag("quiet", last && `IF(ISNUMBER(${own(last)}),IF(${asOf.text}-${own(last)}>${noActivityDays.text},1,0),0)`),
    flag("pushed", open.pushesFrom && `IF(ISNUMBER(${own(words.pushes)}),IF(${own(words.pushes)}>=${pushes.text},1,0),0)`),
    figures(words.still, "count", facts.map((fact) => call(`IF(${own(words.long)}+${own(words.late)}+${own(words.quiet)}+${own(words.pushed)}>0,1,0)`, fact.long || fact.late || fact.quiet || fact.pushed ? 1 : 0))),
  ];
}

/** The amount at the rates typed in Setup, which may change after the build. */
function worthNow({ model, open }: CheckInput, row: string): readonly Term<Figure>[] {
  const amounts = model.deals.columns.amount.text;
  return open.deals.map(({ amount }) => call(`IF(ISNUMBER(INDEX(${amounts},${row})),INDEX(${amounts},${row}),"")`, amount ?? ""));
}

/** A column of the table as formulas elsewhere see it. */
function columnIn({ name, columns }: TableSpec, header: string): Column {
  const found = columns.find((one) => one.name === header);
  if (!found) throw new Error(`no such column: ${name}[${header}]`);
  return column(name, header, found.contents.map((content) => (typeof content === "object" && content !== null ? content.value : content)));
}

function textOf(value: CellValue | undefined): string {
  return isBlank(value) ? "" : String(value);
}

function numberOf(value: CellValue | undefined): number | null {
  return typeof value === "number" ? value : null;
}
