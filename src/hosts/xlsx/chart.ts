// A chart's part: its title, its series in groups that share axes, and a frame as quiet as the sheet.

import type { ChartPlan, SeriesPlan } from "../../sheets/plan";
import { palette } from "../../sheets/theme";
import { axesXml, axisIds, type Axis, type AxisContext } from "./axes";
import { fillXml, lineXml, noFill, textXml, titleXml } from "./chart-ink";
import { seriesXml } from "./series";
import { declaration, namespaces } from "./xml";

export function chartXml(chart: ChartPlan, context: AxisContext): string {
  const groups = groupsOf(chart);
  const plot = chart.kind === "doughnut" ? doughnutXml(chart, context) : groups.map((group) => groupXml(chart, group, context)).join("") + axesXml(chart, axesUsed(groups), context);
  const title = chart.title ? `${titleXml(chart.title, 1300, palette.navy)}<c:autoTitleDeleted val="0"/>` : '<c:autoTitleDeleted val="1"/>';
  return (
    `${declaration}<c:chartSpace xmlns:c="${namespaces.chart}" xmlns:a="${namespaces.drawing}" xmlns:r="${namespaces.relations}">` +
    `<c:date1904 val="0"/><c:lang val="${context.language === "en" ? "en-US" : "zh-CN"}"/><c:roundedCorners val="0"/>` +
    `<c:chart>${title}<c:plotArea><c:layout/>${plot}<c:spPr>${noFill}</c:spPr></c:plotArea>${chart.legend ? legendXml(chart) : ""}` +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>' +
    `<c:spPr>${fillXml(palette.white)}${lineXml(palette.mist, 9525)}</c:spPr>${textXml(1000, palette.slate, context.font)}</c:chartSpace>`
  );
}

/** Series drawn in one way on one pair of axes. */
interface Group {
  readonly draw: "bar" | "line" | "web";
  readonly axis: Axis;
  readonly series: readonly { readonly plan: SeriesPlan; readonly index: number }[];
}

/** Bars before lines, so that lines lie on top. */
function groupsOf(chart: ChartPlan): readonly Group[] {
  const all = chart.series.map((plan, index) => ({ plan, index, draw: drawOf(chart, plan) }));
  const ways = (["bar", "line", "web"] as const).flatMap((draw) => (["first", "second"] as const).map((axis) => ({ draw, axis })));
  return ways
    .map(({ draw, axis }) => ({ draw, axis, series: all.filter((one) => one.draw === draw && one.plan.axis === axis) }))
    .filter((group) => group.series.length > 0);
}

function drawOf({ kind }: ChartPlan, series: SeriesPlan): Group["draw"] {
  if (kind === "combo") return series.draw;
  if (kind === "radar") return "web";
  return kind === "line" ? "line" : "bar";
}

function axesUsed(groups: readonly Group[]): readonly Axis[] {
  return (["first", "second"] as const).filter((axis) => groups.some((group) => group.axis === axis));
}

function groupXml(chart: ChartPlan, group: Group, context: AxisContext): string {
  const series = group.series.map(({ plan, index }) => seriesXml(plan, index, group.draw, chart, context)).join("");
  const axes = axisIds(group.axis).map((id) => `<c:axId val="${id}"/>`).join("");
  if (group.draw === "web") return `<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>${series}${axes}</c:radarChart>`;
  if (group.draw === "line") {
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`;
  }
  const stacked = chart.kind === "stackedBar";
  const across = chart.kind === "bar" || stacked;
  const gap = chart.bare ? 18 : stacked || across ? 45 : 60;
  return (
    `<c:barChart><c:barDir val="${across ? "bar" : "col"}"/><c:grouping val="${stacked ? "stacked" : "clustered"}"/><c:varyColors val="0"/>${series}` +
    `<c:gapWidth val="${gap}"/>${stacked ? '<c:overlap val="100"/>' : group.series.length > 1 ? '<c:overlap val="-5"/>' : ""}${axes}</c:barChart>`
  );
}

function doughnutXml(chart: ChartPlan, context: AxisContext): string {
  const series = chart.series.map((plan, index) => seriesXml(plan, index, "slice", chart, context)).join("");
  return `<c:doughnutChart><c:varyColors val="1"/>${series}<c:firstSliceAng val="0"/><c:holeSize val="58"/></c:doughnutChart>`;
}

/** A series that only takes up room is not named. */
function legendXml(chart: ChartPlan): string {
  const hidden = chart.series.flatMap((series, index) => (series.colour === null ? [`<c:legendEntry><c:idx val="${index}"/><c:delete val="1"/></c:legendEntry>`] : []));
  const side = chart.kind === "doughnut" ? "r" : "b";
  return `<c:legend><c:legendPos val="${side}"/>${chart.kind === "doughnut" ? "" : hidden.join("")}<c:overlay val="0"/></c:legend>`;
}
