// A rollup goes into a file and comes back as it was; whatever else a file holds is a problem with a name, never a throw.

import * as fc from "fast-check";
import type { Groups } from "../src/crm/groups";
import { pathNames } from "../src/crm/paths";
import { issueKinds, objects } from "../src/crm/reading";
import { isRollupProblem, madeAt, readRollup, rollupText, type RollupFile } from "../src/rollup-file";
import { looksLikeRollup } from "../src/rollup-file/looks";
import type { Import } from "../src/sheets/data/import";
import { dayOf, type Day } from "../src/values";

const day = dayOf(2026, 11, 23)!;
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((value) => (Object.is(value, -0) ? 0 : value));
const text = fc.oneof(fc.constantFrom("Won", "Lost", "", "=1+1", "__proto__", "赢单"), fc.string({ unit: "binary" }));
const cell = fc.oneof(text, number, fc.boolean(), fc.constant(null));
const name = fc.oneof(fc.constantFrom("id", "amount", "closed", "__proto__", "constructor"), fc.string());
const named = <T>(value: fc.Arbitrary<T>) => fc.array(fc.tuple(name, value), { maxLength: 4 }).map((pairs): Readonly<Record<string, T>> => Object.fromEntries(pairs));
const values = <T>(value: fc.Arbitrary<T>, count: number) => fc.oneof(fc.array(value, { minLength: count, maxLength: count }), value.map((one) => Array.from({ length: count }, () => one)));
const measures = (count: number) => named(fc.record({ sum: values(fc.option(number), count), known: values(fc.nat(), count) }));
const more = fc.nat(5).chain((count) => fc.record({ columns: named(values(cell, count)), records: values(fc.nat(), count), measures: measures(count) }));

const someDay = fc.integer({ min: 20_000, max: 60_000 }).map((one) => one as Day);
const cohortCounts = fc.array(fc.record({ first: someDay, later: someDay, customers: fc.nat() }), { maxLength: 3 });
const summaries = fc.nat(5).chain((count) => fc.record({
  names: values(text, count), firstSale: values(someDay, count), firstPurchase: values(fc.option(someDay), count), firstAmount: values(fc.option(number), count),
  until: fc.array(fc.record({
    day: someDay, records: values(fc.nat(), count), known: values(fc.nat(), count), amount: values(number, count), lastSale: values(fc.option(someDay), count),
    purchaseDays: values(fc.nat(), count), refundDays: values(fc.nat(), count), bought: values(number, count), lastPurchase: values(fc.option(someDay), count),
  }), { maxLength: 3 }),
  sales: fc.nat(), usable: fc.nat(), firstUsable: fc.oneof(someDay, fc.constant(Infinity as Day)), cohorts: fc.record({ month: cohortCounts, quarter: cohortCounts, year: cohortCounts }),
}));
const customers = fc.record({ by: name, days: fc.option(more), summaries: fc.option(summaries) });

const paths = fc.record(Object.fromEntries(pathNames.map((one) => [one, more])), { requiredKeys: [] });

const groupsOf = (count: number): fc.Arbitrary<Groups> => fc.record({
  dimensions: fc.array(name, { maxLength: 3 }), breaks: fc.array(fc.integer({ min: 20_000, max: 60_000 }).map((one) => one as Day), { maxLength: 3 }), records: values(fc.nat(), count), measures: measures(count),
  filled: fc.array(fc.record({ header: text, stage: fc.option(text), records: fc.nat(), filled: fc.nat() }), { maxLength: 4 }), more: fc.array(more, { maxLength: 2 }), customers: fc.option(customers), paths,
  leftOut: fc.array(text, { maxLength: 2 }), eachOpen: fc.boolean(), answers: fc.array(fc.tuple(text, fc.oneof(fc.option(number), more)), { maxLength: 3 }).map((pairs) => new Map(pairs)),
  origin: fc.record({ engine: text, place: text, at: text, statement: text }),
});

const imported: fc.Arbitrary<Import> = fc.nat(12).chain((count) => fc.record({
  table: fc.record({ file: text, encoding: text, delimiter: fc.option(text), headerRow: fc.nat(), header: fc.array(text, { maxLength: 4 }), rowsRead: fc.nat() }),
  recognition: fc.record({
    object: fc.constantFrom(...objects), crm: fc.constant("other"), confidence: fc.double({ min: 0.1, max: 1, noNaN: true }), matched: fc.nat(), columns: fc.nat(), mapping: named(text),
  }),
  reading: fc.tuple(
    fc.record({
      count: fc.constant(count), columns: named(values(cell, count)), extras: fc.array(fc.record({ header: text, values: values(fc.option(text), count) }), { maxLength: 2 }),
      issues: fc.array(fc.record({ kind: fc.constantFrom(...issueKinds), row: fc.option(fc.nat()), column: fc.option(text), found: fc.option(text), count: fc.nat() }), { maxLength: 3 }),
    }),
    fc.option(groupsOf(count)),
  ).map(([reading, groups]) => (groups ? { ...reading, groups } : reading)),
}) as unknown as fc.Arbitrary<Import>);

