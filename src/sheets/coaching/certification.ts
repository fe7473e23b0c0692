// Certificates, the log of exams, and the pass rate against the goal.

import { call, literalText, ratio, reference, type Figure, type Term } from "../../formula/term";
import { isSameCell } from "../../metrics/coaching";
import type { CellValue } from "../../values";
import { isTyped, translated } from "../any-language";
import { gap, grid, input, show, type Block, type RuleSpec, type TableSpec } from "../block";
import type { SheetContext } from "../context";
import { rowsTyped, withSpare, type FormRow } from "../form";
import { columnIn, counted, own, roomy, section, typed, width, worked } from "./forms";

export const certificatesTableName = "Certificates";
export const certificationsTableName = "Certifications";
/** The cell with the pass rate to reach. */
export const certificationGoalName = "CertificationGoal";

const certificateKeys = ["name", "what", "mark"] as const;
const logKeys = ["rep", "certificate", "date", "score", "note"] as const;
type Certificate = FormRow<(typeof certificateKeys)[number]>;
type Exam = FormRow<(typeof logKeys)[number]>;

const seeds = ["solution", "negotiation", "relations"] as const;
const firstMark = 80;

export interface Certification {
  readonly blocks: readonly Block[];
  readonly rules: readonly RuleSpec[];
  /** Of all certificates; "" before any score. */
  readonly rate: Term<Figure>;
  readonly goal: Term<number>;
}

/** An exam with what follows from it. */
interface Worked {
  readonly exam: Exam;
  readonly mark: Term<Figure>;
  readonly passed: Term<string>;
  readonly counts: Term<Figure>;
}

export function certification(context: SheetContext): Certification {
  const { text, memory } = context;
  const words = text.coaching;
  const certificates = certificateRows(context);
  const exams = withSpare(rowsTyped(memory, certificationsTableName, ({ coaching }) => coaching.log, logKeys)?.map((row): Exam => ({
    ...row, certificate: translated(row.certificate, ({ coaching }) => namesOf(coaching.certificateSeeds, "name"), text),
  })) ?? [], logKeys, 5);
  const log = exams.map((exam, at): Worked => workedExam(context, certificates, exams, exam, at));
  const typedGoal = memory.inputs.get(certificationGoalName);
  const goal = reference(certificationGoalName, typeof typedGoal === "number" && typedGoal >= 0 && typedGoal <= 1 ? typedGoal : 1);
  const summary = certificatesTable(context, certificates, log, goal);
  const sum = (header: string, terms: readonly Term<Figure>[]): Term<number> => call(`SUM(${columnIn(certificatesTableName, header, []).text})`, terms.reduce((all, { value }) => all + Number(value), 0));
  return {
    goal,
    rate: ratio(sum(words.certificates.passed, summary.passed), sum(words.certificates.taken, summary.taken)),
    blocks: [
      grid([[show("section", words.certificatesTitle, { across: width })], [show("wrapped", words.certificatesNote, { across: 7 }), input(certificationGoalName, goal.value, { format: "percent", allowed: { kind: "number", min: 0, max: 1, whole: false } })]], [24, 20]),
      { kind: "table", table: summary.table }, gap(),
      section(words.logTitle),
      roomy({ kind: "table", table: logTable(context, log) }),
    ],
    rules: [
      ...([["met", "good"], ["below", "bad"], ["none", "muted"]] as const).map(([status, tone]): RuleSpec => ({ kind: "equals", area: { table: certificatesTableName, column: words.certificates.status }, text: words.certificateStatuses[status], tone })),
      { kind: "equals", area: { table: certificationsTableName, column: words.log.passed }, text: text.tables.yes, tone: "good" },
      { kind: "equals", area: { table: certificationsTableName, column: words.log.passed }, text: text.tables.no, tone: "bad" },
    ],
  };
}

function certificateRows({ memory, text }: SheetContext): readonly Certificate[] {
  const before = rowsTyped(memory, certificatesTableName, ({ coaching }) => coaching.certificates, certificateKeys)?.map((row): Certificate => ({
    ...row,
    name: translated(row.name, ({ coaching }) => namesOf(coaching.certificateSeeds, "name"), text),
    what: translated(row.what, ({ coaching }) => namesOf(coaching.certificateSeeds, "what"), text),
  }));
  const first = seeds.map((key): Certificate => ({ ...text.coaching.certificateSeeds[key], mark: firstMark }));
  return withSpare(before ?? first, certificateKeys, 2);
}

function namesOf(all: SheetContext["text"]["coaching"]["certificateSeeds"], part: "name" | "what"): Readonly<Record<(typeof seeds)[number], string>> {
  return { solution: all.solution[part], negotiation: all.negotiation[part], relations: all.relations[part] };
}

