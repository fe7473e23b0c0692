import { averageifs, countifs, knownSumifs, medianifs, newest, sumifs } from "../../src/formula/aggregate";
import { column } from "../../src/formula/column";
import { is, isEmpty, isFilled, isOdd, than } from "../../src/formula/criteria";
import { literal, reference } from "../../src/formula/term";
import type { CellValue } from "../../src/values";

const owners: readonly CellValue[] = ["Ann", "ANN", "=1+1", "A*", "Axel", "00123", null, "", "123", "~x", ">5", "TRUE", "1-2", "Bo?", "Box"];
const owner = column("Deals", "Owner", owners);
const amount = column("Deals", "Amount", owners.map((_, row) => 2 ** row));
const named = (text: string) => is(owner, literal(text));

it("matches text without regard to case", () => {
  expect(countifs(named("ann"))).toMatchObject({ text: 'COUNTIFS(Deals[Owner],"ann")', value: 2 });
  expect(sumifs(amount, named("Ann")).value).toBe(3);
});

it.each([["=1+1", 4], ["A*", 8], ["00123", 32], ["123", 256], ["~x", 512], [">5", 1024], ["TRUE", 2048], ["1-2", 4096], ["Bo?", 8192]])(
  "takes %p literally where COUNTIFS would not",
  (text, sum) => {
    const found = sumifs(amount, named(text));
    expect(isOdd(text)).toBe(true);
    expect(found.text).toBe(`SUMPRODUCT(--(Deals[Owner]="${text}"),Deals[Amount])`);
    expect(found.value).toBe(sum);
  },
);

it.each(["Ann", "Axel", "01创建交易", "Negotiation/Review", "O'Brien", "Müller", "A+B"])("writes COUNTIFS for the plain text %p", (text) => {
  expect(isOdd(text)).toBe(false);
});

it("joins an odd criterion with others by multiplying", () => {
  expect(countifs(named("A*"), than(amount, ">", literal(5))).text).toBe('SUMPRODUCT((Deals[Owner]="A*")*ISNUMBER(Deals[Amount])*(Deals[Amount]>5))');
});

it("counts empty cells and cells that show nothing alike, and neither as text", () => {
  expect(countifs(isEmpty(owner))).toMatchObject({ text: 'COUNTIFS(Deals[Owner],"")', value: 2 });
  expect(countifs(named("Ann"), isEmpty(owner)).value).toBe(0);
});

it("never takes text, blanks or truth values for numbers", () => {
  const mixed = column("Deals", "Mixed", [1, "2", null, "", true, 0, -3]);
  expect(countifs(isFilled(mixed)).value).toBe(3);
  expect(sumifs(mixed).value).toBe(-2);
  expect(countifs(than(mixed, "<", literal(1))).value).toBe(2);
  expect(countifs(than(mixed, "=", literal(0))).value).toBe(1);
  expect(newest(mixed).value).toBe(1);
});

it("puts a comparison with a cell together as a person would", () => {
  const asOf = reference("AsOf", 4);
  expect(countifs(than(amount, "<=", asOf))).toMatchObject({ text: 'COUNTIFS(Deals[Amount],"<="&AsOf)', value: 3 });
  expect(countifs(than(amount, ">", literal(4))).text).toBe('COUNTIFS(Deals[Amount],">4")');
});

it("has no mean and no median of nothing", () => {
  expect(averageifs(amount, named("Nobody")).value).toBe("");
  expect(medianifs(amount, named("Nobody")).value).toBe("");
});

it("takes the middle of an odd number of rows and the mean of the two middle ones of an even number", () => {
  const days = column("Deals", "Days", [9, 1, null, 5, 7, "3", ...owners.slice(6).map(() => null)]);
  expect(medianifs(days, isFilled(days))).toMatchObject({ value: 6, array: true });
  expect(medianifs(days, than(days, ">", literal(1))).value).toBe(7);
});

it("sums to 0 where no row is meant, and to nothing where rows are meant and none has a number", () => {
  const unknown = column("Deals", "Unknown", owners.map(() => null));
  expect(knownSumifs(unknown, named("Nobody")).value).toBe(0);
  expect(knownSumifs(unknown, named("Ann")).value).toBe("");
  expect(knownSumifs(amount, named("Ann")).value).toBe(3);
});

it("brackets headers that hold signs and escapes what formulas reserve", () => {
  expect(column("Deals", "Amount (USD)", []).text).toBe("Deals[[Amount (USD)]]");
  expect(column("Deals", "No. #1", []).text).toBe("Deals[[No. '#1]]");
});
