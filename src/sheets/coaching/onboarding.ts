// The 90-day plan: newcomers, the tasks of the plan, and each task of each newcomer with its day.

import { lookupNumber } from "../../formula/lookup";
import { call, dayTerm, literalText, ratio, reference, type Figure, type Term } from "../../formula/term";
import { dueDay, isSameCell, taskStatus, type TaskStatus } from "../../metrics/coaching";
import type { CellValue } from "../../values";
import { isTyped, translated } from "../any-language";
import { gap, grid, input, show, type Block, type RuleSpec, type TableSpec } from "../block";
import type { SheetContext } from "../context";
import { settingNames } from "../settings";
import { rowsTyped, withSpare, type FormRow } from "../form";
import { columnIn, counted, figureOf, own, roomy, section, typed, width, worked } from "./forms";
import { planTasks } from "./plan-tasks";

export const newcomersTableName = "Newcomers";
export const tasksTableName = "OnboardingTasks";
export const planTableName = "OnboardingPlan";
/** The cell with the days within which a task is due soon. */
export const soonName = "OnboardingSoonDays";

/** Who was hired longer ago is through with the plan. */
const newFor = 90;

const newcomerKeys = ["name", "mentor", "start"] as const;
const taskKeys = ["month", "task", "day", "who", "proof"] as const;
const planKeys = ["newcomer", "task", "done", "note"] as const;
type Newcomer = FormRow<(typeof newcomerKeys)[number]>;
type Task = FormRow<(typeof taskKeys)[number]>;

/** A task of a newcomer. */
interface Line {
  readonly newcomer: string;
  readonly task: string;
  readonly done: CellValue;
  readonly note: CellValue;
}

export interface Onboarding {
  readonly blocks: readonly Block[];
  readonly rules: readonly RuleSpec[];
  /** Tasks overdue, and all planned; null without a plan. */
  readonly count: { readonly overdue: Term<number>; readonly all: Term<number> } | null;
}

export function onboarding(context: SheetContext): Onboarding {
  const { text } = context;
  const words = text.coaching;
  const newcomers = newcomerRows(context);
  const tasks = taskRows(context);
  const lines = planLines(context, newcomers, tasks);
  const plan = planOf(context, newcomers, tasks, lines);
  const isEmpty = lines.length === 0;
  return {
    blocks: [
      section(words.newcomersTitle, words.newcomersNote, 32),
      { kind: "table", table: newcomersTable(context, newcomers, lines, plan.status) }, gap(),
      isEmpty ? section(words.planTitle) : grid([[show("section", words.planTitle, { across: width })], [show("wrapped", words.planNote, { across: 2 }), soonCell(context)]], [24, 19]),
      isEmpty ? grid([[show("sentence", words.planNone, { across: width })]], [20]) : roomy({ kind: "table", table: plan.table }), gap(),
      section(words.tasksTitle, words.tasksNote),
      roomy({ kind: "table", table: tasksTable(context, tasks) }),
    ],
    rules: isEmpty ? [] : rules(context),
    count: isEmpty ? null : {
      overdue: call(`COUNTIF(${columnIn(planTableName, words.plan.status, []).text},${literalText(words.statuses.overdue)})`, plan.status.filter(({ value }) => value === words.statuses.overdue).length),
      all: call(`ROWS(${columnIn(planTableName, words.plan.task, []).text})`, lines.length),
    },
  };
}

/** Those typed before, and those the rep export says were hired lately: once there are any, since the last refresh, so that nobody taken out comes back. */
function newcomerRows({ memory, data, model }: SheetContext): readonly Newcomer[] {
  const before = rowsTyped(memory, newcomersTableName, ({ coaching }) => coaching.newcomers, newcomerKeys) ?? [];
  const planned = (rowsTyped(memory, planTableName, ({ coaching }) => coaching.plan, planKeys) ?? []).map(({ newcomer }) => newcomer);
  const known = new Set([...before.map(({ name }) => name), ...planned].map(nameKey));
  const last = known.size > 0 ? memory.inputs.get(settingNames.asOf) : null;
  const since = typeof last === "number" ? last : -Infinity;
  const fields = data.get("rep")?.fields;
  const asOf = model.settings.asOf.value;
  const hired = fields?.get("hired")?.values ?? [];
  const found = hired.flatMap((start, row): Newcomer[] => {
    const name = fields?.get("name")?.values[row] ?? null;
    if (typeof name !== "string" || typeof start !== "number" || start > asOf || asOf - start > newFor || start <= since || known.has(nameKey(name))) return [];
    known.add(nameKey(name));
    return [{ name, mentor: null, start }];
  });
  return withSpare([...before, ...found], newcomerKeys);
}

