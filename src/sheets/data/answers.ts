// What an engine said where groups of records cannot tell: each figure with the question it answers.

import type { Answer } from "../../crm/groups";
import type { Question } from "../../formula/question";
import { grid, show, type Block, type SheetSpec, type TableSpec } from "../block";
import type { SheetContext } from "../context";
import { tabColours } from "../tabs";
import { answersTableName, cutsTableName } from "./groups";
import type { Import } from "./import";

/** The sheet of answers, for the questions the sheets made so far have asked, and of the days groups are cut at; none where no table is of groups. */
export function answersSheet(context: SheetContext): readonly SheetSpec[] {
  const words = context.text.tables.groups;
  const cuts = [...context.data.values()].flatMap((table) => (table.groups ? [{ sheet: table.sheet, block: cutsBlock(table.spec.name, table.groups.tables.cuts.values, context) }] : []));
  if (cuts.length === 0) return [];
  const rows = asked(context).flatMap(({ key, question, answers }) => (question.ask === "table" || question.ask === "shared" ? [] : [{ key, value: numberOf(answers.get(key)) }]));
  const table: TableSpec = {
    name: answersTableName, kind: "mirror", key: [words.figure], filter: true, style: "data",
    columns: [
      { name: words.figure, owner: "crm", format: "text", contents: rows.map(({ key }) => key) },
      { name: words.value, owner: "crm", format: "general", contents: rows.map(({ value }) => value) },
    ],
  };
  return [{
    id: "answers",
    name: words.figures,
    tab: tabColours.reference,
    columnWidths: [90, 18, ...cuts.flatMap(() => [4, 18])],
    gridlines: false,
    blocks: [
      grid([[show("note", words.figuresNote, { across: 2 }), show("plain", null), ...cuts.flatMap(({ sheet }) => [show("note", words.cuts(sheet)), show("plain", null)])]], [62]),
      { kind: "beside", blocks: [...(rows.length === 0 ? [] : [{ column: 0, block: { kind: "table" as const, table } }]), ...cuts.map(({ block }, at) => ({ column: 3 + 2 * at, block }))] },
    ],
    print: { orientation: "portrait", paper: "a4", repeatRows: [1, 1], fitToHeight: false },
  }];
}

function cutsBlock(main: string, cuts: readonly number[], { text }: SheetContext): Block {
  return { kind: "table", table: { name: cutsTableName(main), kind: "mirror", key: [], filter: false, style: "data", columns: [{ name: text.tables.groups.cut, owner: "crm", format: "day", contents: cuts }] } };
}

/** Questions no engine has answered yet. */
export function openQuestions(context: SheetContext): readonly Question[] {
  return asked(context).flatMap(({ key, question, answers }) => (answers.has(key) ? [] : [question]));
}

/** The imports with more answers, by the key of the question; each takes those of its object, with which the key begins. */
export function withAnswers(imports: readonly Import[], answers: ReadonlyMap<string, Answer>): readonly Import[] {
  return imports.map((one) => {
    const { groups } = one.reading;
    const own = [...answers].filter(([key]) => key.startsWith(`${one.recognition.object} `));
    return groups ? ({ ...one, reading: { ...one.reading, groups: { ...groups, answers: new Map([...groups.answers, ...own]) } } } as Import) : one;
  });
}

function numberOf(answer: Answer | undefined): number | null {
  return typeof answer === "number" ? answer : null;
}

function asked({ data }: SheetContext) {
  return [...data.values()].flatMap(({ groups }) => (groups ? [...groups.tables.asked].map(([key, question]) => ({ key, question, answers: groups.tables.answers })) : []));
}
