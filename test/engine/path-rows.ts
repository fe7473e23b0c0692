// What happened to each customer, account or deal, from plain rows in plain loops: what an engine's paths must be equal to.

import type { Grouped } from "../../src/crm/groups";
import type { PathName, Paths } from "../../src/crm/paths";
import { cohortHorizons } from "../../src/metrics/month-cohorts";
import { entryFacts } from "../../src/metrics/stage-history";
import { monthStart, type CellValue, type Day } from "../../src/values";
import { gather } from "./gather";

interface PathOptions {
  readonly breaks: readonly Day[];
  readonly mapped: ReadonlySet<string>;
  /** The most rows of one piece. */
  readonly most: number;
}

type Cells = readonly CellValue[];
type Fields = (field: string) => Cells;
type Maker = (fields: Fields, all: readonly number[], options: PathOptions) => Grouped | null;

export function pathsOf(names: readonly PathName[], fields: Fields, count: number, options: PathOptions): Paths {
  const all = Array.from({ length: count }, (_, row) => row);
  const makers: Readonly<Record<PathName, Maker>> = { ways, again, touched, moved, reached, entered, stays };
  return Object.fromEntries(names.flatMap((name) => {
    const made = makers[name](fields, all, options);
    return made && made.records.length <= options.most ? [[name, made]] : [];
  }));
}

function ways(fields: Fields, all: readonly number[], { mapped }: PathOptions): Grouped | null {
  if (!mapped.has("type")) return null;
  const groups = gatherBy(all, (row) => [customerOf(fields, row).toLowerCase(), fields("type")[row] ?? null]);
  return {
    columns: {
      customer: groups.map(([row]) => customerOf(fields, row!) || null), type: groups.map(([row]) => fields("type")[row!] ?? null),
      first: groups.map((rows) => least(daysOf(fields("day"), rows))), last: groups.map((rows) => most(daysOf(fields("day"), rows))),
    },
    records: groups.map((rows) => rows.length),
    measures: { dated: { sum: groups.map((rows) => daysOf(fields("day"), rows).length), known: groups.map((rows) => rows.length) } },
  };
}

function again(fields: Fields, all: readonly number[], { mapped }: PathOptions): Grouped | null {
  if (!mapped.has("type")) return null;
  const dated = all.filter((row) => customerOf(fields, row) !== "" && fields("day")[row] !== null && fields("type")[row] !== null);
  const found: { customer: string; type: CellValue; again: CellValue; day: number }[] = [];
  for (const rows of gatherBy(dated, (row) => [customerOf(fields, row).toLowerCase()])) {
    const types = gatherBy(rows, (row) => [fields("type")[row] ?? null]).map((some) => ({ type: fields("type")[some[0]!] ?? null, days: daysOf(fields("day"), some) }));
    for (const one of types) for (const other of types) {
      const from = least(one.days)!;
      const next = least(other.days.filter((day) => day >= from));
      if (least(other.days)! < from && next !== null) found.push({ customer: customerOf(fields, rows[0]!), type: one.type, again: other.type, day: next });
    }
  }
  return {
    columns: { customer: found.map(({ customer }) => customer), type: found.map(({ type }) => type), again: found.map((one) => one.again), day: found.map(({ day }) => day) },
    records: found.map(() => 1), measures: {},
  };
}

function touched(fields: Fields, all: readonly number[], { breaks, mapped }: PathOptions): Grouped | null {
  const on = ["on", "doneOn", "created"].find((field) => mapped.has(field));
  if (!mapped.has("account") || on === undefined) return null;
  const days = fields(on);
  const rows = all.filter((row) => fields("account")[row] !== null && days[row] !== null);
  const groups = gatherBy(rows, (row) => [String(fields("account")[row]).trim().toLowerCase(), breaks.map((one) => Number(days[row]) >= one).join()]);
  return {
    columns: {
      account: groups.map(([row]) => fields("account")[row!] ?? null),
      first: groups.map((some) => least(daysOf(days, some))), last: groups.map((some) => most(daysOf(days, some))),
    },
    records: groups.map((some) => some.length), measures: {},
  };
}

/** Each row of the history, with what its deal's other rows say of it; null where nothing tells the deals apart. */
function history(fields: Fields, all: readonly number[], { mapped }: PathOptions) {
  if (!mapped.has("dealId") && !mapped.has("deal")) return null;
  const stage = spelled(fields("to"));
  const deal = all.map((row) => (fields("dealId")[row] ?? fields("deal")[row] ?? null) as string | null);
  const base = { deal, stage, on: fields("on") as (Day | null)[], left: fields("left") as (Day | null)[], days: fields("days") as (number | null)[] };
  return { deal, stage, on: fields("on"), facts: entryFacts(base, []) };
}

