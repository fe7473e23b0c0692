// Amounts in several currencies: 2 deals of 100 and 20 EUR at 1.1, one of 7 USD at 1, one of 500 SEK whose rate nobody typed.

import { sumifs } from "../../src/formula/aggregate";
import { column, ungrouped, type Column } from "../../src/formula/column";
import { is, isFilled, isNot, than } from "../../src/formula/criteria";
import { inReporting, overRated, overRates, ratedCount, ratedSum, type RateTable } from "../../src/formula/rated";
import { hasNumbers, sideBySide } from "../../src/formula/side-by-side";
import { literal, reference, type Term } from "../../src/formula/term";
import { weightedBy } from "../../src/formula/weighted";
import { groupedText } from "../../src/formula/thousands";

const rates: RateTable = { fields: new Set(["amount"]), currency: column("Rates", "Currency", ["EUR", "USD", "SEK"]), rate: column("Rates", "Rate", [1.1, 1, null]) };
const currency = column("Sums", "Currency", ["EUR", "EUR", "USD", "SEK"]);
const sum = column("Sums", "Amount", [100, 20, 7, 500]);
const known = column("Sums", "Known", [2, 1, 1, 5]);
const owner = column("Sums", "Owner", ["Ann", "Bo", "Ann", "Ann"]);

it("adds up amounts at their rates, and leaves those without a rate out", () => {
  const all = ratedSum(rates, sum, currency, []);
  expect(all.text).toBe("SUMPRODUCT(SUMIFS(Sums[Amount],Sums[Currency],Rates[Currency]),Rates[Rate])");
  expect(all.value).toBeCloseTo(120 * 1.1 + 7, 9);
  const anns = ratedSum(rates, sum, currency, [is(owner, literal("Ann"))]);
  expect(anns.text).toBe('SUMPRODUCT(SUMIFS(Sums[Amount],Sums[Owner],"Ann",Sums[Currency],Rates[Currency]),Rates[Rate])');
  expect(anns.value).toBeCloseTo(117, 9);
});

it("counts the records whose amount is worth something", () => {
  expect(ratedCount(rates, known, currency, [])).toMatchObject({ text: "SUMPRODUCT(SUMIFS(Sums[Known],Sums[Currency],Rates[Currency]),--ISNUMBER(Rates[Rate]))", value: 4 });
});

it("goes currency by currency where a text is odd", () => {
  const entry = (name: string) => `INDEX(Rates[Rate],MATCH("${name}",Rates[Currency],0))`;
  const odd = ratedSum(rates, sum, currency, [is(owner, literal("A*"))]);
  expect(odd.text).toContain(`SUMPRODUCT((Sums[Owner]="A*")*(Sums[Currency]="EUR"),Sums[Amount])*N(${entry("EUR")})+`);
  const oddName = { ...rates, currency: column("Rates", "Currency", ["EUR", "US$?", "SEK"]) };
  expect(ratedCount(oddName, known, currency, [])).toMatchObject({ value: 3, text: expect.stringContaining(`*COUNT(${entry("US$~?")})+`) });
});

it("weighs by its rate what is worked out for each currency", () => {
  const of = ({ value }: Term<string>) => reference(`Of${value}`, { EUR: 10, USD: 3, SEK: 8 }[value]!);
  expect(overRates(rates, of)).toMatchObject({ value: 14, text: expect.stringMatching(/^OfEUR\*N\(.*\)\+OfUSD\*N\(.*\)\+OfSEK\*N\(.*\)$/) });
  expect(overRated(rates, of)).toMatchObject({ value: 13, text: expect.stringMatching(/^OfEUR\*COUNT\(/) });
});

it.each([[100, "EUR", 110], [100, "SEK", null], [100, "JPY", null], [null, "EUR", null], ["5", "USD", null], [0, "USD", 0]])("makes %p %s %p in the reporting currency", (amount, name, expected) => {
  const worth = inReporting(rates, amount, name);
  expect(worth === null ? null : Number(worth.toFixed(9))).toBe(expected);
});

describe("rows that stand for several records", () => {
  // Three records at 10, two at 4, one without a number.
  const records = column("Days", "Records", [3, 2, 1]);
  const days = column("Days", "Lag", [10, 4, null]);
  const who = column("Days", "Owner", ["Ann", "Bo", "Ann"]);
  const weighted = () => weightedBy(records, (count) => ({ ...count, text: `HOLD(${count.text})` }));
  const on = (column: Column): Column => ({ ...column, grouping: weighted() });

  it("counts and adds up records", () => {
    expect(weighted().rows()).toMatchObject({ text: "SUM(Days[Records])", value: 6 });
    expect(weighted().count([is(on(who), literal("Ann"))])).toMatchObject({ text: 'HOLD(SUMIFS(Days[Records],Days[Owner],"Ann"))', value: 4 });
    expect(weighted().sum(on(days), [])).toMatchObject({ text: "HOLD(SUMPRODUCT(ISNUMBER(Days[Lag])*Days[Records],Days[Lag]))", value: 38 });
    expect(sumifs(on(days), is(on(who), literal("Bo"))).value).toBe(8);
  });
  it("has their mean, and nothing where none has a number", () => {
    expect(weighted().mean(on(days), [])).toMatchObject({ value: 38 / 5, text: expect.stringMatching(/^IF\(HOLD\(.*\)=0,"",SUMPRODUCT\(.*\)\/HOLD\(.*\)\)$/) });
    expect(weighted().mean(on(days), [is(on(who), literal("Nobody"))]).value).toBe("");
    expect(weighted().knownSum(on(days), [is(on(who), literal("Ann"))])).toMatchObject({ value: 30, text: expect.stringMatching(/\*Days\[Records\],Days\[Lag\]\)\)$/) });
    expect(weighted().knownSum(on(days), [than(on(days), ">", literal(10))]).value).toBe("");
    expect(weighted().sum(on(days), [isNot(on(who), literal("Bo"))]).text).toContain('(Days[Owner]<>"Bo")*ISNUMBER(Days[Lag])*Days[Records]');
  });
  it("tells no median and no highest, and lies beside its records", () => {
    expect(() => weighted().median(days, [])).toThrow("rows of several records tell no median");
    expect(() => weighted().highest(days, [])).toThrow("rows of several records tell no highest");
    expect(weighted().isCutAt(1)).toBe(false);
    expect(sideBySide(ungrouped(who), on(days))).toEqual({ columns: [who.values, days.values], records: [3, 2, 1] });
    expect([hasNumbers(on(days)), hasNumbers(on(column("Days", "None", [null, "", "x"])))]).toEqual([true, false]);
  });
});

it("takes each row of plain columns for one record", () => {
  expect(sideBySide(owner, sum)).toEqual({ columns: [owner.values, sum.values], records: [1, 1, 1, 1] });
  expect(sideBySide()).toEqual({ columns: [], records: [] });
  expect([hasNumbers(column("T", "A", [null, 0])), hasNumbers(owner), hasNumbers(column("T", "B", []))]).toEqual([true, false, false]);
  expect(isFilled(sum).test(1)).toBe(true);
});

it.each([[1234567.5, 0, "1,234,568"], [-1234.5, 1, "-1,234.5"], [999, 2, "999.00"], [0.4, 0, "0"]])("writes %p with %p digits as %s", (value, digits, expected) => {
  expect(groupedText(reference("A1", value), digits)).toMatchObject({ text: `FIXED(ROUND(A1,${digits}),${digits})`, value: expected });
});
