// Charts, found by name: those that are there are brought up to date, so that what refers to them goes on.

import { areaReference } from "../../sheets/address";
import type { ChartPlan, Format, RangePlan, SeriesPlan, SheetPlan, WorkbookPlan } from "../../sheets/plan";
import { formatAt } from "../../sheets/shown";
import { colourOf, fontName, numberFormat, palette, shortFormat, textOn } from "../../sheets/theme";
import { rangeAt } from "./patch";
import type { ReadChart } from "./read";
import { bytesOf, costs, operation, type Operation } from "./request";

/** Excel's object model has no alt text for charts: their name, which screen readers say, holds it after the chart's own. */
function chartName({ name, alt }: Pick<ChartPlan, "name" | "alt">): string {
  return `${name}: ${alt}`.slice(0, 200);
}

/** The chart of a plan among those of a sheet. */
export function chartFound(key: string, charts: readonly ReadChart[]): ReadChart | undefined {
  return charts.find(({ name }) => name === key || name.startsWith(`${key}: `));
}

/** Adds and updates the `changed` charts and, of `ours` (names in the plan before), deletes those that are no longer planned. */
export function chartOperations(sheet: string, plan: SheetPlan, book: WorkbookPlan, there: readonly ReadChart[], ours: readonly string[], changed: (chart: ChartPlan) => boolean): readonly Operation[] {
  const wanted = plan.charts.map(({ name }) => name);
  const gone = ours.filter((key) => !wanted.includes(key)).flatMap((key) => chartFound(key, there) ?? []);
  return [
    ...gone.map(({ name }) => operation(costs.object * 2, (context) => context.workbook.worksheets.getItem(sheet).charts.getItem(name).delete())),
    ...plan.charts.flatMap((chart) => {
      const found = chartFound(chart.name, there);
      return found && !changed(chart) ? [] : [chartOperation(sheet, chart, book, found)];
    }),
  ];
}

function chartOperation(sheet: string, plan: ChartPlan, book: WorkbookPlan, there: ReadChart | undefined): Operation {
  const points = plan.pointColours?.length ?? 0;
  const bytes = costs.object * 14 + costs.property * 40 + plan.series.length * (costs.range * 2 + costs.object * 8 + costs.property * 20) + points * costs.object * 3 + bytesOf([plan.title, plan.alt]);
  return operation(bytes, (context) => {
    const { charts } = context.workbook.worksheets.getItem(sheet);
    const first = plan.series[0];
    if (!first) return;
    if (there === undefined) {
      const chart = charts.add(types[plan.kind], rangeOf(context, first.values), first.values.area.top === first.values.area.bottom ? "Rows" : "Columns");
      setChart(context, chart, plan, book, 1);
    } else setChart(context, charts.getItem(there.name), plan, book, there.series);
  });
}

const types = { column: "ColumnClustered", bar: "BarClustered", stackedBar: "BarStacked", line: "LineMarkers", combo: "ColumnClustered", doughnut: "Doughnut", radar: "RadarMarkers" } as const;

/** `seriesThere` is how many series the chart has. */
function setChart(context: Excel.RequestContext, chart: Excel.Chart, plan: ChartPlan, book: WorkbookPlan, seriesThere: number): void {
  chart.name = chartName(plan);
  chart.setPosition(areaReference({ ...plan.area, bottom: plan.area.top, right: plan.area.left }), areaReference({ ...plan.area, top: plan.area.bottom, left: plan.area.right }));
  plan.series.forEach((series, at) => {
    setSeries(context, at < seriesThere ? chart.series.getItemAt(at) : chart.series.add(series.name), series, plan, book);
  });
  for (let at = seriesThere - 1; at >= plan.series.length; at--) chart.series.getItemAt(at).delete();
  chart.title.visible = plan.title !== "";
  if (plan.title) {
    chart.title.text = plan.title;
    Object.assign(chart.title.format.font, { size: 13, bold: true, color: palette.navy });
  }
  setFrame(chart, plan, book);
  if (plan.kind === "radar") setRings(chart.axes.valueAxis, plan, book);
  else if (plan.kind !== "doughnut") setAxes(chart, plan, book);
}

function setSeries(context: Excel.RequestContext, series: Excel.ChartSeries, plan: SeriesPlan, chart: ChartPlan, book: WorkbookPlan): void {
  series.name = plan.name;
  series.setValues(rangeOf(context, plan.values));
  series.setXAxisValues(rangeOf(context, plan.categories));
  if (chart.kind === "combo") {
    series.chartType = plan.draw === "line" ? "LineMarkers" : "ColumnClustered";
    series.axisGroup = plan.axis === "second" ? "Secondary" : "Primary";
  }
  if (chart.kind === "doughnut") setSlices(series, chart);
  else setInk(series, plan, chart);
  setLabels(series, plan, chart, book);
}

function isLine(plan: SeriesPlan, { kind }: ChartPlan): boolean {
  return kind === "line" || kind === "radar" || (kind === "combo" && plan.draw === "line");
}

