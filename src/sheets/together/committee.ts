// The customer-success committee: its agenda, when it meets, and the actions it agreed.

import { countifs } from "../../formula/aggregate";
import { hasText, is, than, type Criterion } from "../../formula/criteria";
import { dayText, numberText, sentence } from "../../formula/sentence";
import { call, dayTerm, literal, literalText, subtract, type Term } from "../../formula/term";
import type { WholeText } from "../../text/whole";
import { addMonths, type Day } from "../../values";
import type { RuleSpec, TableSpec } from "../block";
import type { SheetContext } from "../context";
import { formColumn, oneOf, oneOfList, typedColumn, typedRows, withSpare, type Form, type FormRow } from "../form";
import type { Memory } from "../memory";
import type { Format } from "../plan";
import { figures, fixed } from "../report-table";
import { departmentNames, departmentWord, togetherInputs } from "./departments";

export const agendaTableName = "CommitteeAgenda";
export const actionsTableName = "CommitteeActions";
const actionCountsName = "CommitteeByDepartment";

const agendaFields = ["topic", "minutes", "leader", "prepare"] as const;
type AgendaField = (typeof agendaFields)[number];
type AgendaRow = FormRow<AgendaField>;

const agendaForm: Form<AgendaField, AgendaField> = {
  table: agendaTableName, headers: ({ together }) => together.committee.agenda, fields: agendaFields,
  words: {
    topic: oneOfList(({ together }) => together.seeds.agenda.map(({ topic }) => topic)),
    prepare: oneOfList(({ together }) => together.seeds.agenda.map(({ prepare }) => prepare)),
    leader: departmentWord,
  },
};

export function agendaOf(memory: Memory, text: WholeText): readonly AgendaRow[] {
  const { seeds, departments } = text.together;
  return typedRows(agendaForm, memory, text) ?? seeds.agenda.map(({ leader, ...seed }) => ({ ...seed, leader: departments[leader] }));
}

export function agendaTable(rows: readonly AgendaRow[], text: WholeText): TableSpec {
  const words = text.together.committee.agenda;
  const typed = (field: AgendaField, format: Format, more = {}) => typedColumn(agendaForm, field, rows, text, format, more);
  return {
    name: agendaTableName, kind: "form", key: [words.topic], filter: false, style: "form",
    columns: [
      typed("topic", "text"), typed("minutes", "score", { allowed: { kind: "number", min: 0, max: 600, whole: true } }),
      typed("leader", "text", { look: "choice", allowed: { kind: "list", items: departmentNames(text) } }), typed("prepare", "text"),
    ],
  };
}

/** What the committee's cells hold: the last meeting's day, and the months from one to the next. */
export function meetingsTyped(memory: Memory): { readonly last: number | null; readonly every: number } {
  const [last, every] = [memory.inputs.get(togetherInputs.last), memory.inputs.get(togetherInputs.every)];
  return { last: typeof last === "number" && last > 0 ? last : null, every: typeof every === "number" && every >= 1 && every <= 24 ? every : 3 };
}

/** When the next meeting is due, and how long its agenda takes. */
export function meetingSentence(agenda: readonly AgendaRow[], memory: Memory, text: WholeText): Term<string> {
  const words = text.together.committee;
  const { last, every } = meetingsTyped(memory);
  const minutesColumn = formColumn(agendaForm, "minutes", agenda, text);
  const minutes = numberText(call(`SUM(${minutesColumn.text})`, agenda.reduce((sum, row) => sum + (typeof row.minutes === "number" ? row.minutes : 0), 0)));
  const next = call(`EDATE(${togetherInputs.last},${togetherInputs.every})`, last === null ? 1 : (addMonths(last as Day, every) as number));
  const held = sentence(words.next, { day: dayText(next), minutes });
  const never = sentence(words.never, { minutes });
  return call(`IF(ISNUMBER(${togetherInputs.last}),${held.text},${never.text})`, last === null ? never.value : held.value);
}

const actionFields = ["issue", "date", "stage", "action", "department", "due", "owner", "status", "closed", "result"] as const;
type ActionField = (typeof actionFields)[number];
type ActionRow = FormRow<ActionField>;

const actionForm: Form<ActionField, ActionField> = {
  table: actionsTableName, headers: ({ together }) => together.actions, fields: actionFields,
  words: { stage: oneOf(({ together }) => together.actions.stages), status: oneOf(({ together }) => together.actions.statuses), department: departmentWord },
};

/** Actions logged, and empty lines for the next. */
export function actionsOf(memory: Memory, text: WholeText): readonly ActionRow[] {
  return withSpare(typedRows(actionForm, memory, text) ?? [], actionFields, 6);
}