function taskRows({ memory, text }: SheetContext): readonly Task[] {
  const words = text.coaching;
  const before = rowsTyped(memory, tasksTableName, ({ coaching }) => coaching.tasks, taskKeys)?.map((row): Task => ({
    ...row,
    task: translated(row.task, ({ coaching }) => part(coaching.planTasks, "task"), text),
    proof: translated(row.proof, ({ coaching }) => part(coaching.planTasks, "proof"), text),
    who: translated(row.who, ({ coaching }) => coaching.people, text),
  }));
  const first = planTasks.map(({ key, month, day, who }): Task => ({ month, task: words.planTasks[key].task, day, who: words.people[who], proof: words.planTasks[key].proof }));
  return withSpare(before ?? first, taskKeys);
}

function part<K extends string>(all: Readonly<Record<K, { readonly task: string; readonly proof: string }>>, name: "task" | "proof"): Readonly<Record<K, string>> {
  return Object.fromEntries((Object.keys(all) as K[]).map((key) => [key, all[key][name]])) as Record<K, string>;
}

/** Every task of every newcomer, with what was typed beside it. */
function planLines({ memory, text }: SheetContext, newcomers: readonly Newcomer[], tasks: readonly Task[]): readonly Line[] {
  const before = new Map((rowsTyped(memory, planTableName, ({ coaching }) => coaching.plan, planKeys) ?? []).map((row) => {
    const task = translated(row.task, ({ coaching }) => part(coaching.planTasks, "task"), text);
    return [lineKey(row.newcomer, task), row] as const;
  }));
  return distinct(newcomers.map(({ name }) => name)).flatMap((newcomer) => distinct(tasks.map(({ task }) => task)).map((task): Line => {
    const row = before.get(lineKey(newcomer, task));
    return { newcomer, task, done: row?.done ?? null, note: row?.note ?? null };
  }));
}

function planOf({ model, text, memory }: SheetContext, newcomers: readonly Newcomer[], tasks: readonly Task[], lines: readonly Line[]): { readonly table: TableSpec; readonly status: readonly Term<string>[] } {
  const words = text.coaching;
  const headers = words.plan;
  const ofNewcomers = (key: keyof Newcomer) => columnIn(newcomersTableName, words.newcomers[key], newcomers.map((row) => row[key]));
  const ofTasks = (key: keyof Task) => columnIn(tasksTableName, words.tasks[key], tasks.map((row) => row[key]));
  const due = lines.map(({ newcomer, task }) => dueDay(
    lookupNumber(ofNewcomers("start"), own(planTableName, headers.newcomer, newcomer), ofNewcomers("name")),
    lookupNumber(ofTasks("day"), own(planTableName, headers.task, task), ofTasks("task")),
  ));
  const soon = reference(soonName, soonDays(memory.inputs.get(soonName)));
  const status = lines.map(({ done }, at) => taskStatus(own(planTableName, headers.done, done), own(planTableName, headers.due, due[at]?.value ?? ""), dayTerm(model.settings.asOf), soon, words.statuses));
  return {
    status,
    table: {
      name: planTableName, kind: "form", key: [headers.newcomer, headers.task], filter: false, style: "form",
      columns: [
        { name: headers.newcomer, owner: "crm", format: "text", look: "label", contents: lines.map(({ newcomer }) => newcomer) },
        { name: headers.task, owner: "crm", format: "text", look: "wrapped", contents: lines.map(({ task }) => task) },
        worked(headers.due, "day", due),
        typed(headers.done, "day", lines.map(({ done }) => done), { allowed: { kind: "day", prompt: words.prompts.day } }),
        worked(headers.status, "text", status, "centred"),
        typed(headers.note, "text", lines.map(({ note }) => note)),
      ],
    },
  };
}