function setInk(series: Excel.ChartSeries, plan: SeriesPlan, chart: ChartPlan): void {
  const { fill, line } = series.format;
  if (isLine(plan, chart)) {
    if (plan.colour === null) return line.clear();
    line.color = colourOf(plan.colour);
    line.weight = 2.25;
    Object.assign(series, { markerStyle: "Circle", markerSize: 6, markerBackgroundColor: palette.white, markerForegroundColor: colourOf(plan.colour) });
    if (chart.kind !== "radar") series.smooth = false;
    return;
  }
  if (plan.colour === null) fill.clear();
  else fill.setSolidColor(colourOf(plan.colour));
  series.gapWidth = chart.bare ? 18 : chart.kind === "bar" || chart.kind === "stackedBar" ? 45 : 60;
  if (chart.kind === "stackedBar") series.overlap = 100;
  else if (chart.series.length > 1) series.overlap = -5;
}

function setSlices(series: Excel.ChartSeries, { pointColours = [] }: ChartPlan): void {
  series.doughnutHoleSize = 58;
  pointColours.forEach((colour, at) => series.points.getItemAt(at).format.fill.setSolidColor(colourOf(colour)));
}

function setLabels(series: Excel.ChartSeries, plan: SeriesPlan, chart: ChartPlan, book: WorkbookPlan): void {
  const shows = plan.labels && plan.colour !== null;
  series.hasDataLabels = shows;
  if (!shows || plan.colour === null) return;
  const labels = series.dataLabels;
  const inside = chart.kind === "doughnut" || chart.kind === "stackedBar";
  labels.showValue = true;
  labels.numberFormat = numberFormat(shortFormat(plan.axis === "first" ? chart.format : formatAt(book, plan.values)), book);
  if (chart.kind !== "doughnut" && chart.kind !== "radar") labels.position = isLine(plan, chart) ? "Top" : inside ? "Center" : "OutsideEnd";
  Object.assign(labels.format.font, { size: 9, bold: true, color: inside ? textOn(plan.colour) : palette.ink });
  if (chart.kind !== "doughnut") return;
  chart.pointColours?.forEach((colour, at) => {
    series.points.getItemAt(at).dataLabel.format.font.color = textOn(colour);
  });
}

function setFrame(chart: Excel.Chart, plan: ChartPlan, { language }: WorkbookPlan): void {
  chart.format.fill.setSolidColor(palette.white);
  chart.format.border.color = palette.mist;
  chart.format.font.name = fontName(language);
  chart.legend.visible = plan.legend;
  if (plan.legend) {
    chart.legend.position = plan.kind === "doughnut" ? "Right" : "Bottom";
    plan.series.forEach(({ colour }, at) => {
      if (colour === null && plan.kind !== "doughnut") chart.legend.legendEntries.getItemAt(at).visible = false;
    });
  }
  chart.displayBlanksAs = "NotPlotted";
}

function setAxes(chart: Excel.Chart, plan: ChartPlan, book: WorkbookPlan): void {
  const { categoryAxis, valueAxis } = chart.axes;
  const lying = plan.kind === "bar" || plan.kind === "stackedBar";
  const categories = plan.series[0]?.categories;
  categoryAxis.reversePlotOrder = lying;
  categoryAxis.tickLabelPosition = "Low";
  categoryAxis.categoryType = "TextAxis";
  categoryAxis.majorTickMark = "None";
  if (categories) categoryAxis.numberFormat = numberFormat(formatAt(book, categories), book);
  Object.assign(categoryAxis.format.font, { size: 10, color: palette.ink });
  if (plan.bare) categoryAxis.format.line.clear();
  else categoryAxis.format.line.color = palette.grey;
  valueAxis.visible = !plan.bare;
  valueAxis.majorGridlines.visible = !plan.bare;
  valueAxis.minimum = plan.axisMin ?? (plan.bare ? 0 : "");
  valueAxis.maximum = plan.axisMax ?? "";
  if (plan.axisStep !== undefined) valueAxis.majorUnit = plan.axisStep;
  if (!plan.bare) setValueAxis(valueAxis, plan, plan.format, book);
  const second = plan.series.find(({ axis }) => axis === "second");
  if (second) chart.axes.getItem("Value", "Secondary").numberFormat = numberFormat(shortFormat(formatAt(book, second.values)), book);
}

/** The rings of a radar: its categories stand around it without an axis, and Excel refuses to be asked for one. */
function setRings(axis: Excel.ChartAxis, plan: ChartPlan, book: WorkbookPlan): void {
  axis.visible = true;
  axis.minimum = plan.axisMin ?? "";
  axis.maximum = plan.axisMax ?? "";
  if (plan.axisStep !== undefined) axis.majorUnit = plan.axisStep;
  axis.numberFormat = numberFormat(plan.format, book);
  axis.majorGridlines.visible = true;
  axis.majorGridlines.format.line.color = palette.grey;
  Object.assign(axis.format.font, { size: 9, color: palette.slate });
}

function setValueAxis(axis: Excel.ChartAxis, { axisTitle }: ChartPlan, format: Format, book: WorkbookPlan): void {
  axis.numberFormat = numberFormat(shortFormat(format), book);
  axis.majorTickMark = "None";
  axis.majorGridlines.format.line.color = palette.mist;
  Object.assign(axis.format.font, { size: 9, color: palette.slate });
  axis.format.line.clear();
  axis.title.visible = axisTitle !== undefined;
  if (axisTitle === undefined) return;
  axis.title.text = axisTitle;
  Object.assign(axis.title.format.font, { size: 9, color: palette.slate });
}

function rangeOf(context: Excel.RequestContext, { sheet, area }: RangePlan): Excel.Range {
  return rangeAt(context, sheet, area);
}
