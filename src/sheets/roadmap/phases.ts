// How far is each of the three phases?

import { countifs } from "../../formula/aggregate";
import type { Column } from "../../formula/column";
import { is } from "../../formula/criteria";
import { numberText, sentence } from "../../formula/sentence";
import { add, call, literal, literalText, type Figure, type Term } from "../../formula/term";
import type { WholeText } from "../../text/whole";
import type { TableSpec } from "../block";
import { sameText } from "../form";
import { fixed, figures } from "../report-table";
import { milestoneColumns, numberIn, roadmapPhases, type Milestone, type MilestoneStatus, type RoadmapPhase } from "./milestones";

export const phasesTableName = "RoadmapPhases";

/** A row for each phase, from its milestones. */
export function phasesTable(rows: readonly Milestone[], statuses: readonly string[], text: WholeText): TableSpec {
  const words = text.roadmap.stages;
  const columns = milestoneColumns(rows, statuses, text);
  const of = <T>(made: (phase: RoadmapPhase) => T): readonly T[] => roadmapPhases.map(made);
  return {
    name: phasesTableName, kind: "mirror", key: [words.phase], filter: false, style: "report",
    columns: [
      fixed(words.phase, "text", of((phase) => text.roadmap.phases[phase]), "wrapped"),
      fixed(words.aim, "text", of((phase) => words.aims[phase]), "wrapped"),
      figures(words.milestones, "count", of((phase) => countifs(is(columns.phase, literal(text.roadmap.phases[phase])))), "value"),
      figures(words.next, "text", of((phase) => nextOf(phase, rows, columns, text)), "wrapped"),
      figures(words.from, "day", of((phase) => edge("MIN", columns.start, phase, rows, columns, text)), "value"),
      figures(words.to, "day", of((phase) => edge("MAX", columns.due, phase, rows, columns, text)), "value"),
      figures(words.done, "percent", of((phase) => doneOf(phase, rows, columns, text)), "value"),
      figures(words.state, "text", of((phase) => stateOf(phase, columns, text)), "centred"),
    ],
  };
}

/** How many milestones are done, behind and overdue. */
export function progressSentence(rows: readonly Milestone[], statuses: readonly string[], text: WholeText): Term<string> {
  const { status, milestone } = milestoneColumns(rows, statuses, text);
  const count = (one: MilestoneStatus) => numberText(countifs(is(status, literal(text.roadmap.milestones.statuses[one]))));
  const all = call(`COUNTA(${milestone.text})`, milestone.values.filter((value) => value !== null).length);
  return sentence(text.roadmap.progress, { done: count("done"), all: numberText(all), behind: count("behind"), overdue: count("overdue") });
}

type Columns = ReturnType<typeof milestoneColumns>;

function rowsIn(phase: RoadmapPhase, rows: readonly Milestone[], text: WholeText): readonly Milestone[] {
  return rows.filter((row) => sameText(row.phase, text.roadmap.phases[phase]));
}

function inPhase(phase: RoadmapPhase, { phase: column }: Columns, text: WholeText): string {
  return `(${column.text}=${literalText(text.roadmap.phases[phase])})`;
}

/** The first start or the last due day of a phase. */
function edge(which: "MIN" | "MAX", column: Column, phase: RoadmapPhase, rows: readonly Milestone[], columns: Columns, text: WholeText): Term<Figure> {
  const field = column === columns.start ? "start" : "due";
  const days = rowsIn(phase, rows, text).flatMap((row) => (typeof row[field] === "number" ? [row[field]] : []));
  const test = `${inPhase(phase, columns, text)}*ISNUMBER(${column.text})`;
  const value = days.length === 0 ? "" : which === "MIN" ? Math.min(...days) : Math.max(...days);
  return call(`IF(SUMPRODUCT(${test})=0,"",${which}(IF(${test},${column.text})))`, value, { array: true });
}

/** Days done ÷ days of the milestones with both dates. */
function doneOf(phase: RoadmapPhase, rows: readonly Milestone[], columns: Columns, text: WholeText): Term<Figure> {
  const { start, due, done } = columns;
  const dated = rowsIn(phase, rows, text).flatMap((row) => (typeof row.start === "number" && typeof row.due === "number" && row.due >= row.start ? [{ days: row.due - row.start + 1, done: numberIn(row.done) }] : []));
  const days = dated.reduce((sum, one) => sum + one.days, 0);
  const test = `${inPhase(phase, columns, text)}*ISNUMBER(${start.text})*ISNUMBER(${due.text})`;
  const lengths = `IF(${test},IF(${due.text}>=${start.text},${due.text}-${start.text}+1,0),0)`;
  const value = days === 0 ? "" : dated.reduce((sum, one) => sum + one.days * one.done, 0) / days;
  return call(`IF(SUM(${lengths})=0,"",SUM(${lengths}*IF(ISNUMBER(${done.text}),${done.text},0))/SUM(${lengths}))`, value, { array: true });
}

/** The milestone due next of those not done. */
function nextOf(phase: RoadmapPhase, rows: readonly Milestone[], columns: Columns, text: WholeText): Term<string> {
  const { due, done, milestone } = columns;
  const left = rowsIn(phase, rows, text).filter((row) => typeof row.due === "number" && numberIn(row.done) < 1);
  const first = left.reduce<Milestone | null>((best, row) => (best === null || numberIn(row.due) < numberIn(best.due) ? row : best), null);
  const test = `IF(${inPhase(phase, columns, text)}*ISNUMBER(${due.text})*(IF(ISNUMBER(${done.text}),${done.text},0)<1),${due.text})`;
  return call(`IF(COUNT(${test})=0,"",INDEX(${milestone.text},MATCH(MIN(${test}),${test},0))&"")`, String(first?.milestone ?? ""), { array: true });
}

/** The worst of its milestones' states: overdue, behind, on plan; done when all are. */
function stateOf(phase: RoadmapPhase, columns: Columns, text: WholeText): Term<string> {
  const { statuses } = text.roadmap.milestones;
  const within = is(columns.phase, literal(text.roadmap.phases[phase]));
  const count = (status: MilestoneStatus) => countifs(within, is(columns.status, literal(statuses[status])));
  const all = countifs(within);
  const waiting = add(count("notYet"), count("noDates"));
  const [done, overdue, behind] = [count("done"), count("overdue"), count("behind")];
  const words = statuses;
  const value = all.value === 0 ? "" : done.value === all.value ? words.done : overdue.value > 0 ? words.overdue : behind.value > 0 ? words.behind : waiting.value === all.value ? words.notYet : words.onPlan;
  const said = (status: MilestoneStatus) => literalText(words[status]);
  return call(`IF(${all.text}=0,"",IF(${done.text}=${all.text},${said("done")},IF(${overdue.text}>0,${said("overdue")},IF(${behind.text}>0,${said("behind")},IF(${waiting.text}=${all.text},${said("notYet")},${said("onPlan")})))))`, value);
}
