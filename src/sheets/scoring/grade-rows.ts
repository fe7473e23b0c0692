// The grades as typed, and what follows: their steps from the highest down, and the grade of a score.

import { column, type Column } from "../../formula/column";
import { call, cell, literalText, reference, type Figure, type Term } from "../../formula/term";
import { gradeThresholds } from "../../metrics/lead-grade";
import type { WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import { isTyped, keyOfWord, readTable, translated } from "../any-language";
import type { Memory } from "../memory";
import { gradesTableName } from "./names";

export const gradeColumns = ["grade", "from", "sign", "action", "practice"] as const;
export type GradeColumn = (typeof gradeColumns)[number];
export type GradeRow = Readonly<Record<GradeColumn, CellValue>>;

const actions = ["handOver", "nurture", "leave"] as const;
export type Action = (typeof actions)[number];

/** A score that counts as above a limit, and the limit of a grade that takes everything else. */
const above = 0.000001;
const everythingElse = -9_999;

/** The grades of a workbook: its own once there are any, else the common order. */
export function gradeRows(memory: Memory, text: WholeText): readonly GradeRow[] {
  const table = readTable(memory.tables.get(gradesTableName), ({ scoring }) => scoring.grades);
  const typed = table.rows.filter((before) => gradeColumns.some((name) => isTyped(table.value(before, name)))).map((before): GradeRow => ({
    grade: table.value(before, "grade"), from: table.value(before, "from"),
    sign: translated(table.value(before, "sign"), ({ scoring }) => scoring.signs, text),
    action: translated(table.value(before, "action"), ({ scoring }) => scoring.actions, text),
    practice: translated(table.value(before, "practice"), ({ scoring }) => scoring.practices, text),
  }));
  return typed.length > 0 ? typed : seeds(text);
}

function seeds({ scoring }: WholeText): readonly GradeRow[] {
  return gradeThresholds.default.map(({ label, minimum }, at): GradeRow => {
    const action = actions[at] ?? "leave";
    return { grade: label, from: Number.isFinite(minimum) ? minimum : null, sign: scoring.signs.from, action: scoring.actions[action], practice: scoring.practices[action] };
  });
}

/** From how many points on a row of the form counts; `cells` are those of its own row. */
export function atLeast(row: GradeRow, at: Readonly<Record<"grade" | "from" | "sign", string>>, text: WholeText): Term<Figure> {
  const sign = text.scoring.signs.above;
  const formula = `IF(${at.grade}="","",IF(ISNUMBER(${at.from}),${at.from}+IF(${at.sign}=${literalText(sign)},${above},0),${everythingElse}))`;
  return call(formula, atLeastOf(row));
}

function atLeastOf({ grade, from, sign }: GradeRow): Figure {
  if (!isTyped(grade)) return "";
  return typeof from === "number" ? from + (keyOfWord(sign, ({ scoring }) => scoring.signs) === "above" ? above : 0) : everythingElse;
}

/** A grade in its place from the highest down. */
export interface GradeStep {
  readonly label: Term<string>;
  /** From how many points on; a word for everything else. */
  readonly from: Term;
  /** What to do, as typed. */
  readonly then: Term<string>;
  readonly action: Action | null;
  readonly labelCell: Term<string>;
  readonly fromCell: Term;
}

/** The steps as formulas over the form. */
export function gradeSteps(rows: readonly GradeRow[], text: WholeText): readonly GradeStep[] {
  const words = text.scoring.grades;
  const limits = column(gradesTableName, words.atLeast, rows.map(atLeastOf));
  const labels: Column = column(gradesTableName, words.grade, rows.map((row) => row.grade));
  const thens = column(gradesTableName, words.action, []);
  const sorted = rows.map((row, at) => ({ row, at, limit: atLeastOf(row) })).filter((one): one is { row: GradeRow; at: number; limit: number } => one.limit !== "").sort((a, b) => b.limit - a.limit || a.at - b.at);
  return sorted.map(({ row, limit }, at): GradeStep => {
    const nth = `LARGE(${limits.text},${at + 1})`;
    const first = sorted.find((one) => one.limit === limit) ?? { row };
    const label = String(first.row.grade);
    const then = String(first.row.action ?? "");
    const rest = text.scoring.everythingElse;
    const from = call(`IFERROR(IF(${nth}<${everythingElse + 1},${literalText(rest)},${nth}),"")`, limit === everythingElse ? rest : limit);
    return {
      label: call(`IFERROR(INDEX(${labels.text},MATCH(${nth},${limits.text},0))&"","")`, label), from,
      then: call(`IFERROR(INDEX(${thens.text},MATCH(${nth},${limits.text},0))&"","")`, then),
      action: keyOfWord(first.row.action, ({ scoring }) => scoring.actions),
      labelCell: cell(`score.grade.${at + 1}.label`, label), fromCell: cell(`score.grade.${at + 1}.from`, from.value),
    };
  });
}

/** `IF(score>=a,"SQL",IF(score>=b,"MQL",…))` over the cells of the steps; the last takes everything else where it has no limit, and below all stands a dash. */
export function gradeOfScore(score: Term<number>, steps: readonly GradeStep[]): Term<string> {
  return steps.reduceRight<Term<string>>((otherwise, { labelCell, fromCell }, at) => {
    const isRest = at === steps.length - 1 && typeof fromCell.value === "string";
    const reached = isRest || (typeof fromCell.value === "number" && score.value >= fromCell.value);
    const test = `${score.text}>=${fromCell.text}`;
    return call(`IF(${at === steps.length - 1 ? `OR(ISTEXT(${fromCell.text}),${test})` : test},${labelCell.text},${otherwise.text})`, reached ? labelCell.value : otherwise.value);
  }, reference('"–"', "–"));
}
