// Joint projects of the departments: how many, and what they brought.

import { averageifs, countifs } from "../../formula/aggregate";
import { is, type Criterion } from "../../formula/criteria";
import { numberText, sentence } from "../../formula/sentence";
import { assured, call, literal, type Figure, type Term } from "../../formula/term";
import type { WholeText } from "../../text/whole";
import type { RuleSpec, TableSpec } from "../block";
import { formColumn, oneOf, oneOfList, typedColumn, typedRows, type Form, type FormRow } from "../form";
import type { Memory } from "../memory";
import type { Format } from "../plan";
import { figures, fixed } from "../report-table";
import { departmentNames, departmentWord } from "./departments";

export const projectsTableName = "JointProjects";
const projectSummaryName = "JointProjectSummary";

const fields = ["project", "partner", "status", "aim", "start", "due", "owner", "effect", "result"] as const;
type Field = (typeof fields)[number];
type Project = FormRow<Field>;

const form: Form<Field, Field> = {
  table: projectsTableName, headers: ({ together }) => together.projects, fields,
  words: {
    project: oneOfList(({ together }) => together.seeds.projects.map(({ project }) => project)),
    aim: oneOfList(({ together }) => together.seeds.projects.map(({ aim }) => aim)),
    partner: departmentWord,
    status: oneOf(({ together }) => together.projects.statuses),
  },
};

/** Projects typed before, else ideas of the article's. */
export function projectsOf(memory: Memory, text: WholeText): readonly Project[] {
  const { seeds, departments, projects } = text.together;
  return typedRows(form, memory, text) ?? seeds.projects.map(({ project, partner, aim }) => ({
    project, partner: departments[partner], status: projects.statuses.idea, aim, start: null, due: null, owner: null, effect: null, result: null,
  }));
}

export function projectsTable(rows: readonly Project[], text: WholeText): TableSpec {
  const words = text.together.projects;
  const typed = (field: Field, format: Format, more = {}) => typedColumn(form, field, rows, text, format, more);
  const choice = (items: readonly string[]) => ({ look: "choice", allowed: { kind: "list", items } }) as const;
  const day = { allowed: { kind: "day", prompt: text.together.dayPrompt } } as const;
  return {
    name: projectsTableName, kind: "form", key: [words.project], filter: false, style: "form",
    columns: [
      typed("project", "text"), typed("partner", "text", choice(departmentNames(text))), typed("status", "text", choice(Object.values(words.statuses))), typed("aim", "text"),
      typed("start", "day", day), typed("due", "day", day), typed("result", "text"), typed("owner", "text"),
      typed("effect", "score", { allowed: { kind: "number", min: 1, max: 5, whole: true, prompt: words.note } }),
    ],
  };
}

interface ProjectFigures {
  readonly running: Term<number>;
  readonly finished: Term<number>;
  readonly effect: Term<Figure>;
}

/** The effect counts once a project is finished. */
function figuresOf(rows: readonly Project[], text: WholeText, ...within: readonly Criterion[]): ProjectFigures {
  const { statuses } = text.together.projects;
  const status = formColumn(form, "status", rows, text);
  const finished = is(status, literal(statuses.finished));
  return {
    running: countifs(...within, is(status, literal(statuses.running))),
    finished: countifs(...within, finished),
    effect: averageifs(formColumn(form, "effect", rows, text), ...within, finished),
  };
}

/** Projects running and finished and their mean effect, by partner and in all. */
export function projectSummary(rows: readonly Project[], text: WholeText): TableSpec {
  const words = text.together.projects.summary;
  const names = departmentNames(text);
  const partner = formColumn(form, "partner", rows, text);
  const all = [...names.map((name) => figuresOf(rows, text, is(partner, literal(name)))), figuresOf(rows, text)];
  return {
    name: projectSummaryName, kind: "mirror", key: [words.partner], filter: false, style: "report",
    columns: [
      fixed(words.partner, "text", [...names, words.all], "label"), figures(words.running, "count", all.map(({ running }) => running), "value"),
      figures(words.finished, "count", all.map(({ finished }) => finished), "value"), figures(words.effect, "decimal", all.map(({ effect }) => effect), "value"),
    ],
  };
}

/** How many projects run and are finished, and what they brought. */
export function projectsSentence(rows: readonly Project[], text: WholeText): Term<string> {
  const words = text.together.projects;
  const { running, finished, effect } = figuresOf(rows, text);
  const known = assured(effect);
  const mean = sentence(words.meanEffect, { mean: numberText(known, 1) });
  const said = call(`IF(ISNUMBER(${effect.text}),${mean.text},"")`, effect.value === "" ? "" : mean.value);
  return sentence(words.count, { running: numberText(running), finished: numberText(finished), effect: said });
}

export function projectRules(text: WholeText): readonly RuleSpec[] {
  const { status, statuses } = text.together.projects;
  const says = (word: string, tone: "good" | "fair" | "muted"): RuleSpec => ({ kind: "equals", area: { table: projectsTableName, column: status }, text: word, tone });
  return [says(statuses.finished, "good"), says(statuses.running, "fair"), says(statuses.idea, "muted"), says(statuses.stopped, "muted")];
}
