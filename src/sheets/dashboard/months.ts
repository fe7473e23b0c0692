// Month by month: what was won, and what the run rate had said before.

import { column, thisRow } from "../../formula/column";
import { dayText, monthText, sentence } from "../../formula/sentence";
import { assured, call, cell, dayTerm, reference, type Figure, type Term } from "../../formula/term";
import { forecastAccuracy, forecastsTogether } from "../../metrics/forecast-error";
import { firstWon, forecastFor, monthBack, monthsShown, wonAmountIn, wonDealsIn } from "../../metrics/months";
import { grid, show, type Block } from "../block";
import { figures, reportTable } from "../report-table";
import { anyNumber, picture, seriesOf, type DashboardParts, type Picture } from "./parts";

const monthsName = "Months";
const firstId = "first won";
const accuracyId = "forecast accuracy";

export interface MonthBlocks {
  readonly wonChart: Picture;
  readonly dealsChart: Picture;
  readonly forecastChart: Picture;
  readonly table: readonly Block[];
  /** How accurate the forecasts were together, and how many there were; null where there is no table, since nothing was won. */
  readonly accuracy: Term<Figure> | null;
  readonly forecasts: Term<number>;
}

export function monthBlocks(parts: DashboardParts): MonthBlocks {
  const { model, words } = parts;
  const headers = words.months;
  const first = firstWon(model);
  const since = cell(firstId, first.value);
  const starts = Array.from({ length: monthsShown }, (_, index) => monthBack(model, monthsShown - 1 - index));
  const here = starts.map((start) => reference(thisRow(monthsName, headers.starts), start.value as number));
  const deals = here.map((start) => wonDealsIn(model, start, since));
  const amounts = here.map((start) => wonAmountIn(model, start, since));
  const forecasts = here.map((start) => forecastFor(model, start, since));
  const own = (header: string, value: Figure) => reference<Figure>(thisRow(monthsName, header), value);
  const accuracies = here.map((_, index) => forecastAccuracy(own(headers.forecast, forecasts[index]?.value ?? ""), own(headers.amount, amounts[index]?.value ?? "")));
  const figuresOf = (header: string, terms: readonly Term<Figure>[]) => column(monthsName, header, terms.map(({ value }) => value));
  const overall = forecastsTogether({ forecast: figuresOf(headers.forecast, forecasts), actual: figuresOf(headers.amount, amounts) });
  return {
    wonChart: wonChart(parts, amounts),
    dealsChart: dealsChart(parts, deals),
    forecastChart: forecastChart(parts, forecasts, amounts),
    table: first.value === "" ? [] : [
      grid([[show("section", words.monthsTitle, { across: 6 })]]),
      reportTable(monthsName, headers.month, [
        figures(headers.month, "text", here.map(monthText), "label"),
        figures(headers.starts, "day", starts.map(dayTerm)),
        figures(headers.deals, "count", deals),
        figures(headers.amount, "money", amounts),
        figures(headers.forecast, "money", forecasts),
        figures(headers.accuracy, "percent", accuracies),
      ]),
      grid([
        [show("label", words.firstWon, { across: 2 }), show("value", first, { id: firstId, format: "day" }), show("label", words.overallAccuracy, { across: 2 }), show("value", overall.accuracy, { id: accuracyId, format: "percent" })],
        [show("note", note(parts, since), { across: 6 })],
      ], [null, 44]),
    ],
    accuracy: first.value === "" ? null : cell(accuracyId, overall.accuracy.value),
    forecasts: overall.n,
  };
}

function wonChart({ words }: DashboardParts, amounts: readonly Term<Figure>[]): Picture {
  const { charts, months, missing } = words;
  if (!anyNumber(amounts)) return { why: missing.months };
  return picture({ name: "WonByMonth", title: charts.months, alt: charts.alt.months, format: "money", series: [seriesOf(monthsName, months.month, months.amount, { name: charts.won, colour: "teal" })] });
}

function dealsChart({ words }: DashboardParts, deals: readonly Term<Figure>[]): Picture {
  const { charts, months, missing } = words;
  if (!anyNumber(deals)) return { why: missing.monthsCount };
  return picture({ name: "WonDealsByMonth", title: charts.monthsCount, alt: charts.alt.months, format: "count", series: [seriesOf(monthsName, months.month, months.deals, { name: charts.won, colour: "blue", labels: true })] });
}

function forecastChart({ words }: DashboardParts, forecasts: readonly Term<Figure>[], amounts: readonly Term<Figure>[]): Picture {
  const { charts, months } = words;
  if (!anyNumber(forecasts) || !anyNumber(amounts)) return { why: words.missing.forecast };
  return picture({
    name: "ForecastAgainstActual", kind: "combo", title: charts.forecast, alt: charts.alt.forecast, format: "money", legend: true,
    series: [
      seriesOf(monthsName, months.month, months.amount, { name: charts.won, colour: "aqua", draw: "bar" }),
      seriesOf(monthsName, months.month, months.forecast, { name: charts.forecastLine, colour: "orange", draw: "line" }),
    ],
  });
}

function note({ words }: DashboardParts, since: Term<Figure>): Term<string> {
  const day = dayText(assured(since, 367));
  return sentence(words.monthsNote, { first: call(`IF(${since.text}="","–",${day.text})`, since.value === "" ? "–" : day.value) });
}
