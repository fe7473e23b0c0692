// The axes of a chart: as few lines as it can be read by.

import type { ChartPlan, Format, SeriesPlan, WorkbookPlan } from "../../sheets/plan";
import { palette, shortFormat } from "../../sheets/theme";
import { lineXml, textXml, titleXml } from "./chart-ink";
import type { SeriesContext } from "./series";
import { xmlAttribute } from "./xml";

export type Axis = SeriesPlan["axis"];

export interface AxisContext extends SeriesContext {
  readonly language: WorkbookPlan["language"];
}

/** Ids of a category axis and its value axis. */
export function axisIds(axis: Axis): readonly [number, number] {
  return axis === "first" ? [100, 101] : [102, 103];
}

export function axesXml(chart: ChartPlan, used: readonly Axis[], context: AxisContext): string {
  return used.map((axis) => categoryAxisXml(chart, axis, context) + valueAxisXml(chart, axis, context)).join("");
}

/** Bars that lie are read from the top, as the rows of the sheet are. */
function categoryAxisXml(chart: ChartPlan, axis: Axis, context: AxisContext): string {
  const [own, other] = axisIds(axis);
  const lying = isLying(chart);
  const categories = chart.series.find((series) => series.axis === axis)?.categories;
  const format = categories ? context.numberFormat(context.formatAt(categories)) : "General";
  return (
    `<c:catAx><c:axId val="${own}"/><c:scaling><c:orientation val="${lying ? "maxMin" : "minMax"}"/></c:scaling><c:delete val="${axis === "second" ? 1 : 0}"/>` +
    `<c:axPos val="${lying ? "l" : "b"}"/>${chart.kind === "radar" ? gridXml(chart) : ""}<c:numFmt formatCode="${xmlAttribute(format)}" sourceLinked="0"/>` +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>' +
    `<c:spPr>${chart.bare ? "<a:ln><a:noFill/></a:ln>" : lineXml(palette.grey, 9525)}</c:spPr>${textXml(1000, palette.ink, context.font)}` +
    `<c:crossAx val="${other}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`
  );
}

function valueAxisXml(chart: ChartPlan, axis: Axis, context: AxisContext): string {
  const [other, own] = axisIds(axis);
  const first = axis === "first";
  const lying = isLying(chart);
  const bounds = first ? `${boundXml("max", chart.axisMax)}${boundXml("min", chart.axisMin ?? (chart.bare ? 0 : undefined))}` : "";
  const grid = first && !chart.bare ? gridXml(chart) : "";
  const title = first && chart.axisTitle ? titleXml(chart.axisTitle, 900, palette.slate, lying ? "level" : context.language === "zh-CN" ? "downwards" : "turned") : "";
  return (
    `<c:valAx><c:axId val="${own}"/><c:scaling><c:orientation val="minMax"/>${bounds}</c:scaling><c:delete val="${chart.bare ? 1 : 0}"/>` +
    `<c:axPos val="${lying ? "b" : first ? "l" : "r"}"/>${grid}${title}` +
    `<c:numFmt formatCode="${xmlAttribute(context.numberFormat(shortFormat(valueFormat(chart, axis, context))))}" sourceLinked="0"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>` +
    textXml(900, palette.slate, context.font) +
    `<c:crossAx val="${other}"/><c:crosses val="${first && !lying ? "autoZero" : "max"}"/><c:crossBetween val="between"/>${first && chart.axisStep ? `<c:majorUnit val="${chart.axisStep}"/>` : ""}</c:valAx>`
  );
}

/** The chart says the first axis's format; the second shows what its cells show. */
function valueFormat(chart: ChartPlan, axis: Axis, context: AxisContext): Format {
  const second = chart.series.find((series) => series.axis === "second");
  return axis === "second" && second ? context.formatAt(second.values) : chart.format;
}

/** The rings of a radar are all there is to read it by. */
function gridXml({ kind }: ChartPlan): string {
  return `<c:majorGridlines><c:spPr>${lineXml(kind === "radar" ? palette.grey : palette.mist, 6350)}</c:spPr></c:majorGridlines>`;
}

function boundXml(side: "min" | "max", value: number | undefined): string {
  return value === undefined ? "" : `<c:${side} val="${value}"/>`;
}

function isLying({ kind }: ChartPlan): boolean {
  return kind === "bar" || kind === "stackedBar";
}
