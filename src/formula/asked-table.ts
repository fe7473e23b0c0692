// A table that an engine is asked for while a workbook is planned.

import type { Grouped } from "../crm/groups";
import type { GroupTables } from "./groups";
import { keyOfQuestion, type Question, type TableField } from "./question";

/** All records counted by these fields together; null where that is more than `most` rows, undefined while the engine has not been asked. */
export function askedTable(tables: GroupTables, by: readonly TableField[], most: number): Grouped | null | undefined {
  const question: Question = { object: tables.object, ask: "table", field: null, where: [], by, most };
  const key = keyOfQuestion(question);
  tables.asked.set(key, question);
  const answer = tables.answers.get(key);
  return typeof answer === "number" ? undefined : answer;
}
