// Which goals are off track? Which ones are listed stands as of the build; how each stands follows the Goals sheet.

import { column, type Column } from "../../formula/column";
import { lookup } from "../../formula/lookup";
import { numberText, sentence } from "../../formula/sentence";
import { add, call, cell, literal, type Term } from "../../formula/term";
import type { GoalStatus } from "../../metrics/goal-pace";
import type { CellValue } from "../../values";
import { grid, show, type Block, type Cell, type RuleSpec } from "../block";
import type { SheetContext } from "../context";
import { goalsNow, type GoalsNow } from "../goals/now";
import { goalsTableName } from "../goals/row";

const mostShown = 5;
/** The worst first. */
const worrying = ["offTrack", "overdue", "atRisk"] as const satisfies readonly GoalStatus[];

/** The goals to speak about, or why none are shown. */
export function goalsBlock(context: SheetContext): Block {
  const words = context.text.review;
  const title = [show("section", words.goalsTitle, { across: 11 })];
  if (!context.shown?.includes("goals")) return grid([title, [show("label", words.noGoalsSheet, { across: 11 })]], [22]);
  const goals = goalsNow(context);
  const listed = listedGoals(goals, context);
  const shown = listed.slice(0, mostShown);
  const heading = [show("heading", words.goals.goal, { across: 5 }), show("heading", words.goals.owner, { across: 2 }), show("heading", words.goals.status), show("heading", words.goals.progress, { format: "percent" }), show("heading", words.goals.pace, { format: "ratio", across: 2 })];
  return grid([
    title,
    [show("label", countsOf(goals, context), { across: 11 })],
    ...(shown.length > 0 ? [heading] : [[show("label", words.noGoalsOff, { across: 11 })]]),
    ...shown.map((goal, at) => line(goal, at, goals, context)),
    ...(listed.length > shown.length ? [[show("label", words.moreGoals(listed.length - shown.length), { across: 11 })]] : []),
  ], [22, null, shown.length > 0 ? 20 : null]);
}

/** Names of goals that worry, without those a lookup could not tell apart. */
function listedGoals({ rows, terms }: GoalsNow, { text }: SheetContext): readonly string[] {
  const found = worrying.flatMap((status) => rows.flatMap(({ goal }, at) => (terms[at]?.status.value === text.goals.statuses[status] && typeof goal === "string" && goal.trim() !== "" ? [goal] : [])));
  return found.filter((goal, at) => found.findIndex((other) => other.toLowerCase() === goal.toLowerCase()) === at && goal.length <= 200);
}

function line(goal: string, at: number, { rows, terms }: GoalsNow, { text }: SheetContext): readonly Cell[] {
  const { columns } = text.goals;
  const names = columnOf(columns.goal, rows.map((row) => row.goal));
  const key = cell(nameId(at), goal);
  const of = (header: string, values: readonly CellValue[]): Term => lookup(columnOf(header, values), key, names);
  return [
    show("label", goal, { across: 5, id: nameId(at), format: "text" }),
    show("label", of(columns.owner, rows.map((row) => row.owner)), { across: 2 }),
    show("label", of(columns.status, terms.map((term) => term.status.value)), { id: statusId(at) }),
    show("value", of(columns.progress, terms.map((term) => term.progress.value)), { format: "percent" }),
    show("value", of(columns.pace, terms.map((term) => term.pace.value)), { format: "ratio", across: 2 }),
  ];
}

function columnOf(header: string, values: readonly CellValue[]): Column {
  return column(goalsTableName, header, values);
}

/** How many goals stand how, now. */
function countsOf({ terms }: GoalsNow, { text }: SheetContext): Term<string> {
  const { statuses, columns } = text.goals;
  const status = column(goalsTableName, columns.status, []).text;
  const count = (one: GoalStatus): Term<number> => call(`COUNTIF(${status},${literal(statuses[one]).text})`, terms.filter((term) => term.status.value === statuses[one]).length);
  return sentence(text.review.goalsCount, {
    offTrack: numberText(count("offTrack")), overdue: numberText(count("overdue")), atRisk: numberText(count("atRisk")), fine: numberText(add(count("onTrack"), count("achieved"))), noData: numberText(count("noData")),
  });
}

/** A tone beside the word. */
export function goalRules(context: SheetContext): readonly RuleSpec[] {
  if (!context.shown?.includes("goals")) return [];
  const shown = listedGoals(goalsNow(context), context).slice(0, mostShown);
  const { statuses } = context.text.goals;
  return shown.flatMap((_, at): readonly RuleSpec[] => {
    const area = { from: statusId(at), to: statusId(at) };
    return [{ kind: "equals", area, text: statuses.offTrack, tone: "bad" }, { kind: "equals", area, text: statuses.overdue, tone: "bad" }, { kind: "equals", area, text: statuses.atRisk, tone: "fair" }];
  });
}

function nameId(at: number): string {
  return `review goal ${at}`;
}

function statusId(at: number): string {
  return `review goal status ${at}`;
}
