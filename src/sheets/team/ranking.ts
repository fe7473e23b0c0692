// Sales against quota: rank, attainment, pace, projection, status; and the figures of the team on cards.

import { sumifs } from "../../formula/aggregate";
import { column, thisRow, type Column } from "../../formula/column";
import { is, isFilled } from "../../formula/criteria";
import { numberText, percentText, sentence } from "../../formula/sentence";
import { call, literal, literalText, multiply, ratio, reference, whenNumbers, type Figure, type Term } from "../../formula/term";
import { attainmentOf, attainmentOr, attainmentStatus, expectedSales, projectedSales, quotaPace, type AttainmentStatus } from "../../metrics/attainment";
import { amount } from "../../metrics/deals";
import { closedIn } from "../../metrics/period";
import { grid, show, type Block, type Cell, type ChartSpec, type ColumnSpec, type RuleSpec } from "../block";
import { goalSettings } from "../goals/settings";
import type { Format } from "../plan";
import { figures, fixed, reportTable } from "../report-table";
import { figureColumn, leaderName, leaderOf, othersWithMost, shownInChart, type TeamParts } from "./parts";
import { repHere, type TeamRep } from "./reps";
import { bySource } from "./settings";

const rankingTableName = "TeamRanking";

/** One rep's figures; they stand in one row of the table. */
interface RankedRep {
  readonly rep: TeamRep;
  readonly quota: Term<Figure>;
  readonly sales: Term<Figure>;
  readonly attainment: Term<Figure>;
}

/** Reps by attainment, then by sales, then by name; `parts.reps` in any order. */
export function rankedReps(parts: TeamParts): readonly RankedRep[] {
  const { ranking } = parts.words;
  const own = (header: string, { value }: Term<Figure>) => reference(thisRow(rankingTableName, header), value);
  const all = parts.reps.map((rep): RankedRep => {
    const here = repHere(rankingTableName, ranking.rep, rep);
    const stated = parts.quotas.figure("quota", here);
    const quota = whenNumbers([stated], (known) => multiply(known!, parts.settings.quotaShare));
    const sales = salesOf(parts, rep, here);
    return { rep, quota, sales, attainment: attainmentHere(parts, here, own(ranking.sales, sales), own(ranking.quota, quota)) };
  });
  const size = (value: Figure) => (value === "" ? -Infinity : value);
  const by = (a: Figure, b: Figure) => (a === b ? 0 : size(b) - size(a));
  return [...all].sort((a, b) => by(a.attainment.value, b.attainment.value) || by(a.sales.value, b.sales.value) || (a.rep.key < b.rep.key ? -1 : 1));
}

/** Worked out, else as exported; an export without attainment makes no difference. */
function attainmentHere({ quotas, context }: TeamParts, here: Term<string>, sales: Term<Figure>, quota: Term<Figure>): Term<Figure> {
  const isExported = context.data.get("rep")?.fields.has("attainment") ?? false;
  return isExported ? attainmentOr(quotas.figure("attainmentExport", here), sales, quota) : attainmentOf(sales, quota);
}

/** Won deals of the period, or the export's sales. */
function salesOf({ deals, quotas, settings, context }: TeamParts, rep: TeamRep, here: Term<string>): Term<Figure> {
  const exported = quotas.figure("salesExport", here);
  const won = deals && rep.isAlone ? amount(deals, "won", is(deals.deals.columns.owner, here), ...closedIn(deals, settings.past)) : literal<Figure>("");
  return bySource(settings, context.text, won, exported);
}

export interface Ranking {
  readonly table: Block;
  readonly headline: Term<string>;
  readonly cards: Block;
  readonly chart: Block | null;
  readonly rules: readonly RuleSpec[];
  readonly attainment: Column<Figure>;
  readonly sales: Column<Figure>;
  readonly names: Column<string>;
}

