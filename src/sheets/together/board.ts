// A board for each department: its own KPIs and those of all four, with figure and status.

import { call, literalText, type Term } from "../../formula/term";
import type { Column } from "../../formula/column";
import type { WholeText } from "../../text/whole";
import { grid, show, type Block, type Cell, type RuleSpec } from "../block";
import { sameText } from "../form";
import { linesIn } from "../text-lines";
import { departments } from "./departments";
import { kpiColumns, type Kpi, type KpiTerms } from "./kpis";

/** Characters a KPI's name has on a board. */
const nameWidth = 27;

/** Lines of a board: as many as the fullest department has, and one for the next KPI. */
function boardLines(rows: readonly Kpi[], text: WholeText): number {
  const fullest = Math.max(...departments.map((one) => placesOf(rows, text.together.departments[one], text).length));
  return Math.max(4, fullest + 1);
}

/** Four boards side by side, three columns each. */
export function boards(rows: readonly Kpi[], terms: readonly KpiTerms[], text: WholeText): Block {
  const columns = kpiColumns(rows, terms, text);
  const lines = boardLines(rows, text);
  const heads: Cell[] = departments.map((one) => show("total", text.together.departments[one], { across: 3 }));
  const body = Array.from({ length: lines }, (_, line) => departments.flatMap((one) => lineOf(one, line, rows, columns, text)));
  const height = rows.some(({ kpi }) => typeof kpi === "string" && linesIn(kpi, nameWidth) > 1) ? 34 : 22;
  return grid([heads, ...body], [22, ...body.map(() => height)]);
}

/** Statuses in their colours, on every board. */
export function boardRules(rows: readonly Kpi[], text: WholeText): readonly RuleSpec[] {
  const { statuses } = text.together.kpis;
  const last = boardLines(rows, text) - 1;
  const tones = [["reached", "good"], ["close", "fair"], ["behind", "bad"], ["noActual", "muted"], ["noTarget", "muted"]] as const;
  return departments.flatMap((one) => tones.map(([status, tone]): RuleSpec => ({ kind: "equals", area: { from: cellId(one, 0), to: cellId(one, last) }, text: statuses[status], tone })));
}

function lineOf(department: (typeof departments)[number], line: number, rows: readonly Kpi[], columns: ReturnType<typeof kpiColumns>, text: WholeText): readonly Cell[] {
  const name = text.together.departments[department];
  const place = placesOf(rows, name, text)[line];
  const own = `(${columns.department.text}=${literalText(name)})+(${columns.department.text}=${literalText(text.together.departments.all)})`;
  const row = `SMALL(IF(${own}>0,ROW(${columns.department.text})-MIN(ROW(${columns.department.text}))+1),${line + 1})`;
  const entry = (column: Column): Term<string> => call(`IFERROR(INDEX(${column.text},${row})&"","")`, place === undefined ? "" : String(column.values[place] ?? ""), { array: true });
  return [show("wrapped", entry(columns.kpi)), show("centred", entry(columns.shown)), show("centred", entry(columns.status), { id: cellId(department, line) })];
}

/** Rows of a department's own KPIs and of those all four share. */
function placesOf(rows: readonly Kpi[], name: string, { together }: WholeText): readonly number[] {
  return rows.flatMap((row, at) => (sameText(row.department, name) || sameText(row.department, together.departments.all) ? [at] : []));
}

function cellId(department: string, line: number): string {
  return `together.${department}.${line}`;
}
