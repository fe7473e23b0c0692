// What a table of deals says of each: how it ended, and what it is worth. Place 0 of every column is its heading's.

import type { Outcome } from "../../crm/objects/deal";
import { outcomeOfWord } from "../../crm/outcome";
import { sureFigure } from "../../crm/readers/sure";
import { refuse, shown } from "../../metrics/refusal";
import { cellFlag } from "../../metrics/rules/reading";
import { isBlank, type Cell, type Cells } from "./cells";
import { words } from "./choice";
import { isNothing, numbers } from "./figures";
import { all, known, type Grid } from "./grid";
import { outcomeHeadings, stageHeadings, statusHeadings } from "./outcomes";
import { columnOf, findColumn, type Table } from "./table";

/** A column of the table as an argument of its own; blank where the heading stands and where a text stands for nothing. */
export function cellsIn({ rows }: Table, column: number): Cells {
  return [[null], ...rows.map((row) => [typeof row[column] === "string" && isNothing(row[column]) ? null : row[column]])];
}

/** The value a deal cannot do without. */
export function neededAt<V>({ values }: Grid<V>, at: number, given: Table, column: number): V {
  return known(values[at] ?? refuse("blank-in", given.name, { row: at + 1, column: given.headings[column]! }));
}

/** The place of the column whose heading comes first among those wanted; null where there is none. */
export function findPreferred(given: Table, wanted: readonly string[]): number | null {
  for (const heading of wanted) {
    const found = findColumn(given, [heading]);
    if (found !== null) return found;
  }
  return null;
}

/** The same, refused where there is none. */
export function preferredOf(given: Table, wanted: readonly string[]): number {
  return findPreferred(given, wanted) ?? columnOf(given, wanted);
}

/** The outcome of each row, by its stage or status, else by its flags: as an import decides it where these agree. Null for a blank row. */
export function outcomesIn(given: Table): readonly (Outcome | null)[] {
  const columns = [
    findPreferred(given, stageHeadings), findPreferred(given, [...outcomeHeadings, ...statusHeadings]),
    findPreferred(given, ["Is Won", "是否赢单"]), findPreferred(given, ["Is Closed", "是否关闭"]),
  ];
  const first = columns.find((column) => column !== null) ?? columnOf(given, stageHeadings);
  const told = columns.map((column) => (column === null ? [] : all(words(given.name, cellsIn(given, column)))));
  return [null, ...given.rows].map((row, at) => {
    if (!row || row.every(isBlank)) return null;
    const [stage, status, isWon, isClosed] = told.map((values) => values[at] ?? null);
    const found = stage ?? status ?? isWon ?? isClosed;
    if (!found) refuse("blank-in", given.name, { row: at + 1, column: given.headings[first]! });
    const outcome = outcomeOf([stage, status].map((word) => outcomeOfWord(word ?? "")), cellFlag(isWon), cellFlag(isClosed));
    return outcome ?? refuse("no-outcome", given.name, { row: at + 1, found });
  });
}

/** A stage that says won or lost decides, then a status, then flags; null where a deal is closed and nothing says how. */
function outcomeOf(said: readonly ReturnType<typeof outcomeOfWord>[], isWon: boolean | null, isClosed: boolean | null): Outcome | null {
  const end = said.find((word) => word === "won" || word === "lost");
  if (end) return end as Outcome;
  if (said.includes("open")) return "open";
  if (isWon) return "won";
  if (isClosed && isWon === false) return "lost";
  return isClosed || said.includes("closed") ? null : "open";
}

/** A deal by its place; its amount where it has one. */
export interface GivenDeal {
  readonly at: number;
  readonly amount: number | null;
}

/** The deals of an outcome with their amounts; refused where these are of several currencies. */
export function dealsIn(given: Table, outcomes: readonly (Outcome | null)[], outcome: Outcome): readonly GivenDeal[] {
  const column = amountColumn(given);
  // Our own workbook has converted its amounts.
  const currencies = findColumn(given, ["Amount as written", "原币金额"]) === null ? findPreferred(given, currencyHeadings) : null;
  const amounts = numbers(given.name, cellsIn(given, column)).values;
  const checkCurrency = oneCurrency(given.name);
  return outcomes.flatMap((each, at) => {
    if (each !== outcome) return [];
    const amount = known(amounts[at]!);
    if (amount === null) return [{ at, amount }];
    const row = given.rows[at - 1]!;
    checkCurrency(currencies === null ? currencyIn(row[column]) : shown(row[currencies]), at + 1);
    return [{ at, amount }];
  });
}

/** What a column of currencies is called. */
export const currencyHeadings: readonly string[] = ["Currency", "Currency Code", "币种", "货币"];

/** Of several columns that fit: the amount, then what is expected, then what came of it. */
export function amountColumn(given: Table): number {
  return preferredOf(given, ["Amount", "Deal Amount", "Deal Value", "Value", "Opportunity Amount", "Est. Revenue", "Estimated Revenue", "Close Value", "Actual Revenue", "金额", "商机金额", "预计成交金额", "预计金额", "预计收入", "交易金额", "成交金额", "合同金额", "实际收入"]);
}

/** The currency an amount is written with; "" where it says none. */
export function currencyIn(cell: Cell): string {
  return (typeof cell === "string" && sureFigure(cell)?.currency) || "";
}

/** A check of one currency after the other, with its row: refuses the first that is not as those before; "" goes with any. */
export function oneCurrency(argument: string): (currency: string, row: number) => void {
  let expected = "";
  return (currency, row) => {
    const found = currency.trim().toUpperCase();
    expected ||= found;
    if (found !== "" && found !== expected) refuse("mixed-currencies", argument, { row, found, expected });
  };
}
