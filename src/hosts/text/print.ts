// A plan as text a person reads: for golden files and for looking at what changed.

import { areaText, relative } from "../../sheets/address";
import type { CellPlan, ChartPlan, ColumnPlan, Format, PrintPlan, RangePlan, Rectangle, RulePlan, SheetPlan, StrayPlan, TablePlan, ValidationPlan, WorkbookPlan } from "../../sheets/plan";
import { isoOf, type CellValue, type Day } from "../../values";

/** The whole plan, one fact a line; of a long table the first and last rows. */
export function printPlan(plan: WorkbookPlan): string {
  const head = `# ${plan.title} (${plan.language}, ${plan.currency || "no currency"})`;
  const names = plan.names.map(({ name, sheet, area, input, hidden }) => `${name} = ${sheet}!${areaText(area)}${input ? " (input)" : ""}${hidden ? " (hidden)" : ""}`);
  return [head, ...plan.sheets.map(printSheet), section("Names", names), section("Functions", plan.functions.map(({ name, formula, hidden }) => `${name} = ${formula.replaceAll("\n", "⏎")}${hidden ? " (hidden)" : ""}`))].filter((text) => text !== "").join("\n\n") + "\n";
}

function printSheet(sheet: SheetPlan): string {
  const parts = [
    `## ${sheet.name} (${sheet.id})`,
    setUp(sheet),
    section("", [...sheet.cells].sort((a, b) => a.row - b.row || a.column - b.column).map(printCell)),
    section("The user's own", (sheet.strays ?? []).map(printStray)),
    ...sheet.tables.map(printTable),
    ...sheet.charts.map(printChart),
    section("Rules", sheet.rules.map(printRule)),
    section("May be typed", sheet.validations.map(printValidation)),
  ];
  return parts.filter((text) => text !== "").join("\n");
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : [...(title ? [`${title}:`] : []), ...lines.map((line) => `  ${line}`)].join("\n");
}

function setUp({ tab, columnWidths, rowHeights, freeze, gridlines, print }: SheetPlan): string {
  const heights = [...rowHeights].sort(([a], [b]) => a - b).map(([row, height]) => `${row + 1}:${height}`);
  return [
    `tab ${tab}`, `widths ${columnWidths.join(" ") || "as usual"}`, ...(heights.length ? [`heights ${heights.join(" ")}`] : []),
    ...(freeze ? [`frozen ${freeze.rows} rows ${freeze.columns} columns`] : []), ...(gridlines ? ["gridlines"] : []), printed(print),
  ].join(", ");
}

function printed({ orientation, paper, repeatRows, fitToHeight }: PrintPlan): string {
  const repeated = repeatRows ? ` rows ${repeatRows[0] + 1} to ${repeatRows[1] + 1} repeated` : "";
  return `prints ${paper} ${orientation}${fitToHeight ? " on one page" : ""}${repeated}`;
}

function printCell(cell: CellPlan): string {
  const { row, column, across = 1, down = 1, look, format } = cell;
  const at = reference({ top: row, left: column, bottom: row + down - 1, right: column + across - 1 });
  const kind = format === "general" ? look : `${look} ${format}`;
  const link = cell.linkToSheet === undefined ? "" : ` → ${cell.linkToSheet}`;
  return `${at.padEnd(8)} ${kind.padEnd(16)} ${printValue(cell.value, format)}${formulaText(cell.formula, cell.array)}${link}`;
}

function printStray({ row, column, value, formula, from }: StrayPlan): string {
  const moved = from === null ? " (put back)" : from.row === row && from.column === column ? "" : ` (from ${relative(from)})`;
  return `${relative({ row, column }).padEnd(8)} ${printValue(value, "general")}${formulaText(formula, undefined)}${moved}`;
}

function formulaText(formula: string | null | undefined, array: true | undefined): string {
  if (formula === null || formula === undefined) return "";
  return array ? `  {=${formula}}` : `  =${formula}`;
}

/** How many rows of a long table are shown at each end. */
const firstShown = 4;
const lastShown = 2;