/** Without a plan there is nothing to count. */
function newcomersTable({ model, text }: SheetContext, rows: readonly Newcomer[], lines: readonly Line[], status: readonly Term<string>[]): TableSpec {
  const words = text.coaching;
  const headers = words.newcomers;
  const asOf = dayTerm(model.settings.asOf);
  const inPlan = (header: keyof typeof words.plan) => columnIn(planTableName, words.plan[header], []).text;
  const here = own(newcomersTableName, headers.name, null).text;
  const count = (row: Newcomer, test: string | null, holds: (line: Line, at: number) => boolean): Term<Figure> => {
    if (lines.length === 0) return call('""', "");
    const mine = lines.filter((line, at) => isSameCell(line.newcomer, row.name) && holds(line, at)).length;
    const all = counted([`(${inPlan("newcomer")}=${here})`, ...(test === null ? [] : [test])], mine);
    return call(`IF(${here}="","",${all.text})`, isTyped(row.name) ? mine : "");
  };
  const tasks = rows.map((row) => count(row, null, () => true));
  const done = rows.map((row) => count(row, `(${inPlan("done")}<>"")`, ({ done: on }) => (on ?? "") !== ""));
  const overdue = rows.map((row) => count(row, `(${inPlan("status")}=${literalText(words.statuses.overdue)})`, (_, at) => status[at]?.value === words.statuses.overdue));
  const cellOf = (header: string, terms: readonly Term<Figure>[], at: number) => own(newcomersTableName, header, terms[at]?.value ?? "");
  return {
    name: newcomersTableName, kind: "form", key: [headers.name], filter: false, style: "form",
    columns: [
      typed(headers.name, "text", rows.map(({ name }) => name)),
      typed(headers.mentor, "text", rows.map(({ mentor }) => mentor)),
      typed(headers.start, "day", rows.map(({ start }) => start), { allowed: { kind: "day", prompt: words.prompts.day } }),
      worked(headers.day, "count", rows.map(({ start }) => dayOfStay(own(newcomersTableName, headers.start, start), asOf))),
      worked(headers.tasks, "count", tasks),
      worked(headers.done, "count", done),
      worked(headers.overdue, "count", overdue),
      worked(headers.progress, "percent", rows.map((_, at) => ratio(cellOf(headers.done, done, at), cellOf(headers.tasks, tasks, at)))),
    ],
  };
}

/** Days since the start day, as tasks are due by them; "" before it. */
function dayOfStay(start: Term, asOf: Term<number>): Term<Figure> {
  const from = figureOf(start.value);
  return call(`IF(ISNUMBER(${start.text}),IF(${start.text}>${asOf.text},"",${asOf.text}-${start.text}),"")`, from === "" || from > asOf.value ? "" : asOf.value - from);
}

function tasksTable({ text }: SheetContext, rows: readonly Task[]): TableSpec {
  const words = text.coaching;
  const of = (key: keyof Task) => rows.map((row) => row[key]);
  const whole = (min: number, max: number) => ({ allowed: { kind: "number" as const, min, max, whole: true } });
  return {
    name: tasksTableName, kind: "form", key: [words.tasks.task], filter: false, style: "form",
    columns: [
      typed(words.tasks.who, "text", of("who")),
      typed(words.tasks.task, "text", of("task"), { look: "inputWrapped" }),
      typed(words.tasks.day, "count", of("day"), whole(0, 365)),
      typed(words.tasks.month, "count", of("month"), whole(1, 12)),
      typed(words.tasks.proof, "text", of("proof"), { look: "inputWrapped" }),
    ],
  };
}

function soonCell({ memory }: SheetContext) {
  return input(soonName, soonDays(memory.inputs.get(soonName)), { format: "count", allowed: { kind: "number", min: 0, max: 90, whole: true } });
}

function soonDays(typedDays: CellValue | undefined): number {
  return typeof typedDays === "number" && typedDays >= 0 && typedDays <= 90 ? typedDays : 7;
}

function rules({ text }: SheetContext): readonly RuleSpec[] {
  const words = text.coaching;
  const tones: Partial<Record<TaskStatus, "good" | "fair" | "bad" | "muted">> = { done: "good", soon: "fair", overdue: "bad", noStart: "muted" };
  return [
    ...(Object.keys(tones) as (keyof typeof tones)[]).map((status): RuleSpec => ({ kind: "equals", area: { table: planTableName, column: words.plan.status }, text: words.statuses[status], tone: tones[status] ?? "muted" })),
    { kind: "dataBar", area: { table: newcomersTableName, column: words.newcomers.progress }, colour: "#BFE3DF", min: 0, max: 1 },
  ];
}

/** Names as typed, each once. */
function distinct(values: readonly CellValue[]): readonly string[] {
  const found = new Map<string, string>();
  for (const value of values) if (isTyped(value) && !found.has(nameKey(value))) found.set(nameKey(value), String(value));
  return [...found.values()];
}

function nameKey(name: CellValue): string {
  return String(name ?? "").trim().toLowerCase();
}

function lineKey(newcomer: CellValue, task: CellValue): string {
  return `${nameKey(newcomer)}\u0000${nameKey(task)}`;
}
