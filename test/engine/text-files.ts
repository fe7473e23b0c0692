// Files of deals larger than what is looked at first, with what makes exports hard, made in a folder of the test's own.

import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** How the cells of a made file are written. */
interface Style {
  readonly delimiter: string;
  readonly amount: (cents: number) => string;
  readonly day: (date: Date) => string;
  readonly rate: (hundredths: number) => string;
}

const plainStyle: Style = {
  delimiter: ",",
  amount: (cents) => (cents / 100).toFixed(2),
  day: (date) => date.toISOString().slice(0, 10),
  rate: (hundredths) => String(hundredths),
};

export const styles: readonly (readonly [string, Style])[] = [
  ["plain", plainStyle],
  ["american", { ...plainStyle, amount: (cents) => `"$${grouped(cents, ",", ".")}"`, day: (date) => `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()} ${(date.getUTCDate() % 12) + 1}:05 PM`, rate: (hundredths) => `${hundredths}%` }],
  ["german", { delimiter: ";", amount: (cents) => `${grouped(cents, ".", ",")} €`, day: (date) => [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()].map((part) => String(part).padStart(2, "0")).join("."), rate: (hundredths) => (hundredths % 20 === 0 ? `${hundredths},5 %` : `${hundredths}%`) }],
  ["chinese", { delimiter: "\t", amount: (cents) => (cents % 7 === 0 ? `${cents / 1_000_000}万` : `¥${(cents / 100).toFixed(2)}`), day: (date) => `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`, rate: (hundredths) => (hundredths / 100).toFixed(2) }],
  ["with times", { ...plainStyle, day: (date) => `${date.toISOString().slice(0, 10)}T0${date.getUTCDate() % 10}:30:00.000+0000`, rate: (hundredths) => (hundredths === 50 ? "50%" : (hundredths / 100).toFixed(2)) }],
];

export const header = ["Opportunity ID", "Opportunity Name", "Account Name", "Stage", "Amount", "Probability (%)", "Created Date", "Close Date", "Opportunity Owner"];
const stages = ["Prospecting", "Negotiation/Review", "Closed Won", "Closed Lost"];

/** The lines of `count` deals, days in their order, so that the first ones prove no order of day and month. */
export function linesOf(count: number, { delimiter, amount, day, rate }: Style = plainStyle): string[] {
  return Array.from({ length: count }, (_, at) => {
    const created = new Date(Date.UTC(2024, 0, 1) + Math.floor((at * 700) / count) * 86_400_000);
    const closed = new Date(created.getTime() + ((at % 90) + 1) * 86_400_000);
    const cents = at % 17 === 0 ? "" : amount(100_000 + ((at * 7919) % 4_000_000));
    return [`006${String(at).padStart(9, "0")}`, `Order ${at}`, `Customer ${at % 300}`, stages[at % 4]!, cents, rate((at % 11) * 10), day(created), day(closed), `Rep ${at % 9}`].join(delimiter);
  });
}

/** Writes lines below the header; gives the path. */
export function written(folder: string, name: string, lines: readonly string[], delimiter = ",", end = "\r\n"): string {
  const path = join(folder, name);
  writeFileSync(path, [header.join(delimiter), ...lines, ""].join(end));
  return path;
}

function grouped(cents: number, separator: string, mark: string): string {
  const [whole, decimals] = (cents / 100).toFixed(2).split(".");
  return `${whole!.replace(/\B(?=(\d{3})+$)/g, separator)}${mark}${decimals}`;
}
