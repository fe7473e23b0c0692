// The sheet with a row for every lead: score, grade, place, why, what each rule gave, and what rules read.

import type { Term } from "../../formula/term";
import type { CellValue } from "../../values";
import { gap, grid, show, type Cell, type ColumnSpec, type SheetSpec, type TableSpec } from "../block";
import type { SheetContext } from "../context";
import type { Format } from "../plan";
import { tabColours } from "../tabs";
import { columnWidthFor } from "../theme";
import { figures, fixed } from "../report-table";
import { scoresTableName } from "./names";
import { leadScoring, type LeadScoring } from "./model";

const ruleWidth = 15;

/** The sheet; none without leads. */
export function scoresSheets(context: SheetContext): readonly SheetSpec[] {
  const { text } = context;
  const scoring = leadScoring(context);
  if (scoring.count === 0) return [];
  const table = scoresTable(scoring, context);
  const before = summaryColumns(scoring, context).length;
  const head = headRows(scoring, context, before);
  const afterRules = table.columns.slice(before + scoring.counted.length + scoring.groups.length);
  return [{
    id: "leadScores",
    name: text.scoring.scoresSheet,
    tab: tabColours.data,
    columnWidths: [18, 26, 9, 10, 9, 9, 12, 60, 12, ...(scoring.after ? [14] : []), ...(scoring.records ? [12] : []), ...scoring.counted.map(() => ruleWidth), ...scoring.groups.map(() => ruleWidth), ...afterRules.map(({ name }) => columnWidthFor([name], 12, 24))],
    gridlines: false,
    freeze: { rows: head.length + 4, columns: 2 },
    blocks: [
      grid([[show("title", text.scoring.scoresTitle, { across: 8 })], [show("wrapped", scoring.records ? `${text.scoring.scoresNote} ${text.scoring.scoresNoteGroups}` : text.scoring.scoresNote, { across: 8 })]], [30, 34]),
      gap(),
      ...(head.length > 0 ? [grid(head, head.map((_, at) => (at === 0 ? 34 : null)))] : []),
      { kind: "table", table },
    ],
    print: { orientation: "landscape", paper: "a3", repeatRows: [head.length + 3, head.length + 3], fitToHeight: false },
  }];
}

function scoresTable(scoring: LeadScoring, context: SheetContext): TableSpec {
  const { counted, groups, readings, ages } = scoring;
  const columns: readonly ColumnSpec[] = [
    ...summaryColumns(scoring, context),
    ...counted.map(({ code, earned, head }) => figures(code, head.fade ? "decimal" : "general", earned, "centred")),
    ...groups.map(({ code, cuts }) => figures(code, "general", cuts, "centred")),
    ...readings.map(({ header, values, isDay }) => fixed(header, isDay ? "day" : "general", values, "centred")),
    ...ages.map(({ header, terms }) => figures(header, "count", terms, "centred")),
  ];
  return { name: scoresTableName, kind: "mirror", key: [context.text.scoring.scores.key], columns, filter: true, style: "data" };
}

function summaryColumns(scoring: LeadScoring, { text }: SheetContext): readonly ColumnSpec[] {
  const words = text.scoring.scores;
  const { keys, names, score, grade, place, fit, engagement, why, converted, after, records } = scoring;
  return [
    fixed(words.key, "text", keys), fixed(words.lead, "text", names),
    figures(words.score, "general", score, "centred"), figures(words.grade, "text", grade, "centred"), figures(words.place, "text", place, "centred"),
    figures(words.fit, "general", fit, "centred"), figures(words.engagement, "general", engagement, "centred"), figures(words.why, "text", why),
    fixed(words.converted, "text", converted, "centred"), ...(after ? [fixed(words.after, "text", after, "centred")] : []),
    ...(records ? [fixed(text.tables.groups.records, "count", records.values, "centred")] : []),
  ];
}

/** What stands above the rules' columns: the rules themselves, found by their numbers. */
function headRows({ counted, groups }: LeadScoring, { text }: SheetContext, before: number): readonly (readonly (Cell | null)[])[] {
  if (counted.length === 0) return [];
  const words = text.scoring.head;
  const pad = Array.from<null>({ length: before - 1 }).fill(null);
  type Part = keyof typeof words;
  const line = (part: Part, look: "wrapped" | "centred", of: (rule: (typeof counted)[number]) => Term | null, ofGroup: (group: (typeof groups)[number]) => CellValue | Term | null, format: Format = "general"): readonly (Cell | null)[] => [
    ...pad, show("label", words[part]),
    ...counted.map((rule) => { const term = of(rule); return term === null ? null : show(look, term, { id: `score.${rule.code}.${part}`, format }); }),
    ...groups.map((group) => { const content = ofGroup(group); return content === null ? null : show(look, content, { id: `score.${group.code}.${part === "points" ? "cap" : part}`, format }); }),
  ];
  const hasSecond = counted.some(({ operator }) => operator === "between");
  const hasFade = counted.some(({ head }) => head.fade);
  return [
    line("label", "wrapped", ({ head }) => head.label, ({ name }) => text.scoring.capOf(name)),
    line("points", "centred", ({ head }) => head.points, ({ cap }) => cap),
    line("first", "centred", ({ head }) => head.compared.first, () => null),
    ...(hasSecond ? [line("second", "centred", ({ head }) => head.compared.second, () => null)] : []),
    ...(hasFade ? [line("perDay", "centred", ({ head }) => head.fade?.perDay ?? null, () => null), line("perHalf", "centred", ({ head }) => head.fade?.perHalf ?? null, () => null)] : []),
    line("said", "centred", ({ head }) => head.said, ({ said }) => said),
    line("row", "centred", ({ head }) => head.row, () => null),
    line("changed", "centred", ({ head }) => head.changed, () => null),
  ];
}
