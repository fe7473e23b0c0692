// A series of a chart: where its values are, what they are now, and how they are drawn.

import { areaText, quoteSheet } from "../../sheets/address";
import type { ChartPlan, Format, RangePlan, SeriesPlan } from "../../sheets/plan";
import { colourOf, palette, textOn, shortFormat } from "../../sheets/theme";
import { fillXml, lineXml, noFill, pale, textXml } from "./chart-ink";
import { xmlAttribute, xmlText } from "./xml";

export interface SeriesContext {
  readonly font: string;
  /** The number format of a range, as its first cell shows it. */
  readonly formatAt: (range: RangePlan) => Format;
  readonly numberFormat: (format: Format) => string;
}

/** The children of `c:ser` differ in order by how it is drawn. */
export function seriesXml(series: SeriesPlan, index: number, draw: "bar" | "line" | "web" | "slice", chart: ChartPlan, context: SeriesContext): string {
  const start = `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${xmlText(series.name)}</c:v></c:tx>`;
  const colour = series.colour === null ? null : colourOf(series.colour);
  const labels = series.labels && colour !== null ? labelsXml(series, colour, draw, chart, context) : "";
  const data = categoriesXml(series.categories, context) + `<c:val>${numbersXml(series.values, context)}</c:val>`;
  switch (draw) {
    case "bar":
      return `${start}<c:spPr>${colour === null ? noFill : fillXml(colour)}</c:spPr><c:invertIfNegative val="0"/>${labels}${data}</c:ser>`;
    case "line":
      return `${start}<c:spPr>${colour === null ? noFill : lineXml(colour, 28_575)}</c:spPr>${markerXml(colour)}${labels}${data}<c:smooth val="0"/></c:ser>`;
    case "web":
      return `${start}<c:spPr>${colour === null ? noFill : lineXml(colour, 28_575)}</c:spPr>${markerXml(colour)}${labels}${data}</c:ser>`;
    case "slice":
      return `${start}${(chart.pointColours ?? []).map(sliceXml).join("")}${labels}${data}</c:ser>`;
  }
}

function markerXml(colour: string | null): string {
  if (colour === null) return '<c:marker><c:symbol val="none"/></c:marker>';
  return `<c:marker><c:symbol val="circle"/><c:size val="6"/><c:spPr>${fillXml(palette.white)}${lineXml(colour, 19_050)}</c:spPr></c:marker>`;
}

function sliceXml(colour: string, index: number): string {
  return `<c:dPt><c:idx val="${index}"/><c:bubble3D val="0"/><c:spPr>${fillXml(colourOf(colour))}${lineXml(palette.white, 19_050)}</c:spPr></c:dPt>`;
}

function labelsXml(series: SeriesPlan, colour: string, draw: "bar" | "line" | "web" | "slice", chart: ChartPlan, context: SeriesContext): string {
  const inside = draw === "slice" || chart.kind === "stackedBar";
  const position = draw === "slice" || draw === "web" ? "" : `<c:dLblPos val="${draw === "line" ? "t" : inside ? "ctr" : "outEnd"}"/>`;
  const format = series.axis === "first" ? chart.format : context.formatAt(series.values);
  const own = draw === "slice" ? (chart.pointColours ?? []).map((point, index) => sliceLabelXml(point, index, format, context)).join("") : "";
  return `<c:dLbls>${own}${labelLook(format, inside ? textOn(colour) : palette.ink, context, draw === "line" || draw === "web" ? pale : noFill)}${position}${shown}</c:dLbls>`;
}

/** A label on a slice must be read on that slice's colour. */
function sliceLabelXml(colour: string, index: number, format: Format, context: SeriesContext): string {
  return `<c:dLbl><c:idx val="${index}"/>${labelLook(format, textOn(colour), context)}${shown}</c:dLbl>`;
}

function labelLook(format: Format, colour: string, context: SeriesContext, ground = noFill): string {
  const code = xmlAttribute(context.numberFormat(shortFormat(format)));
  return `<c:numFmt formatCode="${code}" sourceLinked="0"/><c:spPr>${ground}</c:spPr>${textXml(900, colour, context.font, true)}`;
}

const shown =
  '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>';

function categoriesXml(range: RangePlan, context: SeriesContext): string {
  const numeric = range.values.length > 0 && range.values.every((value) => typeof value === "number");
  return `<c:cat>${numeric ? numbersXml(range, context) : textsXml(range)}</c:cat>`;
}

function textsXml(range: RangePlan): string {
  const points = range.values.map((value, index) => (value === null ? "" : pointXml(index, xmlText(String(value)))));
  return `<c:strRef><c:f>${formulaOf(range)}</c:f><c:strCache><c:ptCount val="${range.values.length}"/>${points.join("")}</c:strCache></c:strRef>`;
}

/** What is no number is a gap. */
function numbersXml(range: RangePlan, context: SeriesContext): string {
  const points = range.values.map((value, index) => (typeof value === "number" ? pointXml(index, String(value)) : ""));
  const format = `<c:formatCode>${xmlText(context.numberFormat(context.formatAt(range)))}</c:formatCode>`;
  return `<c:numRef><c:f>${formulaOf(range)}</c:f><c:numCache>${format}<c:ptCount val="${range.values.length}"/>${points.join("")}</c:numCache></c:numRef>`;
}

function pointXml(index: number, value: string): string {
  return `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`;
}

function formulaOf({ sheet, area }: RangePlan): string {
  return xmlText(`${quoteSheet(sheet)}!${areaText(area)}`);
}
