// The columns of a table of deals that figures are worked out from, found by their headings.

import { currencyCode } from "../../crm/readers/currency";
import { flagOf } from "../../crm/readers/flag";
import { outcomeOf } from "../../crm/deal-outcome";
import { dealFigures } from "../../crm/headers/generic-deal";
import type { Outcome } from "../../crm/objects/deal";
import { Refusal } from "../../metrics/refusal";
import type { Day } from "../../values";
import { isBlank, isErrorCell, shown, type Cell } from "./cells";
import { figureOf, readDayCell, readNumberCell, shares } from "./figures";
import { isNoValue, valueOf } from "./one";
import { columnOf, findColumn, rowNumber, type Table } from "./table";

type Field = keyof typeof dealFigures;

/** Names that win where a table has several that fit: those of our own workbook. */
const own: Readonly<Partial<Record<Field, readonly string[]>>> = {
  stage: ["Stage", "阶段"], status: ["Outcome", "结果"], amount: ["Amount", "金额"], probability: ["Probability", "赢率"], closeDate: ["Close date", "结单日期"], currency: ["Currency", "币种"],
};

/** The place of a field's column; null where the table has none. */
export function fieldIn(given: Table, field: Field): number | null {
  const first = own[field];
  return (first ? findColumn(given, first) : null) ?? findColumn(given, namesOf(field));
}

/** The same, refused where there is none. */
export function fieldOf(given: Table, field: Field): number {
  return fieldIn(given, field) ?? columnOf(given, namesOf(field));
}

function namesOf(field: Field): readonly string[] {
  return dealFigures[field].split(" | ");
}

/** The outcome of each row by its stage, status and flags, as an import decides it; null for a row with nothing in it. */
export function outcomesIn(given: Table): readonly (Outcome | null)[] {
  const [stage, status, isWon, isClosed] = (["stage", "status", "isWon", "isClosed"] as const).map((field) => fieldIn(given, field));
  const told = [stage, status, isWon, isClosed].filter((at): at is number => at !== null && at !== undefined);
  if (told.length === 0) columnOf(given, namesOf("stage"));
  const textIn = (row: readonly Cell[], at: number | null | undefined) => (at === null || at === undefined || isBlank(row[at]) || isNoValue(row[at]) ? null : shown(row[at]).trim());
  const flagIn = (row: readonly Cell[], at: number | null | undefined) => flagOf(textIn(row, at) ?? "");
  return given.rows.map((row, at) => {
    if (row.every(isBlank)) return null;
    const where = { argument: given.name, row: rowNumber(at) };
    const broken = told.find((column) => isErrorCell(row[column]));
    if (broken !== undefined) throw new Refusal("error-cell", { ...where, found: shown(row[broken]) });
    if (told.every((column) => textIn(row, column) === null)) throw new Refusal("blank-in", { ...where, column: given.headings[told[0]!]! });
    const { outcome, isUnknown } = outcomeOf({
      stage: textIn(row, stage), status: textIn(row, status), isWon: flagIn(row, isWon), isClosed: flagIn(row, isClosed), probability: null, hasWonDay: false, hasLostDay: false,
    }, () => false);
    if (isUnknown) throw new Refusal("no-outcome", { ...where, found: textIn(row, stage) ?? textIn(row, status) ?? shown(row[told[0]!]) });
    return outcome;
  });
}

/** Amounts of the rows that count; refused where they are of several currencies. Blank ones are null. */
export function amountsIn(given: Table, counts: (row: number) => boolean): readonly (number | null)[] {
  const at = fieldOf(given, "amount");
  const currencies = findColumn(given, ["Amount as written", "原币金额"]) === null ? fieldIn(given, "currency") : null;
  let first: string | null = null;
  return given.rows.map((row, index) => {
    const cell = row[at];
    if (!counts(index)) return null;
    const amount = numberAt(given, index, at);
    if (amount === null) return null;
    const currency = currencies === null ? signOf(cell) : isBlank(row[currencies]) ? null : currencyCode(shown(row[currencies]));
    if (currency !== null && first !== null && currency !== first) throw new Refusal("mixed-currencies", { argument: given.name, row: rowNumber(index), found: currency, expected: first });
    first ??= currency;
    return amount;
  });
}

function signOf(cell: Cell): string | null {
  return typeof cell === "string" ? (figureOf(cell)?.currency ?? null) : null;
}

/** The number of a cell; null where it is blank or stands for nothing, its refusal thrown. */
export function numberAt(given: Table, index: number, at: number): number | null {
  return valueOf(given.rows[index]![at], { argument: given.name, row: rowNumber(index) }, readNumberCell);
}

/** Days of the rows that count. */
export function daysIn(given: Table, at: number, counts: (row: number) => boolean): readonly (Day | null)[] {
  return given.rows.map((row, index) => (counts(index) ? valueOf(row[at], { argument: given.name, row: rowNumber(index) }, readDayCell) : null));
}

/** Probabilities of all rows, unreadable ones as refusals: whether 50 is 50 % depends on the whole column. */
export function probabilitiesIn(given: Table): readonly (number | null | Refusal)[] {
  const at = fieldOf(given, "probability");
  const cells = [[null], ...given.rows.map((row) => [isNoValue(row[at]) ? null : row[at]])];
  return shares(given.name, cells).values.slice(1);
}
