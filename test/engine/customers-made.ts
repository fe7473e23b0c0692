// Orders and won deals that are hard to count by customer.

import { readFileSync } from "node:fs";
import { sharedData } from "../shared-data";

/** One customer in two spellings, refunds, orders without a customer, a day or an amount, and some after the as-of day 2026-06-30. */
export const awkwardOrders = ["Order ID,Customer,Order Date,Amount,Margin %,Product", ...[
  ["Ada", "2025-01-05", "100.10", "0.4", "Tea"], ["ADA", "2025-01-05", "0.20", "0.5", "Tea"], ["ada", "2025-03-09", "50", "", "Pot"], ["Ada", "2026-06-30", "70.35", "0.3", "Tea"],
  ["Ben", "2025-02-01", "-30", "0.2", "Pot"], ["Ben", "2026-02-02", "30", "0.2", "Pot"], ["Ben", "2026-02-02", "-30", "0.2", "Pot"], ["Ben", "2026-05-20", "12.5", "0.1", "Tea"],
  ["Cleo", "2026-01-10", "", "", "Tea"], ["Cleo", "2026-01-11", "9.99", "0.6", "Cup"], ["Cleo", "2026-07-02", "500", "0.4", "Cup"],
  ["Old", "1971-03-01", "1", "0.5", "Tea"],
  ["Dan", "2026-03-03", "-5", "", "Cup"], ["Eve", "2026-08-01", "80", "0.5", "Tea"],
  ["", "2026-04-04", "11", "0.5", "Tea"], ["Ada", "", "12", "0.5", "Tea"], ["Finn", "", "13", "0.5", "Cup"], ["n/a", "2026-04-05", "14", "0.2", "Cup"],
  ["Gül's “Shop”", "2026-04-06", "15.55", "0.2", "Cup"], ["Gül's “Shop”", "2026-06-01", "15.55", "0.2", "Pot"],
].map((cells, at) => [`O${at + 1}`, ...cells].join(","))].join("\n");

/** Won deals of accounts in two currencies, and deals that are not won. */
export const wonDeals = ["Deal ID,Deal Name,Account Name,Owner,Stage,Amount,Currency,Created Date,Close Date", ...[
  ["Ada", "Closed Won", "100", "EUR", "2025-04-01"], ["ada", "Closed Won", "200", "USD", "2025-04-01"], ["Ada", "Closed Won", "300", "EUR", "2026-03-15"], ["Ada", "Closed Lost", "400", "EUR", "2026-03-16"],
  ["Ben", "Closed Won", "50", "EUR", "2026-01-20"], ["Ben", "Prospecting", "60", "EUR", "2026-09-01"], ["Cleo", "Closed Lost", "70", "USD", "2026-02-01"], ["", "Closed Won", "80", "EUR", "2026-02-02"],
  ["Dan", "Closed Won", "", "EUR", "2026-05-05"], ["Dan", "Closed Won", "90", "EUR", "2026-05-06"],
].map(([account, stage, amount, currency, closed], at) => [`D${at + 1}`, `Deal ${at + 1}`, account, "Ivy", stage, amount, currency, `2025-01-0${1 + (at % 9)}`, closed].join(","))].join("\n");

export function cdnowOrders(): string {
  const lines = readFileSync(sharedData("cdnow_sample/CDNOW_sample.txt") ?? "", "utf8").trim().split(/\r?\n/).map((line) => line.trim().split(/\s+/));
  return ["Order ID,Customer,Order Date,Amount", ...lines.map(([, id, day = "", , amount], at) => `O${at},C${id},${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)},${amount}`)].join("\n");
}
