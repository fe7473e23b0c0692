import type { TimeUnit } from "../../src/crm/fields";
import { columnOf, type Column } from "../../src/crm/readers/column";
import { readDay } from "../../src/crm/readers/day";
import { readFlag } from "../../src/crm/readers/flag";
import { headerUnit, readMoney } from "../../src/crm/readers/money";
import { readNumber } from "../../src/crm/readers/number";
import { readPercent } from "../../src/crm/readers/percent";
import { readId, readText } from "../../src/crm/readers/text";
import { isoOf } from "../../src/values";
import { columnTable, issuesOf, readAs, tableOf } from "./tables";

const hints = { mark: null, yen: "CNY" } as const;

function column(cells: readonly string[], header = "Amount"): Column {
  return columnOf(columnTable(header, cells), header)!;
}

function days(cells: readonly string[]): (string | null)[] {
  return readDay(column(cells)).values.map((day) => (day === null ? null : isoOf(day)));
}

it.each<[string, number | null, string | null]>([
  ["1234", 1234, null],
  ["-5", -5, null],
  ["+7", 7, null],
  ["12.5", 12.5, null],
  ["1,234", 1234, null],
  ["1,234.50", 1234.5, null],
  ["$1,234.50", 1234.5, "USD"],
  ["US$4,500", 4500, "USD"],
  ["HK$ 1,000", 1000, "HKD"],
  ["USD 1,000.00", 1000, "USD"],
  ["1,000.00 USD", 1000, "USD"],
  ["£2.5k", 2500, "GBP"],
  ["€1.2M", 1_200_000, "EUR"],
  ["$3B", 3e9, "USD"],
  ["1.234.567,89 €", 1_234_567.89, "EUR"],
  ["€1.234,50", 1234.5, "EUR"],
  ["(1,234.50)", -1234.5, null],
  ["($500)", -500, "USD"],
  ["$(500.00)", -500, "USD"],
  ["-$500", -500, "USD"],
  ["$-500", -500, "USD"],
  ["500-", -500, null],
  ["−500", -500, null],
  ["12,34,567.00", 1_234_567, null],
  ["₹12,34,567", 1_234_567, "INR"],
  ["1 234 567,89", 1_234_567.89, null],
  ["1'234.50", 1234.5, null],
  ["CHF 1’234.50", 1234.5, "CHF"],
  ["￥１２，３４５．６０", 12345.6, "CNY"],
  ["12.5万", 125_000, null],
  ["12.5万元", 125_000, "CNY"],
  ["1.2亿", 120_000_000, null],
  ["3千", 3000, null],
  ["1亿2000万", 120_000_000, null],
  ["3,000元", 3000, "CNY"],
  ["人民币 8,000.00", 8000, "CNY"],
  ["RMB 100", 100, "CNY"],
  ["RMB ¥100", 100, "CNY"],
  ["100美元", 100, "USD"],
  ["0", 0, null],
  ["0.125", 0.125, null],
  ["1.5E+6", 1_500_000, null],
  ["1 200 000", 1_200_000, null],
  ["abc", null, null],
  ["12-34", null, null],
  ["1.2.3", null, null],
  ["1,23,4", null, null],
  ["=1+1", null, null],
  ["(010) 8888-0000", null, null],
])("reads the amount %s", (cell, amount, currency) => {
  const read = readMoney(column([cell]), hints);
  expect(read.values[0]).toBe(amount);
  expect(read.currencies?.[0] ?? null).toBe(currency);
  expect(issuesOf(read.issues, "unreadable")).toHaveLength(amount === null ? 1 : 0);
});

it("reads 1.234 as a thousand where the column writes decimal commas, and says so", () => {
  const read = readMoney(column(["1.234", "999,5", "1.234,50"]), hints);
  expect(read.values).toEqual([1234, 999.5, 1234.5]);
  expect(issuesOf(read.issues, "decimal-comma")).toHaveLength(1);
});

it("reads 1.234 as a decimal where the column writes decimal points", () => {
  expect(readMoney(column(["1.234", "999.5"]), hints).values).toEqual([1.234, 999.5]);
});

it("reads 1,234 as a thousand in a column of such cells, without a word", () => {
  const read = readMoney(column(["1,234", "12,500"]), hints);
  expect(read.values).toEqual([1234, 12500]);
  expect(read.issues).toEqual([]);
});

it("says when nothing tells whether 1.234 is a thousand", () => {
  expect(issuesOf(readMoney(column(["1.234", "850", "12.500"]), hints).issues, "decimal-ambiguous")).toHaveLength(1);
});

it("follows the file's other columns where a column proves nothing", () => {
  expect(readMoney(column(["1.234"]), { mark: ",", yen: "CNY" }).values).toEqual([1234]);
});

it("multiplies plain figures by the unit in the header", () => {
  expect(readMoney(column(["12.5", "3", "2亿"], "金额（万元）"), hints).values).toEqual([125_000, 30_000, 200_000_000]);
});