/** The last line of a person and certificate with a score counts. */
function workedExam({ text }: SheetContext, certificates: readonly Certificate[], exams: readonly Exam[], exam: Exam, at: number): Worked {
  const words = text.coaching;
  const headers = words.log;
  const cell = (header: keyof typeof headers, value: CellValue) => own(certificationsTableName, headers[header], value);
  const score = cell("score", exam.score);
  const ofCertificates = (key: keyof Certificate) => columnIn(certificatesTableName, words.certificates[key], []).text;
  const wanted = cell("certificate", exam.certificate).text;
  const entry = `SUMPRODUCT((${ofCertificates("name")}=${wanted})*ISNUMBER(${ofCertificates("mark")}),${ofCertificates("mark")})`;
  const known = `SUMPRODUCT((${ofCertificates("name")}=${wanted})*ISNUMBER(${ofCertificates("mark")}))`;
  const marks = isTyped(exam.certificate) ? certificates.filter(({ name, mark }) => isSameCell(name, exam.certificate) && typeof mark === "number") : [];
  const mark = call<Figure>(`IF(${wanted}="","",IF(${known}=1,${entry},""))`, marks.length === 1 ? Number(marks[0]?.mark) : "");
  const markHere = cell("mark", mark.value);
  const isKnown = typeof exam.score === "number" && mark.value !== "";
  const passed = call(`IF(ISNUMBER(${score.text})*ISNUMBER(${markHere.text})=0,"",IF(${score.text}>=${markHere.text},${literalText(text.tables.yes)},${literalText(text.tables.no)}))`,
    !isKnown ? "" : Number(exam.score) >= Number(mark.value) ? text.tables.yes : text.tables.no);
  const of = (key: "rep" | "certificate" | "score") => columnIn(certificationsTableName, headers[key], []).text;
  const isSame = (other: Exam) => isSameCell(other.rep, exam.rep) && isSameCell(other.certificate, exam.certificate) && typeof other.score === "number";
  const later = counted([`(${of("rep")}=${cell("rep", exam.rep).text})`, `(${of("certificate")}=${wanted})`, `ISNUMBER(${of("score")})`, `(ROW(${of("rep")})>ROW())`], exams.slice(at + 1).filter(isSame).length);
  const counts = call<Figure>(`IF(${cell("passed", passed.value).text}="","",IF(${later.text}=0,1,0))`, passed.value === "" ? "" : later.value === 0 ? 1 : 0);
  return { exam, mark, passed, counts };
}

function logTable({ text }: SheetContext, log: readonly Worked[]): TableSpec {
  const words = text.coaching;
  const headers = words.log;
  const of = (key: keyof Exam) => log.map(({ exam }) => exam[key]);
  return {
    name: certificationsTableName, kind: "log", key: [], filter: false, style: "form",
    columns: [
      typed(headers.rep, "text", of("rep")),
      typed(headers.certificate, "text", of("certificate"), { allowed: { kind: "listOf", table: certificatesTableName, column: words.certificates.name } }),
      typed(headers.date, "day", of("date"), { allowed: { kind: "day", prompt: words.prompts.day } }),
      typed(headers.score, "general", of("score"), { allowed: { kind: "number", min: 0, max: 1000, whole: false } }),
      worked(headers.mark, "general", log.map(({ mark }) => mark)),
      worked(headers.passed, "text", log.map(({ passed }) => passed), "centred"),
      worked(headers.counts, "general", log.map(({ counts }) => counts), "centred"),
      typed(headers.note, "text", of("note")),
    ],
  };
}

function certificatesTable({ text }: SheetContext, rows: readonly Certificate[], log: readonly Worked[], goal: Term<number>): { readonly table: TableSpec; readonly taken: readonly Term<Figure>[]; readonly passed: readonly Term<Figure>[] } {
  const words = text.coaching;
  const headers = words.certificates;
  const inLog = (key: keyof typeof words.log) => columnIn(certificationsTableName, words.log[key], []).text;
  const name = own(certificatesTableName, headers.name, null).text;
  const count = (row: Certificate, isPassed: boolean): Term<Figure> => {
    const now = log.filter(({ exam, counts, passed }) => isSameCell(exam.certificate, row.name) && counts.value === 1 && (!isPassed || passed.value === text.tables.yes)).length;
    const all = counted([`(${inLog("certificate")}=${name})`, `(${inLog("counts")}=1)`, ...(isPassed ? [`(${inLog("passed")}=${literalText(text.tables.yes)})`] : [])], now);
    return call(`IF(${name}="","",${all.text})`, isTyped(row.name) ? now : "");
  };
  const taken = rows.map((row) => count(row, false));
  const passed = rows.map((row) => count(row, true));
  const rate = rows.map((_, at) => ratio(own<Figure>(certificatesTableName, headers.passed, passed[at]?.value ?? ""), own<Figure>(certificatesTableName, headers.taken, taken[at]?.value ?? "")));
  const { met, below, none } = words.certificateStatuses;
  const status = rows.map((row, at) => {
    const value = rate[at]?.value ?? "";
    const here = own(certificatesTableName, headers.rate, value).text;
    const now = !isTyped(row.name) ? "" : value === "" ? none : value >= goal.value ? met : below;
    return call(`IF(${name}="","",IF(ISNUMBER(${here}),IF(${here}>=${goal.text},${literalText(met)},${literalText(below)}),${literalText(none)}))`, now);
  });
  return {
    taken, passed,
    table: {
      name: certificatesTableName, kind: "form", key: [headers.name], filter: false, style: "form",
      columns: [
        typed(headers.name, "text", rows.map((row) => row.name)),
        typed(headers.what, "text", rows.map((row) => row.what)),
        typed(headers.mark, "general", rows.map((row) => row.mark), { allowed: { kind: "number", min: 0, max: 1000, whole: false } }),
        worked(headers.taken, "count", taken),
        worked(headers.passed, "count", passed),
        worked(headers.rate, "percent", rate),
        worked(headers.status, "text", status, "centred"),
      ],
    },
  };
}
