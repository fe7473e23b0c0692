// Exceptions as typed, or those the export's columns allow: who has left, gave notice or let a renewal pass is red regardless.

import { exceptionOperators, type ExceptionOperator } from "../../metrics/health-score";
import type { WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import { isTyped, keyOfWord, readTable, translated } from "../any-language";
import type { Memory } from "../memory";
import type { Readable } from "./columns";
import { intentWord } from "./intent";
import { columnWord, seedWord } from "./measures";
import { exceptionsName } from "./names";

export const exceptionFields = ["exception", "column", "operator", "value", "most", "action"] as const;
export type ExceptionField = (typeof exceptionFields)[number];
export type ExceptionRow = Readonly<Record<ExceptionField, CellValue>>;

const emptyRow: ExceptionRow = { exception: null, column: null, operator: null, value: null, most: null, action: null };

/** What was typed, else ours; then an empty row. */
export function exceptionRows(memory: Memory, readable: readonly Readable[], text: WholeText): readonly ExceptionRow[] {
  const table = readTable(memory.tables.get(exceptionsName), ({ health }) => health.exceptions);
  const typed = table.rows.flatMap((row): ExceptionRow[] => {
    const found = Object.fromEntries(exceptionFields.map((field) => [field, table.value(row, field)])) as Record<ExceptionField, CellValue>;
    if (!Object.values(found).some(isTyped)) return [];
    return [{ ...found, exception: seedWord(found.exception, "name", text), action: seedWord(found.action, "action", text), column: columnWord(found.column, readable, text), operator: translated(found.operator, ({ health }) => health.operators, text), value: valueWord(found.value, text) }];
  });
  return [...(typed.length > 0 ? typed : seeds(readable, text)), emptyRow];
}

/** Yes, No and the words of intent in the language of the workbook. */
function valueWord(value: CellValue, text: WholeText): CellValue {
  const answer = translated(value, ({ tables: { yes, no } }) => ({ yes, no }), text);
  return intentWord(answer, text);
}

function seeds(readable: readonly Readable[], text: WholeText): readonly ExceptionRow[] {
  const { exceptionSeeds, operators, intents, derived } = text.health;
  const row = (key: string, seed: keyof typeof exceptionSeeds, operator: ExceptionOperator, value: CellValue, most: number, header?: string): ExceptionRow[] => {
    const column = header ?? readable.find((one) => one.key === key)?.header;
    const { name, action } = exceptionSeeds[seed];
    return column === undefined ? [] : [{ exception: name, column, operator: operators[operator], value, most, action }];
  };
  return [
    ...row("churned", "left", "is", text.tables.yes, 0),
    ...row("intent", "notice", "is", intents.notice, 0, derived.intent),
    ...row("daysToRenewal", "overdue", "below", 0, 50),
  ];
}

/** The operator's number, counted from 1; "" for a word that is none. */
export function operatorNumber(word: CellValue): number | "" {
  const key = keyOfWord(word, ({ health }) => health.operators);
  return key === null ? "" : exceptionOperators.indexOf(key) + 1;
}