it.each([
  ["Amount (in thousands)", 1e3, null], ["Amount (in millions)", 1e6, null], ["Amount in thousands", 1e3, null], ["金额（千万元）", 1e7, "CNY"], ["金额（百亿元）", 1e10, "CNY"], ["金额（千元）", 1e3, "CNY"],
  ["Umsatz in TEUR", 1e3, "EUR"], ["Umsatz (T€)", 1e3, "EUR"], ["Umsatz in Tsd. €", 1e3, "EUR"], ["Umsatz (Mrd. €)", 1e9, "EUR"], ["Revenue ($000)", 1e3, "USD"], ["Revenue (US$ bn)", 1e9, "USD"], ["Value (₹ Lakhs)", 1e5, "INR"],
  ["Value (₹ Cr)", 1e7, "INR"], ["Amount (USD)", 1, "USD"], ["Amount (K)", 1e3, null], ["Days (T)", 1, null], ["Time in stage", 1, null], ["Amount", 1, null],
])("knows the unit of %s", (header, scale, currency) => expect(headerUnit(header)).toEqual({ scale, currency }));

it("counts negative amounts and placeholders", () => {
  const { issues } = readMoney(column(["-5", "(7)", "面议", "n/a"]), hints);
  expect(issuesOf(issues, "negative-amount")[0]).toMatchObject({ count: 2, row: null });
  expect(issuesOf(issues, "placeholder")[0]).toMatchObject({ count: 2, found: "面议, n/a" });
});

it("takes ¥ for yen outside China", () => {
  expect(readMoney(column(["¥500"]), { mark: null, yen: "JPY" }).currencies).toEqual(["JPY"]);
});

it.each<[string, string | null]>([
  ["2026-10-05", "2026-10-05"],
  ["2026-03-02 14:33", "2026-03-02"],
  ["2026-03-15T09:00:00Z", "2026-03-15"],
  ["2026-03-15T23:30:00.000+08:00", "2026-03-15"],
  ["2026/1/5", "2026-01-05"],
  ["2021.4.15", "2021-04-15"],
  ["2026.09.30", "2026-09-30"],
  ["2021年4月15日", "2021-04-15"],
  ["2021年4月15日 08:30", "2021-04-15"],
  ["２０２１年４月１５日", "2021-04-15"],
  ["Mar 20, 2026", "2026-03-20"],
  ["March 20 2026", "2026-03-20"],
  ["1-Apr-26", "2026-04-01"],
  ["15 Apr, 2021 00:02:00", "2021-04-15"],
  ["10 Sep, 2026", "2026-09-10"],
  ["15 Apr 2021 12:02 AM", "2021-04-15"],
  ["Fri Mar 20 2026", "2026-03-20"],
  ["3. März 2026", "2026-03-03"],
  ["20 août 2026", "2026-08-20"],
  ["5 de enero de 2026", "2026-01-05"],
  ["20260930", "2026-09-30"],
  ["46100", "2026-03-19"],
  ["45631.0", "2024-12-05"],
  ["45631.75", "2024-12-05"],
  ["1767225600000", "2026-01-01"],
  ["11/25/2026 8:05:00 AM", "2026-11-25"],
  ["25/11/2026 18:05", "2026-11-25"],
  ["25.11.26", "2026-11-25"],
  ["2026-13-01", null],
  ["2026-06-31", null],
  ["31/06/2026", null],
  ["yesterday", null],
  ["Q4 2026", null],
  ["1000", null],
  ["Mar 2026", null],
])("reads the day %s", (cell, expected) => {
  expect(days([cell])).toEqual([expected]);
});

it("reads slashed dates by the order the column proves", () => {
  expect(days(["04/05/2026", "10/25/2026"])).toEqual(["2026-04-05", "2026-10-25"]);
  expect(days(["04/05/2026", "25/10/2026"])).toEqual(["2026-05-04", "2026-10-25"]);
});

it("reports a date that does not fit the column's order and leaves it empty", () => {
  const read = readDay(column(["10/25/2026", "12/31/2026", "13/10/2026"]));
  expect(read.values[2]).toBeNull();
  expect(issuesOf(read.issues, "date-order-mismatch")).toEqual([{ kind: "date-order-mismatch", row: 4, column: "Amount", found: "13/10/2026", count: 1 }]);
});

it("says which order it assumed where nothing proves one", () => {
  const read = readDay(column(["04/05/2026"]));
  expect(issuesOf(read.issues, "date-order-assumed")[0]).toMatchObject({ found: "M/D/Y", count: 1 });
  expect(isoOf(readDay(column(["04.05.2026"])).values[0]!)).toBe("2026-05-04");
});

it("takes a two-digit year for one of this century", () => {
  expect(days(["1-Apr-26", "12/31/49", "12/31/99"])).toEqual(["2026-04-01", "2049-12-31", "1999-12-31"]);
});

it("says that hashes hide a date, and names them up to fifty a column", () => {
  const { issues } = readDay(column(Array.from({ length: 60 }, () => "########")));
  expect(issuesOf(issues, "hashes")).toHaveLength(51);
  expect(issues.reduce((sum, { count }) => sum + count, 0)).toBe(60);
});

