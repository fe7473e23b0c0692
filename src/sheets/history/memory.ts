// What was forecast at each snapshot, what was won then, and how far off that was.

import { knownSumifs } from "../../formula/aggregate";
import { column, thisRow } from "../../formula/column";
import { than } from "../../formula/criteria";
import { absolute, numberText, percentText, sentence } from "../../formula/sentence";
import { assured, call, dayTerm, literal, literalText, reference, type Figure, type Term } from "../../formula/term";
import { outcomeIs, type DealModel } from "../../metrics/deals";
import { forecastAccuracy, forecastBias, forecastsTogether } from "../../metrics/forecast-error";
import { forecastSpans, pastForecasts, type ForecastSpan, type PastForecast } from "../../metrics/past-forecast";
import { isoOf, type Day } from "../../values";
import { gap, grid, show, type Block } from "../block";
import { figures, fixed, reportTable } from "../report-table";
import { across, note, section, type HistoryParts } from "./parts";
import { worthOf } from "./since-last";

/** Snapshots shown: half a year of weeks. */
const mostDays = 26;

const tableOf: Readonly<Record<ForecastSpan, string>> = { month: "MonthForecasts", quarter: "QuarterForecasts" };

export function memoryBlocks(parts: HistoryParts): readonly Block[] {
  const { context, words, model } = parts;
  const { snapshots } = context;
  if (!model || !snapshots || snapshots.log.length === 0) return [section(words.memoryTitle), note(model?.deals.groups ? context.text.tables.groups.noLog : words.noLog)];
  const rates = new Map(context.model.stages.rows.map(({ stage, probability }) => [stage.trim().toLowerCase(), probability]));
  const by = { worth: worthOf(context), probability: (stage: string) => rates.get(stage) ?? null, fiscalYearStart: context.model.settings.fiscalYearStart.value };
  const days = new Set(snapshots.log.map(({ day }) => day)).size;
  const bySpan = forecastSpans.map((span) => ({ span, rows: pastForecasts(snapshots.log, span, by, mostDays) }));
  const hasDue = bySpan.some(({ rows }) => rows.some(({ commit }) => commit !== null));
  return [
    section(words.memoryTitle),
    ...(days === 1 ? [note(words.memoryOne.replace("{day}", isoOf(snapshots.log[0]?.day ?? context.model.settings.asOf.value)))] : []),
    ...(hasDue ? [note(words.memoryNote), ...bySpan.flatMap(({ span, rows }) => spanBlocks(parts, model, span, rows))] : [note(words.memoryNoDue)]),
  ];
}

/** A line of the table: frozen forecasts, and the rest by formula. */
interface MemoryRow {
  readonly won: Term<Figure>;
  readonly commitAccuracy: Term<Figure>;
  readonly commitBias: Term<Figure>;
  readonly weightedAccuracy: Term<Figure>;
  readonly weightedBias: Term<Figure>;
}

function spanBlocks(parts: HistoryParts, model: DealModel, span: ForecastSpan, past: readonly PastForecast[]): readonly Block[] {
  const { words } = parts;
  const headers = words.memory;
  const name = tableOf[span];
  const rows = past.map((one) => memoryRow(parts, model, name, one));
  const id = (what: string) => past.map((_, row) => `history ${span} ${what} ${row}`);
  return [
    grid([[show("subtitle", words.spans[span].title, { across })], [show("sentence", spanSaid(parts, span, past, rows), { across })]], [20, 22]),
    reportTable(name, headers.day, [
      { ...fixed(headers.day, "day", past.map(({ day }) => day), "label"), ids: id("day") },
      fixed(headers.end, "day", past.map(({ end }) => end)),
      fixed(headers.open, "money", past.map(({ open }) => open)),
      { ...fixed(headers.commit, "money", past.map(({ commit }) => commit)), ids: id("commit") },
      { ...fixed(headers.weighted, "money", past.map(({ weighted }) => weighted)), ids: id("weighted") },
      { ...figures(headers.won, "money", rows.map(({ won }) => won)), ids: id("won") },
      figures(headers.commitAccuracy, "percent", rows.map(({ commitAccuracy }) => commitAccuracy)), figures(headers.commitBias, "change", rows.map(({ commitBias }) => commitBias)),
      figures(headers.weightedAccuracy, "percent", rows.map(({ weightedAccuracy }) => weightedAccuracy)), figures(headers.weightedBias, "change", rows.map(({ weightedBias }) => weightedBias)),
    ]),
    gap(),
    ...chart(parts, span, past),
  ];
}

