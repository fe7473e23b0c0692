// Milestones in three phases: what is typed of each, and whether it is on plan.

import { column, thisRow, type Column } from "../../formula/column";
import { roundHalf } from "../../formula/round";
import { call, literalText, type Term } from "../../formula/term";
import type { WholeText } from "../../text/whole";
import type { CellValue, Day } from "../../values";
import type { TableSpec } from "../block";
import type { SheetContext } from "../context";
import { formColumn, madeColumn, oneOf, oneOfList, typedColumn, typedRows, type Form, type FormRow } from "../form";
import type { Memory } from "../memory";
import type { RoadmapSettings } from "./settings";

export const milestonesTableName = "Milestones";

export const roadmapPhases = ["base", "data", "whole"] as const;
export type RoadmapPhase = (typeof roadmapPhases)[number];

const fields = ["phase", "milestone", "owner", "resources", "start", "due", "done"] as const;
type Field = (typeof fields)[number];
export type Milestone = FormRow<Field>;
export type MilestoneStatus = keyof WholeText["roadmap"]["milestones"]["statuses"];

const form: Form<Field | "status", Field> = {
  table: milestonesTableName,
  headers: ({ roadmap }) => roadmap.milestones,
  fields,
  words: {
    phase: oneOf(({ roadmap }) => roadmap.phases),
    milestone: oneOfList(({ roadmap }) => roadmap.seeds.milestones.map(({ milestone }) => milestone)),
    resources: oneOfList(({ roadmap }) => roadmap.seeds.milestones.map(({ resources }) => resources)),
  },
};

/** Milestones typed before, else ours from the first day on. */
export function milestonesOf(memory: Memory, { firstDay }: RoadmapSettings, text: WholeText): readonly Milestone[] {
  const { seeds, phases } = text.roadmap;
  return typedRows(form, memory, text) ?? seeds.milestones.map(({ phase, milestone, resources, from, weeks }) => ({
    phase: phases[phase], milestone, owner: null, resources, start: firstDay.value + from * 7, due: firstDay.value + (from + weeks) * 7 - 3, done: 0,
  }));
}

export function milestonesTable(rows: readonly Milestone[], settings: RoadmapSettings, { text, model }: SheetContext): TableSpec {
  const words = text.roadmap.milestones;
  const typed = (field: Field, format: "text" | "day" | "percent", more = {}) => typedColumn(form, field, rows, text, format, more);
  const day = { allowed: { kind: "day", prompt: words.prompts.day } } as const;
  return {
    name: milestonesTableName, kind: "form", key: [words.phase, words.milestone], filter: false, style: "form",
    columns: [
      typed("phase", "text", { allowed: { kind: "list", items: roadmapPhases.map((one) => text.roadmap.phases[one]), prompt: words.prompts.phase } }),
      typed("milestone", "text"), typed("owner", "text"), typed("resources", "text"), typed("start", "day", day), typed("due", "day", day),
      typed("done", "percent", { allowed: { kind: "number", min: 0, max: 1, whole: false, prompt: words.prompts.done } }),
      madeColumn(words.status, "text", rows.map((row) => statusTerm(row, settings, model.settings.asOf, text)), { look: "centred" }),
    ],
  };
}

/** The columns other blocks look at. */
export function milestoneColumns(rows: readonly Milestone[], statuses: readonly string[], text: WholeText): Readonly<Record<"phase" | "milestone" | "start" | "due" | "done" | "status", Column>> {
  const of = (field: Field) => formColumn(form, field, rows, text);
  return { phase: of("phase"), milestone: of("milestone"), start: of("start"), due: of("due"), done: of("done"), status: column(milestonesTableName, text.roadmap.milestones.status, statuses) };
}

/** The status of each milestone in words. */
export function statusWords(rows: readonly Milestone[], settings: RoadmapSettings, asOf: Day, text: WholeText): readonly string[] {
  return rows.map((row) => text.roadmap.milestones.statuses[statusOf(row, asOf, settings.behindBy.value)]);
}

/** Behind plan: the share done lies under the share of days gone by more than the tolerance; the as-of day counts as gone. */
export function statusOf({ start, due, done }: Milestone, asOf: number, behindBy: number): MilestoneStatus {
  const share = numberIn(done);
  if (share >= 1) return "done";
  if (typeof due !== "number") return "noDates";
  if (due < asOf) return "overdue";
  if (typeof start !== "number" || start > asOf) return share > 0 ? "onPlan" : "notYet";
  const gone = (asOf - start + 1) / Math.max(1, due - start + 1);
  // 0.7 + 0.1 is a hair below 0.8.
  return roundHalf(share + behindBy, 9) < roundHalf(gone, 9) ? "behind" : "onPlan";
}

function statusTerm(row: Milestone, { behindBy }: RoadmapSettings, asOf: Term<Day>, text: WholeText): Term<string> {
  const { statuses, ...words } = text.roadmap.milestones;
  const [start, due, done] = [words.start, words.due, words.done].map((header) => thisRow(milestonesTableName, header)) as [string, string, string];
  const said = (status: MilestoneStatus) => literalText(statuses[status]);
  const gone = `(${asOf.text}-${start}+1)/MAX(1,${due}-${start}+1)`;
  const running = `IF(ROUND(N(${done})+${behindBy.text},9)<ROUND(${gone},9),${said("behind")},${said("onPlan")})`;
  const before = `IF(N(${done})>0,${said("onPlan")},${said("notYet")})`;
  const formula = `IF(N(${done})>=1,${said("done")},IF(NOT(ISNUMBER(${due})),${said("noDates")},IF(${due}<${asOf.text},${said("overdue")},IF(NOT(ISNUMBER(${start})),${before},IF(${start}>${asOf.text},${before},${running})))))`;
  return call(formula, statuses[statusOf(row, asOf.value, behindBy.value)]);
}

export function numberIn(value: CellValue): number {
  return typeof value === "number" ? value : 0;
}