export function actionsTable(rows: readonly ActionRow[], text: WholeText): TableSpec {
  const { stages, statuses } = text.together.actions;
  const typed = (field: ActionField, format: Format, more = {}) => typedColumn(actionForm, field, rows, text, format, more);
  const choice = (items: readonly string[]) => ({ look: "choice", allowed: { kind: "list", items } }) as const;
  const day = { allowed: { kind: "day", prompt: text.together.dayPrompt } } as const;
  return {
    name: actionsTableName, kind: "log", key: [], filter: false, style: "form",
    columns: [
      typed("issue", "text"), typed("date", "day", day), typed("stage", "text", choice(Object.values(stages))), typed("action", "text"),
      typed("department", "text", choice(departmentNames(text))), typed("due", "day", day), typed("owner", "text"),
      typed("status", "text", choice(Object.values(statuses))), typed("closed", "day", day), typed("result", "text"),
    ],
  };
}

interface ActionCounts {
  readonly open: Term<number>;
  readonly overdue: Term<number>;
  readonly done: Term<number>;
}

/** Lines with an action in words: those neither done nor dropped are open, also without a status. */
function countsOf(rows: readonly ActionRow[], asOf: Term<Day>, text: WholeText, ...within: readonly Criterion[]): ActionCounts {
  const words = text.together.actions.statuses;
  const status = formColumn(actionForm, "status", rows, text);
  const late = than(formColumn(actionForm, "due", rows, text), "<", dayTerm(asOf));
  const lines = [...within, actionFilled(rows, text)];
  const closed = (...more: readonly Criterion[]) => (["done", "dropped"] as const).map((one) => countifs(...lines, is(status, literal(words[one])), ...more));
  const left = (...more: readonly Criterion[]) => closed(...more).reduce(subtract, countifs(...lines, ...more));
  return { open: left(), overdue: left(late), done: countifs(...lines, is(status, literal(words.done))) };
}

/** Lines with an action in words. */
function actionFilled(rows: readonly ActionRow[], text: WholeText): Criterion {
  return hasText(formColumn(actionForm, "action", rows, text));
}

/** How many actions are open, overdue and done. */
export function actionsSentence(rows: readonly ActionRow[], { text, model }: SheetContext): Term<string> {
  const words = text.together.actions;
  const { open, overdue, done } = countsOf(rows, model.settings.asOf, text);
  const all = countifs(actionFilled(rows, text));
  const said = sentence(words.count, { open: numberText(open), overdue: numberText(overdue), done: numberText(done) });
  return call(`IF(${all.text}=0,${literalText(words.none)},${said.text})`, all.value === 0 ? words.none : said.value);
}

/** Open, overdue and done by department. */
export function actionCountsTable(rows: readonly ActionRow[], { text, model }: SheetContext): TableSpec {
  const words = text.together.actions.byDepartment;
  const names = departmentNames(text);
  const department = formColumn(actionForm, "department", rows, text);
  const counts = names.map((name) => countsOf(rows, model.settings.asOf, text, is(department, literal(name))));
  return {
    name: actionCountsName, kind: "mirror", key: [words.department], filter: false, style: "report",
    columns: [
      fixed(words.department, "text", names, "label"), figures(words.open, "count", counts.map(({ open }) => open), "value"),
      figures(words.overdue, "count", counts.map(({ overdue }) => overdue), "value"), figures(words.done, "count", counts.map(({ done }) => done), "value"),
    ],
  };
}

/** The due day of an overdue action, and statuses, in their colours. */
export function actionRules({ text, model }: SheetContext): readonly RuleSpec[] {
  const { due, status, statuses, byDepartment } = text.together.actions;
  const at = (header: string) => `⟦${actionsTableName}.${header}⟧`;
  const says = (word: string, tone: "good" | "fair" | "muted"): RuleSpec => ({ kind: "equals", area: { table: actionsTableName, column: status }, text: word, tone });
  const overdue = `⟦${actionCountsName}.${byDepartment.overdue}⟧`;
  return [
    { kind: "formula", area: { table: actionsTableName, column: due }, formula: `AND(ISNUMBER(${at(due)}),${at(due)}<${model.settings.asOf.text},${at(status)}<>${literalText(statuses.done)},${at(status)}<>${literalText(statuses.dropped)})`, tone: "bad" },
    says(statuses.done, "good"), says(statuses.doing, "fair"), says(statuses.dropped, "muted"),
    { kind: "formula", area: { table: actionCountsName, column: byDepartment.overdue }, formula: `${overdue}>0`, tone: "bad" },
  ];
}