it("keeps midnight in Beijing on its day", () => {
  expect(days([String(Date.UTC(2026, 2, 1, 16))])).toEqual(["2026-03-02"]);
});

it.each<[string, readonly string[], readonly (number | null)[], boolean]>([
  ["Probability (%)", ["10", "20", "100", "1"], [0.1, 0.2, 1, 0.01], false],
  ["Probability", ["60%", "６０％", "75,5 %"], [0.6, 0.6, 0.755], false],
  ["Probability", ["0.1", "0.9", "1", "0"], [0.1, 0.9, 1, 0], false],
  ["赢率", ["60%", "0.3", "50", "100%"], [0.6, 0.3, 0.5, 1], true],
  ["Probability (%)", ["1", "0"], [0.01, 0], false],
  ["Probability", ["120%", "—", ""], [1.2, null, null], false],
])("reads rates of %s as ratios: %j", (header, cells, ratios, isMixed) => {
  const read = readPercent(column(cells, header), hints);
  expect(read.values).toEqual(ratios);
  expect(issuesOf(read.issues, "percent-mixed")).toHaveLength(isMixed ? 1 : 0);
});

it("reads counts with their units, and no words", () => {
  const read = readNumber(column(["10", "-12.5", "30 days", "12人", "none", "many"]), hints);
  expect(read.values).toEqual([10, -12.5, 30, 12, null, null]);
  expect(issuesOf(read.issues, "unreadable")).toHaveLength(1);
});

it("reads flags in the words of the CRMs", () => {
  const cells = ["True", "1", "1.0", "Yes", "y", "是", "已关闭", "false", "0", "No", "否", "未关闭", "", "maybe"];
  expect(readFlag(column(cells)).values).toEqual([true, true, true, true, true, true, true, false, false, false, false, false, null, null]);
});

it("trims text of every kind of space, and keeps what is inside", () => {
  expect(readText(column(["  Acme \u00a0", "\u3000北京远景\u200b", "Call\nCFO\n", "a  b"])).values).toEqual(["Acme", "北京远景", "Call\nCFO\n", "a  b"]);
});

it("reads placeholders as nothing, and None only where it cannot be a name", () => {
  expect(readText(column(["Select", "-", "—", "n/a", "待定", "unknown", "None"])).values).toEqual([null, null, null, null, null, null, "None"]);
  expect(readId(column(["None", "00123"])).values).toEqual([null, "00123"]);
});

it("counts the cells a spreadsheet would run, and keeps them as written", () => {
  const cells = ["=1+1", "\t=1+1", "\u00a0=1+1", "＝SUM(A1)", "@handle", "+86 138", "-5", "+7", "-12.5", "-", "ok", "-Minus Ltd"];
  const read = readText(column(cells));
  expect(read.values.slice(0, 6)).toEqual(cells.slice(0, 6));
  expect(issuesOf(read.issues, "formula-text")[0]!.count).toBe(7);
});

it("reads 1,200 as a thousand amid amounts with decimal commas, and says that it could be less", () => {
  const read = readMoney(column(["USD 1,200", "EUR 1.200,50", "99,90"]), hints);
  expect(read.values).toEqual([1200, 1200.5, 99.9]);
  expect(issuesOf(read.issues, "decimal-ambiguous")).toHaveLength(1);
});

it("reads a euro amount right amid American ones", () => {
  expect(readMoney(column(["$1,200.50", "€1.234,50", "$45,000", "$12.00"]), hints).values).toEqual([1200.5, 1234.5, 45000, 12]);
});

it("reads a clock as minutes", () => {
  expect(readNumber(column(["00:30", "01:30:00"]), hints).values).toEqual([30, 90]);
});

it.each<[TimeUnit, readonly string[], readonly (number | null)[]]>([
  ["months", ["2 years", "1.5 yrs", "18 months", "7", "3年", "6个月", "1年6个月", "12m", "90 days"], [24, 18, 18, 7, 36, 6, 18, 12, null]],
  ["days", ["2 weeks", "36 hours", "3 天", "5d", "1周", "2 months"], [14, 1.5, 3, 5, 7, null]],
  ["minutes", ["2 hours", "1,5 h", "45 min", "30m", "90秒", "1h 30m", "2小时15分钟", "01:30", "1 day"], [120, 90, 45, 30, 1.5, 90, 135, 90, null]],
])("reads counts in %s with the unit behind them, and none that is no fixed number of them: %j", (unit, cells, numbers) => {
  const read = readNumber(column(cells), hints, undefined, unit);
  expect(read.values).toEqual(numbers);
  expect(issuesOf(read.issues, "unreadable")).toHaveLength(1 - Number(!numbers.includes(null)));
});

it("reads the time of customers and calls in the unit of its field", () => {
  const { reading } = readAs("account", tableOf(["Account Name", "Industry", "Tenure"], [["A", "Retail", "2 years"], ["B", "Retail", "5"]]));
  expect(reading.columns.tenureMonths).toEqual([24, 5]);
});
