// What changed between two exports: an example worked out by hand, each kind by itself, and what holds for any two.

import fc from "fast-check";
import { changeKinds, changesBetween, type ChangeKind, type Changes } from "../../src/metrics/changes";
import type { DealState } from "../../src/metrics/deal-state";
import { anyDeals, byKey, day, pipeline, state } from "./states";

const asWritten = { stages: pipeline, worth: (amount: number | null) => amount };
/** One euro is two dollars; other currencies have no rate. */
const inDollars = { stages: pipeline, worth: (amount: number | null, currency: string | null) => (amount === null || currency === "XXX" ? null : currency === "EUR" ? 2 * amount : amount) };

function kindsOf(was: DealState | null, is: DealState | null): ChangeKind[] {
  return changesBetween(was ? byKey(was) : new Map(), is ? byKey(is) : new Map(), asWritten).list.map(({ kind }) => kind);
}

function figures({ kinds }: Changes): Partial<Record<ChangeKind, readonly [count: number, amount: number]>> {
  return Object.fromEntries(changeKinds.flatMap((kind) => (kinds[kind].count === 0 ? [] : [[kind, [kinds[kind].count, kinds[kind].amount]]])));
}

it("counts a week worked out by hand", () => {
  const before = byKey(
    state("A", { amount: 100 }), state("B", { amount: 200, stage: "Proposal", due: day("2026-06-30") }), state("C", { amount: 300, stage: "Contract" }),
    state("D", { amount: 400 }), state("E", { amount: 500, stage: "Lost", outcome: "lost" }), state("F", { amount: 600 }),
    state("G", { amount: 700, stage: "Won", outcome: "won" }),
  );
  const after = byKey(
    state("A", { amount: 150, stage: "Proposal" }), state("B", { amount: 120, stage: "Lead", due: day("2026-07-31"), owner: "Bo" }),
    state("C", { amount: 330, stage: "Won", outcome: "won" }), state("D", { amount: 400, stage: "Lost", outcome: "lost" }),
    state("E", { amount: 500, stage: "Proposal" }), state("G", { amount: 710, stage: "Won", outcome: "won" }), state("H", { amount: 50 }),
  );
  const changes = changesBetween(before, after, asWritten);
  expect(figures(changes)).toEqual({
    new: [1, 50], reopened: [1, 500], increased: [2, 80], decreased: [1, 80], won: [1, 330], lost: [1, 400], gone: [1, 600],
    slipped: [1, 120], movedOn: [1, 150], movedBack: [1, 120], changedOwner: [1, 120], restated: [1, 10],
  });
  // 100 + 200 + 300 + 400 + 600 open before; 1600 + 50 + 500 + 80 − 80 − 330 − 400 − 600 = 820 = 150 + 120 + 500 + 50.
  expect(changes.open).toEqual({ before: { count: 5, amount: 1600 }, after: { count: 4, amount: 820 } });
});

it.each<[string, DealState | null, DealState | null, ChangeKind[]]>([
  ["a deal that comes already won as new and won", null, state("A", { outcome: "won", stage: "Won" }), ["new", "won"]],
  ["a deal that is won with another amount as changed, then won", state("A"), state("A", { amount: 90, outcome: "won", stage: "Won" }), ["decreased", "won"]],
  ["a won deal that is lost as reopened and lost", state("A", { outcome: "won" }), state("A", { outcome: "lost" }), ["reopened", "lost"]],
  ["a closed deal that is gone as no loss of open amount", state("A", { outcome: "lost" }), null, ["goneClosed"]],
  ["an earlier expected close as pulled in", state("A", { due: day("2026-07-02") }), state("A", { due: day("2026-07-01") }), ["pulledIn"]],
  ["an expected close that was not known as neither later nor earlier", state("A"), state("A", { due: day("2026-07-01") }), []],
  ["the expected close of a won deal as no slip", state("A", { due: day("2026-07-01") }), state("A", { due: null, outcome: "won" }), ["won"]],
  ["a stage the pipeline does not know as moved", state("A", { stage: "Elsewhere" }), state("A"), ["moved"]],
  ["a stage written in another case as the same", state("A"), state("A", { stage: " LEAD" }), []],
  ["an amount that differs only beyond what Excel keeps as the same", state("A", { amount: 0.1 + 0.2 }), state("A", { amount: 0.3 }), []],
])("counts %s", (_, was, is, kinds) => {
  expect(kindsOf(was, is)).toEqual(kinds);
});

it("says of each change what was and what is", () => {
  const [slip] = changesBetween(byKey(state("A", { due: day("2026-06-30") })), byKey(state("A", { due: day("2026-07-31") })), asWritten).list;
  expect(slip).toMatchObject({ kind: "slipped", deal: { id: "A", name: "Deal A" }, from: day("2026-06-30"), to: day("2026-07-31"), amount: 100, open: 0 });
});

it("values both sides at the rates of now, so that a rate changes no deal", () => {
  const deals = byKey(state("A", { currency: "EUR" }), state("B", { currency: "USD" }), state("C", { currency: "XXX" }));
  const changes = changesBetween(deals, deals, inDollars);
  expect(changes).toMatchObject({ list: [], open: { before: { amount: 300 }, after: { amount: 300 } }, unvalued: 1 });
});

it("explains the open amount and the open deals of any two exports", () => {
  fc.assert(fc.property(anyDeals, anyDeals, (before, after) => {
    const { kinds, open, list } = changesBetween(before, after, inDollars);
    const of = (kind: ChangeKind) => kinds[kind];
    expect(open.before.amount + of("new").amount + of("reopened").amount + of("increased").amount - of("decreased").amount - of("won").amount - of("lost").amount - of("gone").amount).toBe(open.after.amount);
    expect(open.before.count + of("new").count + of("reopened").count - of("won").count - of("lost").count - of("gone").count).toBe(open.after.count);
    expect(open.before.amount + list.reduce((sum, change) => sum + change.open, 0)).toBe(open.after.amount);
  }), { numRuns: 500 });
});

it("finds no change between an export and itself", () => {
  fc.assert(fc.property(anyDeals, (deals) => { expect(changesBetween(deals, deals, inDollars).list).toEqual([]); }));
});