function memoryRow({ words, context }: HistoryParts, model: DealModel, table: string, past: PastForecast): MemoryRow {
  const headers = words.memory;
  const { closed, amount } = model.deals.columns;
  const at = <V extends number | "">(header: string, value: V) => reference<V>(thisRow(table, header), value);
  const [day, end] = [at<number>(headers.day, past.day), at<number>(headers.end, past.end)];
  const won = knownSumifs(amount, outcomeIs(model, "won"), than(closed, ">", day), than(closed, "<=", end));
  const actual = at<Figure>(headers.won, won.value);
  const asOf = dayTerm(context.model.settings.asOf);
  const isOver = past.end <= asOf.value;
  const once = (term: Term<Figure>) => call(`IF(${end.text}>${asOf.text},"",${term.text})`, isOver ? term.value : "", term);
  const bias = (forecast: Term<Figure>) => {
    const known = forecast.value !== "" && actual.value !== "";
    const off = forecastBias({ ...forecast, value: known ? Number(forecast.value) : 0 }, { ...actual, value: known ? Number(actual.value) : 0 });
    return call(`IF(COUNT(${forecast.text},${actual.text})<2,"",${off.text})`, known ? off.value : "", off);
  };
  const [commit, weighted] = [at<Figure>(headers.commit, past.commit ?? ""), at<Figure>(headers.weighted, past.weighted ?? "")];
  return { won, commitAccuracy: once(forecastAccuracy(commit, actual)), commitBias: once(bias(commit)), weightedAccuracy: once(forecastAccuracy(weighted, actual)), weightedBias: once(bias(weighted)) };
}

/** Over all snapshots whose time is over, those too after which nothing was won; large ones weigh more. */
function spanSaid(parts: HistoryParts, span: ForecastSpan, past: readonly PastForecast[], rows: readonly MemoryRow[]): Term<string> {
  const { words } = parts;
  const commit = together(parts, span, words.memory.commit, past.map((one) => one.commit), past, rows);
  const weighted = together(parts, span, words.memory.weighted, past.map((one) => one.weighted), past, rows);
  const kind = literal(words.spanNames[span]);
  const shown = percentText(assured(weighted.accuracy));
  const said = sentence(words.memorySaid, {
    span: kind, n: numberText(commit.n), commit: percentText(assured(commit.accuracy)), bias: percentText(absolute(assured(commit.bias))),
    direction: call(`IF(${commit.bias.text}>=0,${literalText(words.high)},${literalText(words.low)})`, assured(commit.bias).value >= 0 ? words.high : words.low, commit.bias),
    weighted: call(`IF(${weighted.n.text}*${weighted.actual.text}=0,"–",${shown.text})`, weighted.n.value * weighted.actual.value === 0 ? "–" : shown.value, weighted.n, weighted.actual, shown),
  });
  const open = sentence(words.memoryOpen, { span: kind });
  const nothing = sentence(words.memoryNothing, { span: kind, n: numberText(commit.n) });
  const value = commit.n.value === 0 ? open.value : commit.actual.value === 0 ? nothing.value : said.value;
  return call(`IF(${commit.n.text}=0,${open.text},IF(${commit.actual.text}=0,${nothing.text},${said.text}))`, value, commit.n, commit.actual, nothing, said);
}

/** Over the snapshots whose time is over. */
function together({ words: { memory: headers }, context }: HistoryParts, span: ForecastSpan, header: string, forecasts: readonly (number | null)[], past: readonly PastForecast[], rows: readonly MemoryRow[]) {
  const asOf = dayTerm(context.model.settings.asOf);
  const of = (name: string, values: readonly Figure[]) => column(tableOf[span], name, values);
  return forecastsTogether({
    forecast: of(header, forecasts.map((one) => one ?? "")), actual: of(headers.won, rows.map(({ won }) => won.value)),
    counts: { text: `(${of(headers.end, []).text}<=${asOf.text})`, rows: past.map(({ end }) => end <= asOf.value) },
  });
}

function chart({ words, context }: HistoryParts, span: ForecastSpan, past: readonly PastForecast[]): readonly Block[] {
  const over = past.filter(({ end }) => end <= (context.model.settings.asOf.value as Day)).length;
  if (over < 2) return [];
  const area = (what: string) => ({ from: `history ${span} ${what} 0`, to: `history ${span} ${what} ${over - 1}` });
  const line = (name: string, what: string, colour: string) => ({ name, categories: area("day"), values: area(what), colour, draw: "line" as const });
  return [{
    kind: "chart", across: 8, down: 15,
    chart: {
      name: `${tableOf[span]}Chart`, kind: "combo", title: words.spans[span].chart, alt: words.spans[span].alt, legend: true, format: "money",
      series: [{ name: words.wonLine, categories: area("day"), values: area("won"), colour: "aqua", draw: "bar" }, line(words.commitLine, "commit", "navy"), line(words.weightedLine, "weighted", "orange")],
    },
  }, gap()];
}
