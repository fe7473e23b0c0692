// The monthly review: who was there and what was changed, one line each time.

import type { CellValue } from "../../values";
import { isTyped, readTable } from "../any-language";
import type { TableSpec } from "../block";
import type { SheetContext } from "../context";

export const reviewLogName = "ScoreReviewLog";
type LogField = "date" | "attended" | "changed";
const spareLines = 6;

export function reviewLog({ memory, text }: SheetContext): TableSpec {
  const words = text.scoringReview;
  const table = readTable(memory.tables.get(reviewLogName), ({ scoringReview }) => scoringReview.log);
  const typed = table.rows.filter((before) => before.some(isTyped));
  const of = (name: LogField): readonly CellValue[] => [...typed.map((before) => table.value(before, name)), ...Array.from<null>({ length: spareLines }).fill(null)];
  const user = { owner: "user", look: "input" } as const;
  return {
    name: reviewLogName, kind: "log", key: [], filter: false, style: "form",
    columns: [
      { ...user, name: words.log.date, format: "day", contents: of("date"), allowed: { kind: "day", prompt: words.logPrompt } },
      { ...user, name: words.log.attended, format: "text", contents: of("attended") },
      { ...user, name: words.log.changed, format: "text", look: "inputWrapped", contents: of("changed") },
    ],
  };
}