export function ranking(parts: TeamParts, ranked: readonly RankedRep[]): Ranking {
  const { words, settings, context } = parts;
  const headers = words.ranking;
  const own = (header: string, { value }: Term<Figure>) => reference(thisRow(rankingTableName, header), value);
  const limits = goalSettings(context.memory);
  const expected = ranked.map(({ quota }) => expectedSales(own(headers.quota, quota), settings.gone));
  const pace = ranked.map(({ attainment }) => quotaPace(own(headers.attainment, attainment), settings.gone));
  const status = ranked.map(({ quota, attainment }, row) => attainmentStatus(own(headers.quota, quota), own(headers.attainment, attainment), own(headers.pace, pace[row]!), settings.gone, { atRisk: limits.atRiskBelow, offTrack: limits.offTrackBelow }, words.statuses));
  const sales = figureColumn(rankingTableName, headers.sales, ranked.map((one) => one.sales));
  const attainment = figureColumn(rankingTableName, headers.attainment, ranked.map((one) => one.attainment));
  const quota = figureColumn(rankingTableName, headers.quota, ranked.map((one) => one.quota));
  const names = column(rankingTableName, headers.rep, ranked.map(({ rep }) => rep.key));
  const ids = (name: string) => ranked.map((_, row) => `team.ranking.${name}.${row}`);
  const teams = ranked.map(({ rep }) => rep.team);
  const columns: readonly ColumnSpec[] = [
    { ...fixed(headers.rep, "text", names.values, "label"), ids: ids("rep") },
    ...(teams.some((team) => team !== null) ? [fixed(headers.team, "text", teams)] : []),
    figures(headers.quota, "money", ranked.map((one) => one.quota)),
    { ...figures(headers.sales, "money", ranked.map((one) => one.sales)), ids: ids("sales") },
    figures(headers.salesRank, "score", ranked.map((one) => rankOf(own(headers.sales, one.sales), sales)), "centred"),
    figures(headers.attainment, "percent", ranked.map((one) => one.attainment)),
    figures(headers.attainmentRank, "score", ranked.map((one) => rankOf(own(headers.attainment, one.attainment), attainment)), "centred"),
    { ...figures(headers.expected, "money", expected), ids: ids("expected") },
    figures(headers.pace, "ratio", pace),
    figures(headers.projected, "money", ranked.map((one) => projectedSales(own(headers.sales, one.sales), settings.gone))),
    figures(headers.status, "text", status, "centred"),
  ];
  return {
    table: reportTable(rankingTableName, headers.rep, columns),
    headline: headline(parts, { names, sales, attainment }, status),
    cards: cards(parts, { sales, attainment, quota, expected: figureColumn(rankingTableName, headers.expected, expected) }, status),
    chart: sales.values.some((value) => value !== "" && value !== 0) ? chart(parts, ranked.length, quota.values.some((value) => value !== "")) : null,
    rules: rules(parts),
    attainment, sales, names,
  };
}

/** Competition rank: 1, 2, 2, 4; "" without a figure. */
export function rankOf(own: Term<Figure>, all: Column<Figure>): Term<Figure> {
  const above = all.values.filter((value) => value !== "" && own.value !== "" && value > own.value).length;
  return call(`IF(ISNUMBER(${own.text}),RANK(${own.text},${all.text}),"")`, own.value === "" ? "" : above + 1);
}

interface Columns {
  readonly sales: Column<Figure>;
  readonly attainment: Column<Figure>;
  readonly quota: Column<Figure>;
}

function headline({ words, settings }: TeamParts, { names, sales, attainment }: Omit<Columns, "quota"> & { readonly names: Column<string> }, status: readonly Term<string>[]): Term<string> {
  const leads = (figures: Column<Figure>) => ({ rep: leaderName(names, figures), tie: tieText(words.tie, figures) });
  const most = call(`MAX(${attainment.text})`, leaderOf(attainment.values)?.most ?? 0);
  const all = call(`COUNT(${attainment.text})`, attainment.values.filter((value) => value !== "").length);
  const byQuota = sentence(words.headline, { ...leads(attainment), share: percentText(most), ahead: numberText(onTrack(words, status)), all: numberText(all), gone: percentText(settings.gone) });
  const bySales = sentence(words.headlineSales, leads(sales));
  const none = literal(words.headlineNone);
  const now = leaderOf(attainment.values) ? byQuota.value : leaderOf(sales.values) ? bySales.value : none.value;
  return call(`IF(COUNT(${attainment.text})>0,${byQuota.text},IF(COUNT(${sales.text})>0,${bySales.text},${none.text}))`, now);
}

