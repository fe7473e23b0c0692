// How amounts are read: the number, and the currency each cell names.

import type { Issue } from "../reading";
import { Troubles, type Column } from "./column";
import { codeOf, findCurrency, type Yen } from "./currency";
import { scaleOf } from "./figure";
import { decideMark, readHard, sayMark, scanFigures, type FigureHints, type FigureScan } from "./figures";

/** An amount column: values, and the currency of the cells that name one; null where no cell does. */
interface MoneyRead {
  readonly values: (number | null)[];
  readonly currencies: (string | null)[] | null;
  readonly issues: Issue[];
}

/** A column of amounts. */
export function readMoney(column: Column, hints: FigureHints, scan: FigureScan = scanFigures(column)): MoneyRead {
  const troubles = new Troubles(column);
  const decision = decideMark(scan, hints.mark, true);
  const { scale } = headerUnit(column.header);
  const { values } = scan;
  if (scale !== 1) for (let row = 0; row < values.length; row++) values[row] = scaled(values[row]!, scale);
  let currencies = signedBy(scan, hints);
  readHard(scan, decision, troubles, (row, figure) => {
    values[row] = figure.isScaled ? figure.amount : scaled(figure.amount, scale);
    if (figure.currency === null) return;
    currencies ??= new Array<string | null>(values.length).fill(null);
    currencies[row] = codeOf(figure.currency, hints.yen);
  });
  sayMark(scan, decision, troubles);
  for (let row = 0; row < values.length; row++) if (values[row]! < 0) troubles.add("negative-amount", row, column.cells[row]!);
  return { values, currencies, issues: troubles.issues() };
}

/** The currencies of the plain cells with a sign. */
function signedBy({ signs, values }: FigureScan, { yen }: FigureHints): (string | null)[] | null {
  if (!signs) return null;
  const currencies = new Array<string | null>(values.length).fill(null);
  for (let row = 0; row < values.length; row++) if (signs[row] !== 0) currencies[row] = signs[row] === 165 || signs[row] === 0xffe5 ? yen : (bySign.get(signs[row]!) ?? null);
  return currencies;
}

const bySign: ReadonlyMap<number, string> = new Map([["$", "USD"], ["£", "GBP"], ["€", "EUR"]].map(([sign, currency]) => [sign!.charCodeAt(0), currency!]));

interface Unit {
  readonly scale: number;
  readonly currency: string | null;
}

/** The unit a header names in brackets or after "in": `金额（万元）`, `Amount (USD)`, `Amount (in thousands)`, `Umsatz in Tsd. €`. */
export function headerUnit(header: string, yen: Yen = "CNY"): Unit {
  const inside = /[([{（【]([^)\]}）】]*)[)\]}）】]\s*\*?$/.exec(header.normalize("NFKC"))?.[1] ?? /\bin\s+(\S{1,12}(?:\s\S{1,3})?)$/i.exec(header)?.[1];
  if (inside === undefined) return { scale: 1, currency: null };
  const written = inside.replace(/^([tkm])(eur|usd|gbp|chf|cny|rmb)$/i, "$1 $2");
  const found = findCurrency(written);
  const rest = (found ? found.rest : written).trim().toLowerCase().replace(/^in\s+/, "");
  const scale = unitScale(rest, found !== null);
  const isUnit = found !== null && (rest === "" || scale !== 1);
  return { scale, currency: isUnit ? codeOf(found.currency, yen) : null };
}

/** A single letter other than k and m is a unit of money only; German lists write TEUR and T€ for thousands. */
function unitScale(unit: string, isOfMoney: boolean): number {
  if (/^'?000'?s?$/.test(unit)) return 1e3;
  if (/^[a-z]$/.test(unit) && !/[km]/.test(unit)) return !isOfMoney ? 1 : unit === "t" ? 1e3 : unit === "b" ? 1e9 : 1;
  return scaleOf(unit) ?? 1;
}

/** A value in another unit, without the last digits that no product leaves exact. */
export function scaled<V extends number | null>(value: V, scale: number): V | number {
  return value === null || scale === 1 ? value : Number((value * scale).toPrecision(15));
}