const rollup: fc.Arbitrary<RollupFile> = fc.record({
  asOf: fc.constant(day),
  products: fc.array(text, { maxLength: 2 }), imports: fc.array(imported, { maxLength: 3 }),
});

it("comes back from its file as it was", () => {
  fc.assert(fc.property(rollup, (one) => {
    expect(readRollup(rollupText(one))).toEqual(one);
  }), { numRuns: 300 });
});

it("never throws, whatever is cut off, left out or put in another's place", () => {
  fc.assert(fc.property(rollup, fc.nat(), fc.anything(), (one, place, other) => {
    const whole = rollupText(one);
    const cut = readRollup(whole.slice(0, place % (whole.length - 1)));
    expect(isRollupProblem(cut) && ["cut-off", "not-a-rollup"].includes(cut.problem)).toBe(true);
    const changed = changedAt(JSON.parse(whole), place, other);
    const read = readRollup(JSON.stringify(changed) ?? "");
    if (!isRollupProblem(read)) expect(Array.isArray(read.imports)).toBe(true);
  }), { numRuns: 500 });
});

it.each([
  ["", "not-a-rollup", ""],
  ["Deal,Amount\nA,1\n", "not-a-rollup", ""],
  ["[1,2]", "not-a-rollup", ""],
  ['{"salesbook":"template"}', "not-a-rollup", ""],
  ['{"salesbook":"rollup","version":2}', "newer", ""],
  ['{"salesbook":"rollup","version":1,"asOf":"2026-11-23","prod', "cut-off", ""],
  ['{"salesbook":"rollup"}', "damaged", "version"],
  ['{"salesbook":"rollup","version":1,"asOf":"23.11.2026"}', "damaged", "asOf"],
  ['{"salesbook":"rollup","version":1,"asOf":"2026-11-23","products":[],"tables":[{"count":1e9}]}', "lengths", "tables[0].count"],
  ['{"salesbook":"rollup","version":1,"asOf":"2026-11-23","products":[],"tables":[{"count":2,"columns":{"amount":[1]}}]}', "lengths", "tables[0].columns.amount"],
  ['{"salesbook":"rollup","version":1,"asOf":"2026-11-23","products":[],"tables":[{"count":1,"columns":{"stage":{"of":["Won"],"at":[1]}}}]}', "damaged", "tables[0].columns.stage"],
])("says of %s that it is %s at %s", (content, problem, where) => {
  expect(readRollup(content)).toEqual({ problem, where });
});

it("is newer by its day, then by its moment, however that is written", () => {
  const made = (asOf: number, at: string) => madeAt({ asOf: asOf as Day, imports: [{ reading: { groups: { origin: { at } } } } as Import] });
  const inOrder = [made(day - 1, "2026-11-24T00:00:00Z"), made(day, "2026-11-23T01:00:00Z"), made(day, "2026-11-23T01:00:00.500Z"), made(day, "2026-11-22T22:00:00-04:00")];
  expect([...inOrder].reverse().sort()).toEqual(inOrder);
  expect(made(day, "last night")).toContain("last night");
});

it("is known by how it begins", () => {
  expect(["\uFEFF{\n \"salesbook\" : \"rollup\"", '{"salesbook":"template"', '[{"salesbook":"rollup"'].map(looksLikeRollup)).toEqual([true, false, false]);
});

it("writes a text that comes again, and a value that is everywhere, once", () => {
  const stages = Array.from({ length: 4000 }, (_, row) => ["Negotiation", "Proposal", "Qualification"][row % 3]!);
  const one = { ...fc.sample(imported, { seed: 1, numRuns: 1 })[0]!, reading: { count: 4000, columns: { stage: stages, owner: stages.map(() => "Nobody in particular") }, extras: [], issues: [] } } as unknown as Import;
  const written = rollupText({ asOf: day, products: [], imports: [one] });
  expect([written.split("Negotiation").length, written.split("Nobody in particular").length]).toEqual([2, 2]);
});

/** The document with another value at one of its places. */
function changedAt(whole: unknown, place: number, other: unknown): unknown {
  let left = place % 40;
  function walk(value: unknown): unknown {
    left -= 1;
    if (left === 0) return other;
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one)]));
    return value;
  }
  return walk(whole);
}
