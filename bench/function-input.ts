// Made arguments of every custom function, of any size, the same each time.

import { readFileSync } from "node:fs";
import type { FunctionId } from "../src/functions/ids";
import { sharedData } from "../test/shared-data";

type Rows = (string | number | boolean)[][];

/** The arguments of a call over so many rows. */
export function argumentsFor(id: FunctionId, rows: number): unknown[] {
  const column = (make: (at: number) => string | number | boolean): Rows => Array.from({ length: rows }, (_, at) => [make(at)]);
  const amounts = column((at) => 100 + (at % 977));
  const shares = column((at) => 0.01 + (at % 90) / 100);
  const outcomes = column((at) => ["Won", "Lost", "Negotiation"][at % 3]!);
  const created = column((at) => 44_000 + (at % 700));
  const closed = column((at) => 44_010 + (at % 700) + (at % 80));
  switch (id) {
    case "LEADSCORE": return [leads(rows), rules, 46_000, null];
    case "LEADGRADE": return [column((at) => at % 80), null];
    case "GATECHECK": return [deals(rows), criteria, null];
    case "HEALTHSCORE": return [[["Customer", "Usage", "Tickets"], ...column((at) => `C${at}`).map(([name], at) => [name!, at % 30, at % 11])], [["Measure", "Weight", "Poor", "Good"], ["Usage", 2, 0, 20], ["Tickets", 1, 10, 0]], null, null, null];
    case "FUNNELCONV": return [column((at) => stages[at % 4]!), stages.map((stage) => [stage]), "back-filled", null];
    case "WINRATE": return [outcomes, amounts];
    case "SALESCYCLE": return [created, closed, outcomes, "median"];
    case "SALESVELOCITY": return [amounts, shares, amounts, amounts];
    case "FORECAST": return [deals(rows), "weighted", null];
    case "COMPLETENESS": return [deals(rows), null];
    case "LTV": return [amounts, shares, shares, null, null];
    case "CAC": return [amounts, amounts, null];
    case "LTVCAC": return [amounts, amounts];
    case "PAYBACK": return [amounts, amounts, shares];
    case "BONUS": return [amounts, shares, shares, shares, null, 0.5, 1.2, 1.5];
    case "CLV": return [orders(rows), 35_703, 12, 0.01];
    case "RFM": return [orders(rows), 35_703];
    case "COHORT": return [orders(rows), null, null, null];
    case "RETENTION": return [column(() => 200), column((at) => 100 + (at % 90)), column((at) => at % 20)];
    case "CHURN": return [column((at) => (at % 4 === 0 ? "Yes" : "No")), amounts];
    case "NRR": return [amounts, column((at) => at % 9), column((at) => at % 5), column((at) => at % 7)];
    case "NPS": return [column((at) => at % 11)];
    case "CSAT": return [column((at) => 1 + (at % 5)), null, null];
    case "GOALPROGRESS": return [amounts, column((at) => 300 + (at % 13)), amounts.map(() => [50]), null, null];
    case "GOALPACE": return [amounts, column((at) => 300 + (at % 13)), created, closed.map(([day]) => [Number(day) + 365]), 44_500, null, null, null];
    case "GOALSTATUS": return [amounts, column((at) => 300 + (at % 13)), created, closed.map(([day]) => [Number(day) + 365]), 44_500, null, null, null, null];
  }
}

const stages = ["Prospecting", "Qualification", "Proposal", "Negotiation"];
const industries = ["科技", "金融", "制造", "零售", "医疗", "教育", "物流"];

const leadHeadings = ["Lead", "Industry", "Employees", "Whitepaper", "Webinar", "Pricing page", "Visits", "Country", "Title", "Source", "Email"];

/** Leads with the columns the rules ask for. */
export function leads(rows: number): Rows {
  return [leadHeadings, ...Array.from({ length: rows }, (_, at) => [
    `Lead ${at}`, industries[at % 7]!, (at * 37) % 3000, at % 3 === 0 ? "Yes" : "No", at % 4 === 0 ? "Yes" : "No", at % 5 === 0 ? "Yes" : "No",
    at % 60, ["CN", "US", "DE", "JP"][at % 4]!, ["CEO", "Buyer", "Engineer"][at % 3]!, ["Web", "Event", "Partner", "Ads"][at % 4]!, at % 10 === 0 ? "" : `lead${at}@example.com`,
  ])];
}

/** Ten rules: texts, lists, numbers, flags and blanks. */
const rules: Rows = [
  ["Field", "Operator", "Value", "Points"],
  ["Industry", "in", "科技;金融", 15], ["Employees", ">", 1000, 10], ["Whitepaper", "=", "Yes", 10], ["Webinar", "=", "Yes", 20], ["Pricing page", "=", "Yes", 20],
  ["Visits", ">=", 30, 5], ["Country", "=", "CN", 5], ["Title", "<>", "Engineer", 5], ["Source", "contains", "art", 5], ["Email", "is blank", "", -10],
];

/** The same ten rules as one native formula of row 2. */
export const nativeFormula =
  'IF(OR(B2="科技",B2="金融"),15,0)+IF(C2>1000,10,0)+IF(D2="Yes",10,0)+IF(E2="Yes",20,0)+IF(F2="Yes",20,0)' +
  '+IF(G2>=30,5,0)+IF(H2="CN",5,0)+IF(AND(I2<>"",I2<>"Engineer"),5,0)+IF(ISNUMBER(SEARCH("art",J2)),5,0)+IF(K2="",-10,0)';

function deals(rows: number): Rows {
  return [["Deal", "Stage", "Amount", "Probability", "Close date", "Owner"], ...Array.from({ length: rows }, (_, at) => [`D${at}`, [...stages, "Closed Won", "Closed Lost"][at % 6]!, 1000 + (at % 997), (at % 10) / 10, 44_000 + (at % 700), at % 8 === 0 ? "" : `Rep ${at % 20}`])];
}

const criteria: Rows = [["Stage", "Gate", "Field", "Operator", "Value"], ["Prospecting", "exit", "Owner", "", ""], ["Qualification", "entry", "Amount", ">", 1100], ["Proposal", "entry", "Probability", ">=", 0.2], ["Negotiation", "entry", "Close date", "is not blank", ""]];

/** Orders like CDNOW's: the 6,919 orders of its 2,357 customers, as often as needed, each time by other customers. */
function orders(customers: number): Rows {
  const path = sharedData("cdnow_sample/CDNOW_sample.txt");
  if (!path) throw new Error("../shared/data is not here");
  const lines = readFileSync(path, "utf8").trim().split(/\r?\n/).map((line) => line.trim().split(/\s+/));
  const times = Math.max(1, Math.round(customers / 2357));
  const rows: Rows = [["Customer", "Date", "Amount"]];
  for (let time = 0; time < times; time++) {
    for (const [, id, date, , amount] of lines) rows.push([`${time}-${id}`, dayNumber(date!), Number(amount)]);
  }
  return rows;
}

/** Excel's day of `19970101`. */
function dayNumber(text: string): number {
  return Date.UTC(Number(text.slice(0, 4)), Number(text.slice(4, 6)) - 1, Number(text.slice(6, 8))) / 86_400_000 + 25_569;
}
