// An argument read as orders: who bought, when, and for how much.

import { orderHeaders } from "../../crm/headers/generic-order";
import type { Orders } from "../../metrics/customers/orders";
import { refuse, shown } from "../../metrics/refusal";
import { isBlank, type Cells } from "./cells";
import { currencyHeadings, currencyIn, findPreferred, oneCurrency } from "./deal-columns";
import { isNothing, readDayCell, readNumberCell } from "./figures";
import type { ReadCell } from "./grid";
import { readAt } from "./rules";
import { columnOf, findColumn, isChinese, rowNumber, table } from "./table";

/** Orders as given, and whether their headings are Chinese. */
interface GivenOrders extends Orders {
  readonly isChinese: boolean;
}

/** An ID goes before a name. */
const ids = ["Customer ID", "Customer Number", "Account ID", "客户ID", "客户编号", "会员号"];

/** Columns are found by their headings. Rows with nothing in them are no orders; anything that cannot be read refuses the call. */
export function ordersOf(name: string, cells: Cells, withAmount: boolean): GivenOrders {
  const given = table(name, cells);
  const [who, when, much] = Object.values(orderHeaders).slice(0, withAmount ? 3 : 2).map((wanted, part) => (part === 0 ? findColumn(given, ids) : null) ?? columnOf(given, wanted.split(" | ")));
  const places = new Map<string, number>();
  const currencies = findPreferred(given, currencyHeadings);
  const checkCurrency = oneCurrency(name);
  const orders = { customers: [] as (string | number)[], customer: [] as number[], day: [] as number[], amount: [] as number[], isChinese: isChinese(given) };
  given.rows.forEach((row, index) => {
    if (row.every(isBlank)) return;
    const at = { argument: name, row: rowNumber(index) };
    const read = <V>(column: number, reader: ReadCell<V>): V => {
      const cell = row[column];
      return isBlank(cell) || isNothing(cell as string) ? refuse("blank-in", name, { ...at, column: given.headings[column]! }) : readAt(cell, at, reader);
    };
    const customer = read(who!, (cell) => (typeof cell === "number" ? cell : String(cell).trim()));
    const key = String(customer);
    if (!places.has(key)) places.set(key, orders.customers.push(customer) - 1);
    orders.customer.push(places.get(key)!);
    orders.day.push(read(when!, readDayCell));
    if (!withAmount) return;
    orders.amount.push(read(much!, readNumberCell));
    checkCurrency(currencies === null ? currencyIn(row[much!]) : shown(row[currencies]), at.row);
  });
  return orders;
}