function moved(fields: Fields, all: readonly number[], options: PathOptions): Grouped | null {
  const known = history(fields, all, options);
  if (!known) return null;
  const { deal, on, facts } = known;
  const stage = fields("to");
  const from = fields("from").map((one, row) => (deal[row] === null ? null : one));
  const isFirst = all.map((row) => deal[row] === null || facts[row]!.direction === null);
  const groups = gatherBy(all, (row) => [stage[row] ?? null, bucketOf(on[row] ?? null, options.breaks), from[row] ?? null, facts[row]!.from, bucketOf(facts[row]!.cohort, options.breaks), isFirst[row]!]);
  const stay = all.map((row) => (deal[row] === null ? null : facts[row]!.days)).map((days) => (days === null || days < 0 ? null : days));
  return {
    columns: {
      to: groups.map(([row]) => stage[row!] ?? null), on: groups.map((rows) => least(daysOf(on, rows))), from: groups.map(([row]) => from[row!] ?? null),
      before: groups.map(([row]) => facts[row!]!.from), isFirst: groups.map(([row]) => isFirst[row!]!), cohort: groups.map((rows) => least(daysOf(facts.map(({ cohort }) => cohort), rows))),
    },
    records: groups.map((rows) => rows.length),
    measures: { stay: summed(stay, groups) },
  };
}

function reached(fields: Fields, all: readonly number[], options: PathOptions): Grouped | null {
  const known = history(fields, all, options);
  if (!known) return null;
  const { deal, stage, facts } = known;
  const entries = all.filter((row) => facts[row]!.firstEntry === 1);
  const sets = new Map(gatherBy(entries, (row) => [deal[row]!]).map((rows) => [deal[rows[0]!]!, [...new Set(rows.map((row) => stage[row]!.toLowerCase()))].sort().join("\n")]));
  const groups = gatherBy(entries, (row) => [stage[row]!, bucketOf(facts[row]!.cohort, options.breaks), sets.get(deal[row]!)!]);
  return {
    columns: { to: groups.map(([row]) => stage[row!]!), cohort: groups.map((rows) => least(daysOf(facts.map(({ cohort }) => cohort), rows))), stages: groups.map(([row]) => sets.get(deal[row!]!)!) },
    records: groups.map((rows) => rows.length), measures: {},
  };
}

function entered(fields: Fields, all: readonly number[], options: PathOptions): Grouped | null {
  const known = history(fields, all, options);
  if (!known) return null;
  const { stage, on, facts } = known;
  const entries = all.filter((row) => facts[row]!.firstEntry === 1);
  const within = (row: number) => (facts[row]!.since === null ? null : (cohortHorizons.find((days) => facts[row]!.since! <= days) ?? null));
  const groups = gatherBy(entries, (row) => [stage[row]!, bucketOf(on[row] ?? null, options.breaks), bucketOf(facts[row]!.cohort, options.breaks), within(row)]);
  return {
    columns: { to: groups.map(([row]) => stage[row!]!), on: groups.map((rows) => least(daysOf(on, rows))), cohort: groups.map((rows) => least(daysOf(facts.map(({ cohort }) => cohort), rows))), within: groups.map(([row]) => within(row!)) },
    records: groups.map((rows) => rows.length),
    measures: { since: summed(facts.map(({ since }) => since), groups) },
  };
}

function stays(fields: Fields, all: readonly number[], options: PathOptions): Grouped | null {
  const known = history(fields, all, options);
  if (!known) return null;
  const { stage, facts } = known;
  // As the deals are looked up: by id where the history has ids.
  const field = options.mapped.has("dealId") ? "dealId" : "deal";
  const key = fields(field);
  const rows = all.filter((row) => key[row] !== null && stage[row] !== null && facts[row]!.days !== null);
  const groups = gatherBy(rows, (row) => [key[row]!, stage[row]!]);
  return { columns: { [field]: groups.map(([row]) => key[row!]!), stage: groups.map(([row]) => stage[row!]!) }, records: groups.map((some) => some.length), measures: { days: summed(facts.map(({ days }) => days), groups) } };
}

/** Stages written in several ways are one, spelled as the least of them. */
function spelled(stages: Cells): readonly (string | null)[] {
  const least = new Map<string, string>();
  for (const stage of stages) {
    if (typeof stage !== "string" || stage === "") continue;
    const known = least.get(stage.toLowerCase());
    if (known === undefined || stage < known) least.set(stage.toLowerCase(), stage);
  }
  return stages.map((stage) => (typeof stage === "string" && stage !== "" ? least.get(stage.toLowerCase())! : null));
}

function customerOf(fields: Fields, row: number): string {
  return String(["account", "contact", "lead", "deal"].map((field) => fields(field)[row]).find((one) => one) ?? "").trim();
}

function bucketOf(day: CellValue, breaks: readonly Day[]): string | null {
  if (typeof day !== "number") return null;
  return `${monthStart(day as Day)} ${breaks.map((one) => (day < one ? "<" : "≥")).join("")}`;
}

function daysOf(values: Cells, rows: readonly number[]): number[] {
  return rows.map((row) => values[row]).filter((value) => typeof value === "number");
}

function least(days: readonly number[]): number | null {
  return days.length === 0 ? null : days.reduce((one, other) => Math.min(one, other));
}

function most(days: readonly number[]): number | null {
  return days.length === 0 ? null : days.reduce((one, other) => Math.max(one, other));
}

function summed(values: readonly (number | null)[], groups: readonly (readonly number[])[]): { readonly sum: (number | null)[]; readonly known: number[] } {
  const numbers = groups.map((rows) => rows.map((row) => values[row]).filter((value) => typeof value === "number"));
  return { sum: numbers.map((some) => (some.length === 0 ? null : some.reduce((sum, one) => sum + one, 0))), known: numbers.map((some) => some.length) };
}

function gatherBy(rows: readonly number[], keyOf: (row: number) => readonly CellValue[]): number[][] {
  return gather(rows, (row) => JSON.stringify(keyOf(row)));
}
