// What an engine is asked for while a workbook is planned.

import type { Answer, Grouped } from "../crm/groups";
import type { GroupTables } from "./groups";
import { keyOfQuestion, type Question, type TableField } from "./question";

/** All records counted by these fields together; null where that is more than `most` rows, undefined while the engine has not been asked. */
export function askedTable(tables: GroupTables, by: readonly TableField[], most: number): Grouped | null | undefined {
  const answer = asked(tables, { object: tables.object, ask: "table", field: null, where: [], by, most });
  return typeof answer === "number" ? undefined : answer;
}

/** Which text of a field most records share; null where there are too many to tell, undefined while the engine has not been asked. */
export function askedShared(tables: GroupTables, field: string): Grouped | null | undefined {
  const answer = asked(tables, { object: tables.object, ask: "shared", field, where: [] });
  return typeof answer === "number" ? undefined : answer;
}

/** How many records have every column filled; null where that is not known. */
export function askedComplete(tables: GroupTables): number | null {
  const answer = asked(tables, { object: tables.object, ask: "complete", field: null, where: [] });
  return typeof answer === "number" ? answer : null;
}

function asked(tables: GroupTables, question: Question): Answer | undefined {
  const key = keyOfQuestion(question);
  tables.asked.set(key, question);
  return tables.answers.get(key);
}