function printTable(table: TablePlan): string {
  const { name, kind, style, key, top, left, rows, columns, filter } = table;
  const area = reference({ top, left, bottom: top + rows, right: left + columns.length - 1 });
  const head = `Table ${name} ${area}: ${kind}, ${style}${filter ? ", filter" : ""}, key ${key.join(" + ")}, ${rows} rows`;
  const lines = Array.from({ length: rows }, (_, row) => row)
    .filter((row) => rows <= firstShown + lastShown + 1 || row < firstShown || row >= rows - lastShown)
    .map((row) => `${String(row + 1).padStart(4)}: ${columns.map((column) => printTableCell(column, row)).join(" | ")}`);
  if (rows > firstShown + lastShown + 1) lines.splice(firstShown, 0, `   … ${rows - firstShown - lastShown} more`);
  return section(head, [...columns.map(printColumn), ...lines]);
}

function printColumn({ name, owner, look, format, formula, array }: ColumnPlan): string {
  return `[${name.replaceAll("\n", "⏎")}] ${owner}, ${look} ${format}${formulaText(formula, array)}`;
}

function printTableCell({ values, formulas, format, formats, array }: ColumnPlan, row: number): string {
  return printValue(values[row] ?? null, formats?.[row] ?? format) + formulaText(formulas?.[row], array);
}

function printChart(chart: ChartPlan): string {
  const { name, kind, area, title, alt, legend, format, axisMin, axisMax, axisStep, axisTitle, bare, pointColours } = chart;
  const traits = [
    `format ${format}`, ...(legend ? ["legend"] : []), ...(bare ? ["bare"] : []), ...(axisTitle ? [`axis "${axisTitle}"`] : []),
    ...(axisMin !== undefined || axisMax !== undefined ? [`from ${axisMin ?? "auto"} to ${axisMax ?? "auto"}${axisStep === undefined ? "" : ` by ${axisStep}`}`] : []),
    ...(pointColours ? [`points ${pointColours.join(" ")}`] : []),
  ];
  const series = chart.series.map(({ name: own, categories, values, colour, draw, labels, axis }) => {
    const how = `${draw} ${colour ?? "invisible"}${axis === "second" ? ", second axis" : ""}${labels ? ", labels" : ""}`;
    return `"${own}" ${how}: ${rangeText(values)} by ${rangeText(categories)}`;
  });
  return section(`Chart ${name} ${reference(area)}, ${kind}, ${traits.join(", ")}`, [`title ${JSON.stringify(title)}`, `alt ${JSON.stringify(alt)}`, ...series]);
}

function rangeText({ sheet, area, values }: RangePlan): string {
  const shown = values.slice(0, 8).map((value) => printValue(value, "general"));
  return `${sheet}!${reference(area)} {${shown.join(" ")}${values.length > 8 ? ` … ${values.length - 8} more` : ""}}`;
}

function printRule(rule: RulePlan): string {
  const at = reference(rule.area).padEnd(8);
  switch (rule.kind) {
    case "dataBar": return `${at} bar ${rule.colour} from ${rule.min ?? "auto"} to ${rule.max ?? "auto"}`;
    case "icons": return `${at} icons ${rule.set} from ${rule.from.join(", ")}`;
    case "formula": return `${at} ${rule.tone} where =${rule.formula}`;
    case "equals": return `${at} ${rule.tone} where it is ${JSON.stringify(rule.text)}`;
  }
}

function printValidation(validation: ValidationPlan): string {
  const texts = [...(validation.prompt ? [`prompt ${JSON.stringify(validation.prompt)}`] : []), ...(validation.error ? [`error ${JSON.stringify(validation.error)}`] : [])];
  return [`${reference(validation.area).padEnd(8)} ${allowed(validation)}`, ...texts].join(", ");
}

function allowed(validation: ValidationPlan): string {
  switch (validation.kind) {
    case "list": return `one of ${validation.items.join(" | ")}`;
    case "listOf": return `one of =${validation.formula}`;
    case "number": return `a ${validation.whole ? "whole " : ""}number from ${validation.min} to ${validation.max}`;
    case "day": return "a day";
  }
}

function reference({ top, left, bottom, right }: Rectangle): string {
  const first = relative({ row: top, column: left });
  return top === bottom && left === right ? first : `${first}:${relative({ row: bottom, column: right })}`;
}

/** Days as dates, texts in quotes, numbers to twelve digits: what differs between machines is not shown. */
function printValue(value: CellValue, format: Format): string {
  if (value === null) return "·";
  if (typeof value === "number") return format === "day" || format === "month" ? isoOf(value as Day) : String(Number(value.toPrecision(12)));
  return typeof value === "boolean" ? String(value).toUpperCase() : JSON.stringify(value);
}
