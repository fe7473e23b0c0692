// Counting groups of records: the same answers as counting the records, or a question, or nothing.

import { averageifs, countifs, knownSumifs, medianifs, newest, rowsOf, sumifs } from "../../src/formula/aggregate";
import { is, isFilled, than } from "../../src/formula/criteria";
import { keyOfQuestion } from "../../src/formula/question";
import { literal, reference } from "../../src/formula/term";
import { deals, values } from "./grouped-deals";

const won = literal("Won");

it("counts records, not rows", () => {
  const { owner, outcome } = deals();
  expect(rowsOf(outcome)).toMatchObject({ text: "SUM(Deals[records])", value: 5 });
  expect(countifs(is(outcome, won), is(owner, literal("ann")))).toMatchObject({ text: 'SUMIFS(Deals[records],Deals[outcome],"Won",Deals[owner],"ann")', value: 3 });
});

it("adds up sums, and counts the records that have a number", () => {
  const { outcome, amount } = deals();
  expect(sumifs(amount, is(outcome, won))).toMatchObject({ text: 'SUMIFS(Deals[amount],Deals[outcome],"Won")', value: 30.5 });
  expect(countifs(is(outcome, won), isFilled(amount))).toMatchObject({ text: 'SUMIFS(Deals[known],Deals[outcome],"Won")', value: 2 });
  expect(averageifs(amount, is(outcome, won)).value).toBe(15.25);
  expect(knownSumifs(amount, is(outcome, literal("Lost"))).value).toBe(7);
});

it("counts what is a row of its own as any table is counted", () => {
  const { outcome, amount, source } = deals();
  const open = is(outcome, literal("Open"));
  expect(countifs(open, is(source, literal("Web"))).text).toBe('COUNTIFS(Deals[outcome],"Open",Deals[source],"Web")');
  expect(medianifs(amount, open).value).toBe(4);
});

it("takes the table that has the field", () => {
  expect(countifs(is(deals().source, literal("Fair")))).toMatchObject({ text: 'SUMIFS(DealsBySource[records],DealsBySource[source],"Fair")', value: 2 });
});

it("says nothing of a day that cuts no groups apart", () => {
  const { closed } = deals();
  const day = (value: number) => reference("Start", value);
  expect(countifs(than(closed, ">=", day(120)))).toMatchObject({
    text: 'IF(COUNTIF(DealsCuts[day],Start),SUMIFS(Deals[records],Deals[closed],">="&Start),NA())', value: 1,
  });
});

it("asks where groups cannot tell, and gives the answer once it is there", () => {
  const first = deals();
  expect(countifs(is(first.outcome, won), than(first.closed, ">=", reference("Start", 102))).value).toBe(0);
  expect(medianifs(first.amount, is(first.outcome, won)).value).toBe("");
  expect(countifs(is(first.outcome, won), is(first.source, literal("Web"))).value).toBe(0);
  expect([...first.asked.keys()]).toEqual(["deal count|outcome=won|closed>=102", "deal median amount|outcome=won", "deal count|outcome=won|source=Web"]);
  const second = deals(new Map([["deal count|outcome=won|closed>=102", 2]]));
  expect(countifs(is(second.outcome, won), than(second.closed, ">=", reference("Start", 102)))).toMatchObject({
    text: 'IFERROR(INDEX(RollupFigures[Value],MATCH("deal count|outcome=won|closed>="&Start,RollupFigures[Figure],0)),"")', value: 2,
  });
});

it("keeps decimal marks of a locale out of keys", () => {
  const { amount, asked } = deals();
  expect(countifs(than(amount, ">=", literal(12.5))).text).toContain('"deal count|amount>="&ROUND(1000*(12.5),0)&"/1000"');
  expect([...asked.values()].map(keyOfQuestion)).toEqual(["deal count|amount>=12500/1000"]);
});

it("asks for the newest day, since a group shows its first", () => {
  const { closed, asked } = deals();
  newest(closed);
  expect([...asked.keys()]).toEqual(["deal highest closed"]);
});

it("lays columns of one table side by side, with the records of each row", () => {
  const { grouping, owner, amount, source } = deals();
  expect(grouping.together([owner, amount])).toEqual({ records: [2, 1, 1, 1], columns: [values.owner, values.amount] });
  expect(grouping.together([owner, source])).toBeNull();
});