/** "" where nobody shares the first place. */
export function tieText(template: string, figures: Column<Figure>): Term<string> {
  const others = othersWithMost(figures);
  const said = sentence(template, { n: numberText(others) });
  return call(`IF(${others.text}>0,${said.text},"")`, others.value > 0 ? said.value : "");
}

function onTrack(words: TeamParts["words"], status: readonly Term<string>[]): Term<number> {
  const good: readonly AttainmentStatus[] = ["achieved", "onTrack"];
  const { text } = column(rankingTableName, words.ranking.status, []);
  const count = status.filter(({ value }) => good.some((one) => words.statuses[one] === value)).length;
  return call(`(${good.map((one) => `COUNTIF(${text},${literalText(words.statuses[one])})`).join("+")})`, count);
}

function cards({ words }: TeamParts, { sales, attainment, quota, expected }: Columns & { readonly expected: Column<Figure> }, status: readonly Term<string>[]): Block {
  const total = (figures: Column<Figure>): Term<Figure> => {
    const numbers = figures.values.filter((value): value is number => value !== "");
    return call(`IF(COUNT(${figures.text})=0,"",SUM(${figures.text}))`, numbers.length === 0 ? "" : numbers.reduce((sum, value) => sum + value, 0));
  };
  const withQuota = call(`COUNT(${attainment.text})`, attainment.values.filter((value) => value !== "").length);
  const reached = ratio(sumifs(sales, isFilled(attainment)), sumifs(quota, isFilled(attainment)));
  const shown: readonly (readonly [keyof typeof words.cards, Term, Format, Term<string> | string])[] = [
    ["sales", total(sales), "money", words.cardNotes.sales],
    ["quota", total(quota), "money", words.cardNotes.quota],
    ["attainment", reached, "percent", words.cardNotes.attainment],
    ["expected", total(expected), "money", words.cardNotes.expected],
    ["reps", call(`IF(${withQuota.text}=0,"",${onTrack(words, status).text})`, withQuota.value === 0 ? "" : onTrack(words, status).value), "count", sentence(words.cardNotes.reps, { n: numberText(withQuota) })],
  ];
  const across = 2;
  return grid([
    shown.map(([name]): Cell => show("cardLabel", words.cards[name], { across })),
    shown.map(([, term, format]): Cell => show("cardValue", term, { across, format })),
    shown.map(([, , , note]): Cell => show("cardNote", note, { across })),
  ], [22, 34, 28]);
}

/** The reps of the first rows against what was expected of them by now. */
function chart({ words }: TeamParts, count: number, hasQuota: boolean): Block {
  const last = Math.min(count, shownInChart) - 1;
  const area = (name: string) => ({ from: `team.ranking.${name}.0`, to: `team.ranking.${name}.${last}` });
  const { charts } = words;
  const series: ChartSpec["series"] = [
    { name: charts.soldSeries, categories: area("rep"), values: area("sales"), colour: "teal" },
    ...(hasQuota ? [{ name: charts.expectedSeries, categories: area("rep"), values: area("expected"), colour: "amber", draw: "line" as const }] : []),
  ];
  return { kind: "chart", across: 11, down: 15, chart: { name: "TeamSales", kind: hasQuota ? "combo" : "column", title: hasQuota ? charts.sales : charts.noQuota, alt: charts.salesAlt, legend: hasQuota, format: "money", series } };
}

function rules({ words }: TeamParts): readonly RuleSpec[] {
  const area = { table: rankingTableName, column: words.ranking.status };
  const tones = { achieved: "good", onTrack: "good", atRisk: "fair", offTrack: "bad", missed: "bad", noSales: "muted", noQuota: "muted" } as const;
  return [
    ...(Object.keys(tones) as AttainmentStatus[]).map((status): RuleSpec => ({ kind: "equals", area, text: words.statuses[status], tone: tones[status] })),
    { kind: "dataBar", area: { table: rankingTableName, column: words.ranking.attainment }, colour: "#BFE3DF", min: 0 },
  ];
}
