// Tables of rules, read line by line: columns by their headings, conditions ready to be tested.

import { refuse, Refusal, shown, textOf } from "../../metrics/refusal";
import { testOf, type Operator } from "../../metrics/rules/condition";
import type { FieldTest } from "../../metrics/rules/score";
import { valuesOf } from "../../metrics/rules/values";
import { isBlank, isErrorCell, type Answer, type Cell } from "./cells";
import { readChoice } from "./choice";
import { readNumberCell } from "./figures";
import { answered, known, type ReadCell } from "./grid";
import { columnOf, findColumn, nameIn, rowNumber, type Table } from "./table";

/** What the columns of tables of rules, measures and criteria may be called. */
const names = {
  field: "field,measure,property,字段,指标", operator: "operator,op,运算符,条件", value: "value,值", points: "points,score,分值,得分", group: "group,组", cap: "cap,group cap,limit,group limit,max,上限,组上限",
  decay: "decay per month,decay,decay rate,每月衰减,月衰减", halfLife: "half-life,half-life days,半衰期,半衰期天数", date: "date field,date,日期字段", weight: "weight,权重", poor: "poor,差", good: "good,优",
  direction: "direction,better,方向", stage: "stage,阶段", gate: "gate,准入/准出", note: "note,notes,comment,description,备注,说明",
};
/** What a column of such a table holds. */
export type Name = keyof typeof names;

/** Where a row stands, for messages. */
interface At {
  readonly argument: string;
  readonly row: number;
  readonly column?: string;
}

/** How rules compare. */
export const readOperator = readChoice<Operator>({
  "=": "==,equals,is,is equal to,等于,是", "<>": "!=,≠,is not,is not equal to,不等于,不是", ">": "greater than,is greater than,above,大于,高于,超过", ">=": "≥,at least,is greater than or equal to,大于等于,至少",
  "<": "less than,is less than,below,小于,低于", "<=": "≤,at most,is less than or equal to,小于等于,不超过",
  in: "one of,is any of,属于", "not in": "is none of,不属于", contains: "包含", "not contains": "does not contain,不包含", "starts with": "开头是", "ends with": "结尾是", between: "介于",
  "is blank": "blank,empty,is empty,is unknown,为空", "is not blank": "not blank,is not empty,is known,不为空,非空",
});

/** A row of a table of rules; a cell that must be there and is not, or cannot be read, is refused. */
export interface Line {
  readonly optional: <V>(name: Name, read: ReadCell<V>) => V | null;
  readonly needed: <V>(name: Name, read: ReadCell<V>) => V;
  /** The place of the column that the cell names. */
  readonly column: (name: Name) => { readonly column: number; readonly heading: string };
  readonly test: () => FieldTest;
}

/**
 * The rows of a table of rules as read, blank ones left out; `subject` is the table their fields are columns of. A filled column
 * that is no note and that reading has not looked for is refused, for it would be ignored.
 */
export function linesOf<L>(given: Table, subject: Table, read: (line: Line) => L): readonly L[] {
  const places = new Map<Name, number | null>();
  const lines = given.rows.flatMap((cells, index) => (cells.every(isBlank) ? [] : [read(lineOf(cells, { argument: given.name, row: rowNumber(index) }))]));
  placeOf("note");
  given.headings.forEach((heading, column) => {
    if ([...places.values()].includes(column) || given.rows.every((cells) => isBlank(cells[column]))) return;
    refuse("no-word", given.name, { found: shown(heading) || '""', expected: [...places.keys()].map((name) => nameIn(given, wordsOf(name))).join(", ") });
  });
  return lines;

  function placeOf(name: Name): number | null {
    if (!places.has(name)) places.set(name, findColumn(given, wordsOf(name)));
    return places.get(name)!;
  }

  function lineOf(cells: readonly Cell[], at: At): Line {
    const line: Line = {
      optional(name, read) {
        const place = placeOf(name);
        return place === null || isBlank(cells[place]) ? null : readAt(cells[place], { ...at, column: given.headings[place]! }, read);
      },
      needed(name, read) {
        const value = line.optional(name, read);
        return value === null ? refuse("blank-in", given.name, { ...at, column: given.headings[columnOf(given, wordsOf(name))]! }) : value;
      },
      column(name) {
        const column = fieldIn(subject, line.needed(name, readText));
        return { column, heading: subject.headings[column]! };
      },
      test() {
        const field = line.column("field");
        const written = line.optional("operator", readText);
        const wanted = line.optional("value", (cell) => cell);
        if (wanted !== null && placeOf("operator") === null) columnOf(given, wordsOf("operator"));
        // A value without an operator can only mean that it is wanted.
        const operator = line.optional("operator", readOperator) ?? (wanted === null ? "is not blank" : "=");
        const test = testOf({ operator, values: wanted === null ? [] : valuesOf(operator, wanted) });
        if (!test) refuse("no-condition", given.name, { ...at, found: shown(wanted ?? '""') });
        const says = `${field.heading} ${written ?? (wanted === null ? "" : "=")} ${shown(wanted)}`.trim();
        return { ...field, test, says, isOneOf: operator === "in" };
      },
    };
    return line;
  }
}

/** Texts as they are, trimmed. */
export const readText: ReadCell<string> = (cell) => textOf(cell).trim();

/** A number that must be as `expected` says. */
export function numberWhere(fits: (value: number) => boolean, expected: string): ReadCell<number> {
  return (cell, at) => {
    const value = readNumberCell(cell, at);
    return value instanceof Refusal || fits(value) ? value : new Refusal("out-of-range", { ...at, found: value, expected });
  };
}

/** What a cell says that is not blank; its refusal is thrown. */
export function readAt<V>(cell: Cell, at: At, read: ReadCell<V>): V {
  return known(isErrorCell(cell) ? new Refusal("error-cell", { ...at, found: cell.code }) : read(cell as string | number | boolean, at));
}

/** The headings such a column may have. */
function wordsOf(name: Name): readonly string[] {
  return names[name].split(",");
}

/** One row of the answer for each record: a blank one stays blank, what is refused fills its row. */
export function eachRecord(given: Table, width: number, answer: (row: readonly Cell[]) => Answer[number] | null): Answer {
  return given.rows.map((row, index) => {
    const cells = row.every(isBlank) ? null : answered(() => answer(row), { argument: given.name, row: rowNumber(index) });
    return Array.isArray(cells) ? cells.slice(0, width) : Array.from({ length: width }, () => cells ?? "");
  });
}

/** The place of a rule's column: the heading as written, else compared without case, spaces and signs. */
function fieldIn(subject: Table, field: string): number {
  const exact = subject.headings.indexOf(field);
  return exact >= 0 && exact === subject.headings.lastIndexOf(field) ? exact : columnOf(subject, [field]);
}
