// What groups of deals tell by themselves, day by day and currency by currency, and what an engine is asked for.

import { averageifs, countifs, knownSumifs, medianifs, newest, rowsOf, sumifs } from "../../src/formula/aggregate";
import { askedTable } from "../../src/formula/asked-table";
import { column, type Column } from "../../src/formula/column";
import { hasText, is, isEmpty, isFilled, isNot, than } from "../../src/formula/criteria";
import { groupedColumn, type GroupTables } from "../../src/formula/groups";
import { add, literal, reference, subtract, type Term } from "../../src/formula/term";
import { deals, values } from "./grouped-deals";

const [won, open] = [literal("Won"), literal("Open")];
const day = (value: number) => reference("Start", value);
const cut = (...days: number[]): Partial<GroupTables> => ({ cuts: column("DealsCuts", "day", days) });

describe("by themselves", () => {
  const { owner, outcome, closed, amount, source, grouping } = deals();

  it("count the records without an amount", () => {
    expect(countifs(is(outcome, won), isEmpty(amount))).toMatchObject({ text: 'SUMIFS(Deals[records],Deals[outcome],"Won")-SUMIFS(Deals[known],Deals[outcome],"Won")', value: 1 });
  });
  it("add up only records with an amount, said or not", () => expect(sumifs(amount, is(outcome, won), isFilled(amount)).text).toBe('SUMIFS(Deals[amount],Deals[outcome],"Won")'));
  it("know no sum where there are records and none has an amount, and 0 where there are none", () => {
    const late = knownSumifs(amount, than(closed, ">=", literal(120)));
    expect(late).toMatchObject({ value: "", text: 'IF(AND(SUMIFS(Deals[records],Deals[closed],">=120")>0,SUMIFS(Deals[known],Deals[closed],">=120")=0),"",SUMIFS(Deals[amount],Deals[closed],">=120"))' });
    expect(knownSumifs(amount, is(owner, literal("Nobody"))).value).toBe(0);
    expect(knownSumifs(amount, is(outcome, won)).value).toBe(30.5);
  });
  it("take what is filled besides for a condition", () => expect(sumifs(amount, is(outcome, won), isFilled(closed)).text).toBe('SUMIFS(Deals[amount],Deals[outcome],"Won",Deals[closed],">-1E+99")'));
  it("take only the outcome for a sign that deals are open", () => {
    expect(countifs(is(owner, open)).text).toBe('SUMIFS(Deals[records],Deals[owner],"Open")');
    expect(countifs(isNot(outcome, open))).toMatchObject({ text: 'SUMIFS(Deals[records],Deals[outcome],"<>"&"Open")', value: 4 });
  });
  it("have a mean of the amounts there are", () => {
    expect(averageifs(amount, is(outcome, won))).toMatchObject({ value: 15.25, text: 'IF(SUMIFS(Deals[known],Deals[outcome],"Won")=0,"",SUMIFS(Deals[amount],Deals[outcome],"Won")/SUMIFS(Deals[known],Deals[outcome],"Won"))' });
    expect(averageifs(amount, is(owner, literal("Nobody"))).value).toBe("");
  });
  it("look at each open deal where open ones are meant", () => {
    const web = [is(outcome, open), is(source, literal("Web"))];
    expect(sumifs(amount, ...web)).toMatchObject({ value: 4, text: 'SUMIFS(Deals[amount],Deals[outcome],"Open",Deals[source],"Web")' });
    expect(knownSumifs(amount, ...web)).toMatchObject({ value: 4, text: expect.stringContaining("COUNTIFS(Deals[outcome]") });
    expect(averageifs(amount, ...web)).toMatchObject({ value: 4, text: expect.stringContaining("AVERAGEIFS(Deals[amount]") });
    expect(sumifs(amount, is(outcome, won), is(source, literal("Web"))).text).toMatch(/^IFERROR\(/);
  });
  it("take a column of the source's own for open deals", () => {
    const own: Column = { ...column("Deals", "Region", ["N", "N", "S", "S"]), grouping };
    expect(countifs(is(outcome, open), is(own, literal("s")))).toMatchObject({ text: 'COUNTIFS(Deals[outcome],"Open",Deals[Region],"s")', value: 1 });
    expect(() => countifs(is(outcome, won), is(own, literal("s")))).toThrow("a column without a field among groups: Deals[Region]");
  });
  it("name what is not there", () => {
    expect(() => rowsOf(deals(new Map(), { tables: [] }).owner)).toThrow("no table of groups: deal");
    expect(() => medianifs(groupedColumn(amount, "budget", grouping), is(outcome, open))).toThrow("no column of single records: Deals[amount]");
  });
});

describe("by days", () => {
  it.each<[string, "<" | "<=" | ">" | ">=", number, number, string]>([
    ["before", "<", 120, 3, "COUNTIF(DealsCuts[day],Start)"], ["until the day before", "<=", 119, 3, "COUNTIF(DealsCuts[day],Start+1)"],
    ["after the day before", ">", 119, 1, "COUNTIF(DealsCuts[day],Start+1)"], ["from", ">=", 120, 1, "COUNTIF(DealsCuts[day],Start)"],
  ])("count what closed %s a day that cuts them apart", (_, operator, on, expected, guard) => {
    const { closed, asked } = deals();
    expect(countifs(than(closed, operator, day(on)))).toMatchObject({ value: expected, text: `IF(${guard},SUMIFS(Deals[records],Deals[closed],"${operator}"&Start),NA())` });
    expect([...asked.keys()]).toEqual([]);
  });
  it("count a single day between two cuts", () => {
    const { closed } = deals(new Map(), cut(100, 101));
    expect(countifs(than(closed, "=", day(100)))).toMatchObject({ value: 2, text: "IF(COUNTIF(DealsCuts[day],Start)*COUNTIF(DealsCuts[day],Start+1),SUMIFS(Deals[records],Deals[closed],Start),NA())" });
  });
  it("ask for a single day with one cut", () => {
    const { closed, asked } = deals(new Map(), cut(100, 102));
    countifs(than(closed, "=", day(100)));
    expect([...asked.keys()]).toEqual(["deal count|closed=100"]);
  });
  it("need no guard for a day typed, and none for having a day at all", () => {
    const { closed, owner } = deals();
    expect(countifs(than(closed, ">=", literal(120))).text).toBe('SUMIFS(Deals[records],Deals[closed],">=120")');
    expect(countifs(isFilled(closed))).toMatchObject({ text: 'SUMIFS(Deals[records],Deals[closed],">-1E+99")', value: 4 });
    expect(countifs(isEmpty(closed), is(owner, reference("B3", "Ann")))).toMatchObject({ text: 'SUMIFS(Deals[records],Deals[closed],"",Deals[owner],B3)', value: 1 });
  });
  it("guard days worked out from a cell", () => {
    const { closed } = deals();
    expect(countifs(than(closed, ">=", subtract(day(125), literal(5)))).text).toMatch(/^IF\(COUNTIF\(DealsCuts\[day\],Start-5\),/);
    expect(countifs(than(closed, ">=", add(literal(1), day(119)))).text).toMatch(/^IF\(COUNTIF\(DealsCuts\[day\],1\+Start\),/);
  });
  it("need no guard for an answer, whose key has the day", () => {
    const { closed, source, outcome } = deals();
    expect(countifs(is(outcome, won), is(source, literal("Web")), than(closed, ">=", day(120))).text).toMatch(/^IFERROR\(INDEX\(/);
  });
  it("guard each day once", () => {
    const { closed, amount } = deals();
    const text = averageifs(amount, than(closed, ">=", day(90)), than(closed, "<", reference("End", 150))).text;
    expect(text).toMatch(/^IF\(COUNTIF\(DealsCuts\[day\],Start\)\*COUNTIF\(DealsCuts\[day\],End\),IF\(/);
    expect(text.match(/COUNTIF\(/g)).toHaveLength(2);
  });
  it("ask as soon as one of two days is no cut", () => {
    const { closed, asked } = deals();
    countifs(than(closed, ">=", day(90)), than(closed, "<", reference("End", 149)));
    expect([...asked.keys()]).toEqual(["deal count|closed>=90|closed<149"]);
  });
  it("say which days cut them", () => {
    const { grouping } = deals();
    expect([grouping.isCutAt(120), grouping.isCutAt(121)]).toEqual([true, false]);
  });
});

describe("asked for", () => {
  const keys = (ask: (of: ReturnType<typeof deals>) => unknown, more: Partial<GroupTables> = {}) => {
    const of = deals(new Map(), more);
    ask(of);
    return [...of.asked.keys()];
  };
  it.each<[string, (of: ReturnType<typeof deals>) => unknown]>([
    ["deal median amount|outcome=won", ({ amount, outcome }) => medianifs(amount, is(outcome, won))],
    ["deal median amount", ({ amount }) => medianifs(amount)],
    ["deal sum amount|source=Web", ({ amount, source }) => sumifs(amount, is(source, literal("Web")))],
    ["deal count|source=Web|amount filled", ({ amount, source }) => countifs(is(source, literal("Web")), isFilled(amount))],
    ["deal count|amount filled|amount>5000/1000", ({ amount }) => countifs(isFilled(amount), than(amount, ">", literal(5)))],
    ["deal count|outcome=open|industry=IT", ({ outcome, grouping }) => countifs(is(outcome, open), is(groupedColumn(column("Deals", "Industry", []), "industry", grouping), literal("IT")))],
    ["deal count|source empty|outcome=lost", ({ source, outcome }) => countifs(isEmpty(source), is(outcome, literal("Lost")))],
  ])("%s", (key, ask) => expect(keys(ask)).toEqual([key]));
  it("are open deals too where they are no rows of their own", () => {
    const median = ({ amount, outcome }: ReturnType<typeof deals>) => medianifs(amount, is(outcome, open));
    expect([keys(median), keys(median, { each: null }), keys(median, { open: null })]).toEqual([[], ["deal median amount|outcome=open"], ["deal median amount|outcome=open"]]);
  });
  it("are keys made of the cells the conditions name", () => {
    const { source, owner, closed, amount } = deals();
    expect(countifs(is(source, reference("B3", "Web")), is(owner, literal("Ann"))).text).toBe('IFERROR(INDEX(RollupFigures[Value],MATCH("deal count|source="&B3&"|owner="&"Ann",RollupFigures[Figure],0)),"")');
    expect(sumifs(amount, isEmpty(source), than(closed, "<", day(95))).text).toContain('MATCH("deal sum amount|source empty|closed<"&Start,');
    expect(countifs(than(amount, ">", reference("Least", 0.5))).text).toContain('"deal count|amount>"&ROUND(1000*(Least),0)&"/1000"');
  });
  it("give the answer: a count or sum at once, anything else only where it is not empty", () => {
    const of = deals(new Map<string, number | null>([["deal median amount|outcome=won", 12], ["deal sum amount|source=Web", 9], ["deal median amount", null]]));
    expect(medianifs(of.amount, is(of.outcome, won))).toMatchObject({ value: 12, text: expect.stringMatching(/^IFERROR\(IF\(INDEX\(/) });
    expect(sumifs(of.amount, is(of.source, literal("Web")))).toMatchObject({ value: 9, text: expect.stringMatching(/^IFERROR\(INDEX\(/) });
    expect([medianifs(of.amount).value, sumifs(of.amount, is(of.source, literal("Fair"))).value, newest(of.amount).value]).toEqual(["", 0, ""]);
  });
  it("are nothing where groups were worked out deal by deal", () => {
    const { source, outcome, amount, asked } = deals(new Map(), { isDerived: true });
    expect(countifs(is(source, literal("Web")), is(outcome, won))).toMatchObject({ text: "NA()", value: 0 });
    expect(medianifs(amount, is(outcome, won))).toMatchObject({ text: "NA()", value: "" });
    expect([...asked.keys()]).toEqual([]);
    newest(amount);
    expect([...asked.keys()]).toEqual(["deal highest amount"]);
  });
  it("cannot be what a text is not", () => {
    const { source, outcome } = deals();
    expect(() => countifs(isNot(source, literal("Web")), is(outcome, won))).toThrow("no such question of groups: isNot");
    expect(() => countifs(hasText(source), is(outcome, won))).toThrow("no such question of groups: text");
    expect(countifs(isNot(source, literal("Web")))).toMatchObject({ text: 'SUMIFS(DealsBySource[records],DealsBySource[source],"<>"&"Web")', value: 2 });
  });
  it("is a table that counts by several fields", () => {
    const by = [{ field: "source", cuts: null }];
    const { tables, asked } = deals();
    expect(askedTable(tables, by, 50)).toBeUndefined();
    expect([...asked]).toEqual([["deal table|source", { object: "deal", ask: "table", field: null, where: [], by, most: 50 }]]);
    const answered = (answer: number | null) => askedTable(deals(new Map([["deal table|source", answer]])).tables, by, 50);
    expect([answered(null), answered(3)]).toEqual([null, undefined]);
  });
});

describe("in several currencies", () => {
  // Won by Ann: two deals of 30.5 EUR in all and one without an amount; lost by Bo: one of 7 USD; open: one of 4 SEK, whose rate is not typed.
  const rates = { fields: new Set(["amount"]), currency: column("Rates", "Currency", ["EUR", "USD", "SEK"]), rate: column("Rates", "Rate", [2, 1, null]) };
  const of = (answers?: ReadonlyMap<string, number | null>, more: Partial<GroupTables> = {}) => {
    const { tables: { tables } } = deals();
    const [main, ...others] = tables;
    const currency = column("Deals", "currency", ["EUR", "EUR", "USD", "SEK"]);
    return deals(answers, { rates, each: null, tables: [{ ...main!, asWritten: true, dimensions: new Map([...main!.dimensions, ["currency", currency]]) }, ...others], ...more });
  };
  const text = (term: Term) => term.text;

  it("add up and count by the rates that are typed", () => {
    const { amount, outcome } = of();
    expect(sumifs(amount)).toMatchObject({ value: 68, text: "SUMPRODUCT(SUMIFS(Deals[amount],Deals[currency],Rates[Currency]),Rates[Rate])" });
    expect(countifs(isFilled(amount))).toMatchObject({ value: 3, text: "SUMPRODUCT(SUMIFS(Deals[known],Deals[currency],Rates[Currency]),--ISNUMBER(Rates[Rate]))" });
    expect(averageifs(amount, is(outcome, won)).value).toBe(30.5);
    expect(knownSumifs(amount, is(outcome, open)).value).toBe("");
  });
  it("take the mean of parts that are added up one by one", () => {
    const { amount, owner } = of();
    const sums = 'SUMPRODUCT((Deals[owner]="A*")*(Deals[currency]="EUR"),Deals[amount])';
    const mean = averageifs(amount, is(owner, literal("A*"))).text;
    expect(mean).toContain(sums);
    expect(mean).toMatch(/^IF\(.*=0,"",\(.*\)\/\(.*\)\)$/);
  });
  it("ask currency by currency", () => {
    const answers = new Map([["deal sum amount|source=Web|currency=EUR", 10], ["deal sum amount|source=Web|currency=USD", 3], ["deal count|source=Web|amount filled|currency=EUR", 4], ["deal count|source=Web|amount filled|currency=SEK", 5]]);
    const { amount, source, asked } = of(answers);
    expect(sumifs(amount, is(source, literal("Web"))).value).toBe(23);
    expect(countifs(is(source, literal("Web")), isFilled(amount)).value).toBe(4);
    expect([...asked.keys()]).toEqual(["sum amount|source=Web", "count|source=Web|amount filled"].flatMap((key) => ["EUR", "USD", "SEK"].map((name) => `deal ${key}|currency=${name}`)));
  });
  it("know nothing of amounts above some amount, and no median", () => {
    const { amount, outcome, asked } = of();
    expect(countifs(than(amount, ">", literal(5)))).toMatchObject({ text: '""', value: 0 });
    expect(medianifs(amount, is(outcome, won))).toMatchObject({ text: '""', value: "" });
    expect([...asked.keys()]).toEqual([]);
  });
  it("lie side by side in the reporting currency", () => {
    const { grouping, owner, amount } = of();
    expect(grouping.together([owner, amount])?.columns).toEqual([values.owner, [61, null, 7, null]]);
  });
  it("are amounts as any other where they are in the reporting currency already", () => {
    const { amount, grouping, tables } = of();
    const plain = deals(new Map(), { rates, tables: [{ ...tables.tables[0]!, asWritten: undefined! }] });
    expect(text(sumifs(plain.amount))).toBe("SUM(Deals[amount])");
    expect(plain.grouping.together([plain.amount])?.columns).toEqual([values.amount]);
    expect(grouping.together([amount])?.records).toEqual(values.records);
  });
  it("are asked for where rows do not tell their currency", () => {
    const { amount, asked, grouping } = of(new Map([["deal sum amount|currency=EUR", 10], ["deal sum amount|currency=USD", 3]]), { tables: [{ ...deals().tables.tables[0]!, asWritten: true }] });
    expect(sumifs(amount).value).toBe(23);
    expect([...asked.keys()]).toEqual(["EUR", "USD", "SEK"].map((name) => `deal sum amount|currency=${name}`));
    expect(grouping.together([amount])).toBeNull();
  });
});
