// What an export says of deals, and what follows: outcome, closing day, day due.

import type { Day } from "../values";
import { outcomeOf, type OutcomeFound } from "./deal-outcome";
import type { FieldMapping } from "./fields";
import { closeBeforeCreated, oneCreatedDate } from "./findings";
import type { Deal, Outcome } from "./objects/deal";
import type { DateOrders } from "./read-columns";
import { readRecords } from "./read-records";
import { mostSingle, type ColumnsOf, type Crm, type CrmTable, type Issue, type Reading } from "./reading";
import { isStageEntry } from "./stage-entries";

/** Reads deals; what the rows contradict or leave open is in the issues. */
export function readDeals(table: CrmTable, mapping: FieldMapping, crm: Crm, dateOrders?: DateOrders): Reading<Deal> {
  const read = readRecords("deal", table, mapping, crm, dateOrders);
  const { count, row, extras, values } = read;
  const { outcome, issues } = readOutcomes(read.columns, mapping, read.table, count);
  const stage = mapping["stage"] === undefined ? stagesWithout(read.columns, mapping, outcome) : read.columns.stage;
  const { closeDate, expectedClose, wonOn, lostOn } = read.columns;
  const closed = closeDate.map((day, at) => day ?? (outcome[at] === "won" ? wonOn[at]! : outcome[at] === "lost" ? lostOn[at]! : null));
  const due = outcome.map((one, at) => (one === "open" ? (expectedClose[at] ?? closeDate[at]!) : null));
  const { amount: estimates, wonAmount } = read.columns;
  const amount = mapping["wonAmount"] === undefined ? estimates : estimates.map((estimate, at) => (outcome[at] === "won" ? (wonAmount[at] ?? estimate) : estimate));
  const columns: ColumnsOf<Deal> = { ...read.columns, amount, stage, row, outcome, closed, due };
  const isOver = (at: number): boolean => outcome[at] !== "open";
  return {
    count,
    columns,
    extras,
    issues: [
      ...read.issues.filter(({ kind, column }) => kind !== "unmapped" || column === null || !isStageEntry(column)),
      ...issues,
      ...actualAmounts(read.table, mapping, read.columns.amount, amount),
      ...oneCreatedDate(mapping, values),
      ...withoutCloseDate(mapping, closed, outcome),
      ...closeBeforeCreated(read.table, mapping, read.columns.created, closed, isOver),
    ],
  };
}

type OutcomeColumns = ColumnsOf<Pick<Deal, "stage" | "status" | "isWon" | "isClosed" | "probability" | "wonOn" | "lostOn">>;

function readOutcomes(columns: OutcomeColumns, mapping: FieldMapping, table: CrmTable, count: number) {
  const outcome = new Array<Outcome>(count);
  const issues: Issue[] = [];
  const foundAt = outcomesOf(columns, mapping);
  let contradicted = 0;
  let unknown = 0;
  for (let at = 0; at < count; at++) {
    const found = foundAt(at);
    outcome[at] = found.outcome;
    if (found.isContradicted && ++contradicted <= mostSingle) issues.push(contradiction(columns, mapping, table, at));
    if (found.isUnknown) unknown++;
  }
  const column = mapping["stage"] ?? mapping["status"] ?? null;
  if (contradicted > mostSingle) issues.push({ kind: "outcome-contradicts-stage", row: null, column, found: null, count: contradicted - mostSingle });
  if (unknown > 0) issues.push({ kind: "unknown-stage", row: null, column, found: null, count: unknown });
  return { outcome, issues };
}

/** How each deal ended, by what all of them have. */
export function outcomesOf(columns: OutcomeColumns, mapping: FieldMapping): (at: number) => OutcomeFound {
  // HubSpot's "Is closed lost" says nothing where it is false.
  const isLostFlag = /lost|输|丢/i.test(mapping["isClosed"] ?? "");
  const isThreefold = isWonOrNot(columns.isWon, mapping);
  return (at) => {
    const isClosed = isThreefold ? columns.isWon[at]! !== null : columns.isClosed[at]!;
    return outcomeOf({
      stage: columns.stage[at]!,
      status: columns.status[at]!,
      isWon: columns.isWon[at] ?? (isLostFlag && isClosed ? false : null),
      isClosed: isLostFlag && !isClosed ? null : isClosed,
      probability: columns.probability[at]!,
      hasWonDay: columns.wonOn[at]! !== null,
      hasLostDay: columns.lostOn[at]! !== null,
    });
  };
}

/** A lone column "Won?" with yes, no and blanks: no is lost, blank is open. */
function isWonOrNot(isWon: readonly (boolean | null)[], mapping: FieldMapping): boolean {
  return ["stage", "status", "isClosed"].every((field) => mapping[field] === undefined) && isWon.includes(true) && isWon.includes(false) && isWon.includes(null);
}

function contradiction(columns: ColumnsOf<Pick<Deal, "stage" | "status" | "isWon" | "isClosed">>, mapping: FieldMapping, table: CrmTable, at: number): Issue {
  const others = (["status", "isWon", "isClosed"] as const).flatMap((field) => (mapping[field] === undefined || columns[field][at] === null ? [] : [`${mapping[field]} ${String(columns[field][at])}`]));
  return { kind: "outcome-contradicts-stage", row: table.lines[at]!, column: mapping["stage"] ?? mapping["status"] ?? null, found: [columns.stage[at] ?? "", ...others].join(" / "), count: 1 };
}

const outcomeWords: Readonly<Record<Outcome, string>> = { open: "Open", won: "Won", lost: "Lost" };

/** Without a stage column the status is the stage, else the outcome where flags or days tell it. */
function stagesWithout(columns: ColumnsOf<Pick<Deal, "status">>, mapping: FieldMapping, outcome: readonly Outcome[]): readonly (string | null)[] {
  if (mapping["status"] !== undefined) return columns.status;
  const isTold = ["isWon", "isClosed", "wonOn", "lostOn"].some((field) => mapping[field] !== undefined);
  return outcome.map((one) => (isTold ? outcomeWords[one] : null));
}

/** Won deals that count at another amount than was estimated. */
function actualAmounts(table: CrmTable, mapping: FieldMapping, estimated: readonly (number | null)[], counted: readonly (number | null)[]): Issue[] {
  if (counted === estimated) return [];
  const rows = [...counted.keys()].filter((row) => counted[row] !== estimated[row]);
  return rows.length === 0 ? [] : [{ kind: "actual-amount", row: rows.length === 1 ? table.lines[rows[0]!]! : null, column: mapping["wonAmount"]!, found: null, count: rows.length }];
}

/** Won and lost deals without a day: no column for it, or none to read in it. */
function withoutCloseDate(mapping: FieldMapping, closed: readonly (Day | null)[], outcome: readonly Outcome[]): Issue[] {
  let over = 0;
  let gaps = 0;
  for (let at = 0; at < closed.length; at++) {
    if (outcome[at] === "open") continue;
    over++;
    if (closed[at] === null) gaps++;
  }
  const hasColumn = ["closeDate", "wonOn", "lostOn"].some((field) => mapping[field] !== undefined);
  if (!hasColumn) return over === 0 ? [] : [{ kind: "no-close-date", row: null, column: null, found: null, count: over }];
  return gaps === 0 ? [] : [{ kind: "no-close-date", row: null, column: mapping["closeDate"] ?? mapping["wonOn"] ?? mapping["lostOn"]!, found: null, count: gaps }];
}
