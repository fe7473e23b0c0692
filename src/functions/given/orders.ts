// An argument read as orders: who bought, when, and for how much.

import { orderHeaders } from "../../crm/headers/generic-order";
import { isPlaceholder } from "../../crm/readers/clean";
import type { Orders } from "../../metrics/customers/orders";
import { Refusal } from "../../metrics/refusal";
import { isBlank, isErrorCell, required, shown, type Cell, type Cells } from "./cells";
import { readDayCell, readNumberCell } from "./figures";
import { columnOf, findColumn, isChinese, table, type Table } from "./table";

/** Orders as given, and whether their headings are Chinese. */
export interface GivenOrders extends Orders {
  readonly isChinese: boolean;
}

/** What a column may be called, the best names first: a better one makes the others stand back. */
const headings = {
  customer: [
    "Customer ID | Customer Number | Customer No | Client ID | Account ID | Company ID | Buyer ID | User ID | Member ID | 客户ID | 客户编号 | 客户编码 | 会员ID | 会员编号 | 会员号 | 用户ID | 买家ID",
    orderHeaders.account,
    "Client Name | Company Name | Buyer | User | Member | 客户名 | 公司 | 公司名称 | 会员 | 用户 | 买家",
  ],
  date: [orderHeaders.on, "Purchased On | Ordered On | Order Time | Day | 购买日期 | 成交日期 | 交易日期 | 下单时间 | 购买时间"],
  amount: [orderHeaders.amount, "Spend | Sum | Order Sum | 总额 | 总金额 | 实付金额 | 支付金额 | 消费金额 | 成交金额 | 收入 | 合计"],
} as const;

type Part = keyof typeof headings;
const parts = ["customer", "date", "amount"] as const;

/**
 * Columns are found by their headings; a range of just these columns, in the order customer, date, amount, needs none.
 * Rows with nothing in them are no orders; anything that cannot be read refuses the call.
 */
export function ordersOf(name: string, cells: Cells, withAmount: boolean): GivenOrders {
  const { rows, firstRow, places, columns, isChinese: chinese } = laidOut(name, cells, withAmount);
  const customers: (string | number)[] = [];
  const customer: number[] = [];
  const day: number[] = [];
  const amount: number[] = [];
  const known = new Map<string, number>();
  const days = new Map<Cell, number>();
  rows.forEach((row, at) => {
    if (row.every(isBlank)) return;
    const place = { argument: name, row: firstRow + at };
    const [who, when, much] = places.map((column, part) => filled(row[column], place, columns[part]!));
    const key = String(who).trim();
    if (!known.has(key)) {
      known.set(key, customers.length);
      customers.push(typeof who === "number" ? who : key);
    }
    customer.push(known.get(key)!);
    const on = days.get(when) ?? answered(readDayCell(when!, place));
    days.set(when, on);
    day.push(on);
    if (withAmount) amount.push(answered(readNumberCell(much!, place)));
  });
  return { customers, customer, day, amount: withAmount ? amount : null, isChinese: chinese };
}

/** The rows below the headings, and where the parts of an order stand in them. */
interface Layout {
  readonly rows: readonly (readonly Cell[])[];
  /** The row of the argument the first of them stands in. */
  readonly firstRow: number;
  readonly places: readonly number[];
  /** What messages call these columns. */
  readonly columns: readonly string[];
  readonly isChinese: boolean;
}

function laidOut(name: string, cells: Cells, withAmount: boolean): Layout {
  const wanted = withAmount ? parts : parts.slice(0, 2);
  const { rows } = required(name, cells);
  const width = rows[0]!.length;
  const isBare = width === wanted.length || width === parts.length;
  if (isBare && isDay(rows[0]![1])) {
    const last = rows.findLastIndex((row) => !row.every(isBlank));
    return { rows: rows.slice(0, last + 1), firstRow: 1, places: wanted.map((_, at) => at), columns: wanted, isChinese: false };
  }
  const given = table(name, cells);
  const found = wanted.map((part) => placeOf(given, part));
  const fits = isBare && found.every((place, at) => place === null || place === at);
  const places = found.map((place, at) => place ?? (fits ? at : columnOf(given, [commonName[isChinese(given) ? "zh" : "en"][wanted[at]!]])));
  return { rows: given.rows, firstRow: 2, places, columns: places.map((place) => given.headings[place]!), isChinese: isChinese(given) };
}

/** What a missing column is called. */
const commonName = { en: { customer: "Customer", date: "Order Date", amount: "Amount" }, zh: { customer: "客户", date: "订单日期", amount: "金额" } } as const;

function placeOf(given: Table, part: Part): number | null {
  for (const names of headings[part]) {
    const found = findColumn(given, namesIn(names));
    if (found !== null) return found;
  }
  return null;
}

function namesIn(list: string): readonly string[] {
  return list.split(" | ");
}

function isDay(cell: Cell): boolean {
  if (isBlank(cell) || isErrorCell(cell)) return false;
  const read = readDayCell(cell, { argument: "", row: 1 });
  return !(read instanceof Refusal) || read.kind === "open-day-order";
}

function filled(cell: Cell, place: { readonly argument: string; readonly row: number }, column: string): string | number | boolean {
  if (isErrorCell(cell)) throw new Refusal("error-cell", { ...place, found: shown(cell) });
  if (isBlank(cell) || (typeof cell === "string" && isPlaceholder(cell))) throw new Refusal("blank-in", { ...place, column });
  return cell;
}

function answered<V>(value: V | Refusal): V {
  if (value instanceof Refusal) throw value;
  return value;
}
