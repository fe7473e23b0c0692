// Who won what: everyone with a deal and everyone in the rep table.

import { column, thisRow } from "../../formula/column";
import { is } from "../../formula/criteria";
import { call, literal, reference, type Figure, type Term } from "../../formula/term";
import { averageWonOf, dealsOf, meanCycleOf, repsByWonAmount, winRateOf, wonAmountOf } from "../../metrics/rep-ranking";
import { stalledDeals } from "../../metrics/stalled";
import { grid, show, type Block, type RuleSpec } from "../block";
import { measured } from "../measured";
import { figures, fixed, reportTable } from "../report-table";
import { anyNumber, picture, seriesOf, type DashboardParts, type Picture } from "./parts";

const repsName = "Reps";
const topName = "TopReps";
const shownInChart = 10;

export interface RepBlocks {
  readonly chart: Picture;
  readonly table: readonly Block[];
  /** The rows of the chart, where the ranking has more; else none. */
  readonly top: readonly Block[];
  readonly best: { readonly rep: Term<string>; readonly amount: Term<Figure> } | null;
}

export function repBlocks(parts: DashboardParts): RepBlocks {
  const { model, words } = parts;
  const reps = repsByWonAmount(model);
  if (reps.length === 0) return { chart: { why: words.missing.reps }, table: [grid([[show("section", words.repsTitle, { across: 10 })], [show("note", words.noReps, { across: 10 })]])], top: [], best: null };
  const headers = words.reps;
  const here = reps.map((rep) => reference(thisRow(repsName, headers.rep), rep));
  const amounts = here.map((rep) => wonAmountOf(model, rep));
  const won = here.map((rep) => dealsOf(model, "won", rep));
  const stalled = measured(parts.context, "stalled").value !== "";
  const table = reportTable(repsName, headers.rep, [
    figures(headers.rank, "score", amounts.map((amount) => rankOf(headers, amount.value, amounts)), "centred"),
    fixed(headers.rep, "text", reps),
    figures(headers.wonAmount, "money", amounts),
    figures(headers.won, "count", won),
    figures(headers.lost, "count", here.map((rep) => dealsOf(model, "lost", rep))),
    figures(headers.open, "count", here.map((rep) => dealsOf(model, "open", rep))),
    figures(headers.winRate, "percent", here.map((rep) => winRateOf(model, rep))),
    figures(headers.average, "money", here.map((rep) => averageWonOf(model, rep))),
    figures(headers.cycle, "days", here.map((rep) => meanCycleOf(model, rep))),
    ...(stalled ? [figures(headers.stalled, "count", here.map((rep) => stalledDeals(model, is(model.deals.columns.owner, rep))))] : []),
  ]);
  const many = reps.length > shownInChart;
  const byAmount = anyNumber(amounts);
  const values: readonly Term<Figure>[] = byAmount ? amounts : won;
  return {
    chart: repsChart(parts, many, byAmount, anyNumber(won)),
    table: [grid([[show("section", words.repsTitle, { across: 10 })], [show("note", words.repsNote, { across: 10 })]]), table],
    top: many ? [grid([[show("section", words.topTitle, { across: 2 })]]), topTable(parts, reps, values, byAmount)] : [],
    best: byAmount ? { rep: entry(headers.rep, 0, reps[0] ?? ""), amount: entry(headers.wonAmount, 0, amounts[0]?.value ?? "") } : null,
  };
}

export function repRules({ words }: DashboardParts, reps: RepBlocks): readonly RuleSpec[] {
  if (!reps.best) return [];
  return [{ kind: "dataBar", area: { table: repsName, column: words.reps.wonAmount }, colour: "aqua", min: 0 }];
}

/** Competition rank: 1, 2, 2, 4. */
function rankOf(headers: DashboardParts["words"]["reps"], value: Figure, amounts: readonly Term<Figure>[]): Term<Figure> {
  const own = thisRow(repsName, headers.wonAmount);
  const above = amounts.filter((amount) => value !== "" && amount.value !== "" && amount.value > value).length;
  return call(`IF(ISNUMBER(${own}),RANK(${own},${column(repsName, headers.wonAmount, []).text}),"")`, value === "" ? "" : above + 1);
}

/** The first rows of the ranking, for a chart that can be read. */
function topTable({ words }: DashboardParts, reps: readonly string[], values: readonly Term<Figure>[], byAmount: boolean): Block {
  const header = byAmount ? words.reps.wonAmount : words.reps.won;
  const rows = reps.slice(0, shownInChart);
  return reportTable(topName, words.top.rep, [
    figures(words.top.rep, "text", rows.map((rep, index) => entry(words.reps.rep, index, rep))),
    figures(words.top.value, byAmount ? "money" : "count", rows.map((_, index) => entry(header, index, values[index]?.value ?? ""))),
  ]);
}

function entry<V extends string | number>(header: string, index: number, value: V): Term<V> {
  return reference(`INDEX(${column(repsName, header, []).text},${literal(index + 1).text})`, value);
}

function repsChart({ words }: DashboardParts, many: boolean, byAmount: boolean, anyWon: boolean): Picture {
  const { charts, reps, top } = words;
  if (!byAmount && !anyWon) return { why: words.missing.reps };
  const more = { name: byAmount ? charts.amount : charts.won, colour: "teal", labels: true } as const;
  const series = many ? seriesOf(topName, top.rep, top.value, more) : seriesOf(repsName, reps.rep, byAmount ? reps.wonAmount : reps.won, more);
  return picture({ name: "TopReps", kind: "bar", title: byAmount ? charts.reps : charts.repsCount, alt: charts.alt.reps, format: byAmount ? "money" : "count", series: [series] });
}
