// Conversion by score band from the highest down, and the threshold that parts converted leads from the others best.

import { thisRow } from "../../formula/column";
import { countifs } from "../../formula/aggregate";
import { is, than } from "../../formula/criteria";
import { numberText, percentText, rounded, sentence } from "../../formula/sentence";
import { call, cell, literal, literalText, ratio, reference, type Figure, type Term } from "../../formula/term";
import { youden } from "../../metrics/lead-review";
import type { Block } from "../block";
import { figures, fixed, reportTable } from "../report-table";
import { isEnough, type ReviewParts } from "./parts";

const bandsTableName = "ScoreBands";

interface Bands {
  readonly table: Block;
  readonly chart: Block;
  /** What the best threshold would hand over, or why there is none. */
  readonly suggestion: Term<string>;
  /** The best threshold; "" without one. */
  readonly best: Term<Figure>;
}

export const bestCell = "review.best";

export function bandsOf(parts: ReviewParts): Bands {
  const { words, scoring, settings, guard, counted } = parts;
  const { from, width } = settings.numbers;
  const { score, converted } = scoring.columns;
  const yes = literal(parts.context.text.tables.yes);
  const count = settings.bands;
  const id = (row: number, part: string) => `review.band.${row}.${part}`;
  const starts = Array.from({ length: count }, (_, row): Term<number> => {
    const steps = count - 1 - row;
    return call(`${from.text}+${steps}*${width.text}`, Number((from.value + steps * width.value).toPrecision(12)));
  });
  const startCells = starts.map((one, row) => cell(id(row, "from"), one.value));
  const within = starts.map((_, row) => [
    ...(row < count - 1 ? [than(score, ">=", startCells[row]!)] : []),
    ...(row > 0 ? [than(score, "<", startCells[row - 1]!)] : []),
    ...guard,
  ]);
  const leads = within.map((criteria) => countifs(...criteria));
  const won = within.map((criteria) => countifs(...criteria, is(converted, yes)));
  const own = (header: string, value: number) => reference(thisRow(bandsTableName, header), value);
  const overall = ratio(counted.converted, counted.leads);
  const upTo = (row: number, part: string, terms: readonly Term<number>[]): Term<number> => call(`SUM(⟦${id(0, part)}:${id(row, part)}⟧)`, terms.slice(0, row + 1).reduce((sum, { value }) => sum + value, 0));
  const cumulative = leads.map((_, row) => ({ leads: upTo(row, "leads", leads), won: upTo(row, "won", won) }));
  const rates = leads.map((one, row) => ratio(own(words.bands.converted, won[row]!.value), own(words.bands.leads, one.value)));
  const js = cumulative.map((one) => {
    const j = youden(one.leads, one.won, counted.leads, counted.converted);
    const enough = isEnough(parts);
    return call<Figure>(`IF(${enough.text},${j.text},"")`, enough.value ? j.value : "");
  });
  const labels = starts.map((one, row) => bandLabel(parts, row, startCells, own(words.bands.from, one.value)));
  const ids = (part: string) => leads.map((_, row) => id(row, part));
  const table = reportTable(bandsTableName, words.bands.no, [
    { ...figures(words.bands.band, "text", labels, "label") },
    { ...figures(words.bands.from, "general", starts, "centred"), ids: ids("from") },
    { ...figures(words.bands.leads, "count", leads), ids: ids("leads") },
    { ...figures(words.bands.converted, "count", won), ids: ids("won") },
    figures(words.bands.rate, "percent", rates),
    figures(words.bands.overall, "percent", leads.map(() => overall)),
    figures(words.bands.lift, "ratio", rates.map((rate) => ratio(reference<Figure>(thisRow(bandsTableName, words.bands.rate), rate.value), reference<Figure>(thisRow(bandsTableName, words.bands.overall), overall.value)))),
    figures(words.bands.shareOfLeads, "percent", cumulative.map((one) => ratio(one.leads, counted.leads))),
    figures(words.bands.shareOfConverted, "percent", cumulative.map((one) => ratio(one.won, counted.converted))),
    { ...figures(words.bands.youden, "decimal", js), ids: ids("j") },
    fixed(words.bands.no, "score", leads.map((_, row) => row + 1), "centred"),
  ]);
  const { best, suggestion } = suggestionOf(parts, starts, js);
  return { table, chart: chartOf(parts), best, suggestion };
}

/** `50 and more`, `40 to below 50`, `below 10`. */
function bandLabel({ words, settings }: ReviewParts, row: number, starts: readonly Term<number>[], own: Term<number>): Term<string> {
  const text = (term: Term<number>) => numberText(term, 2);
  if (row === 0) return sentence(words.bandLabels.top, { from: text(own) });
  const above = starts[row - 1]!;
  return row === settings.bands - 1 ? sentence(words.bandLabels.bottom, { to: text(above) }) : sentence(words.bandLabels.middle, { from: text(own), to: text(above) });
}

/** The start of the band with the highest J; the lowest band, which leaves nobody out, cannot be it. */
function suggestionOf(parts: ReviewParts, starts: readonly Term<number>[], js: readonly Term<Figure>[]): Pick<Bands, "best" | "suggestion"> {
  const { words, scoring, counted, guard, context } = parts;
  const last = Math.max(0, js.length - 2);
  const jRange = `⟦review.band.0.j:review.band.${last}.j⟧`;
  const fromRange = `⟦review.band.0.from:review.band.${last}.from⟧`;
  const usable = js.slice(0, last + 1).map(({ value }) => value);
  const most = usable.reduce<number>((max, one) => (one !== "" && one > max ? one : max), 0);
  const at = usable.findIndex((one) => one === most);
  const best = call<Figure>(`IF(COUNT(${jRange})=0,"",IF(MAX(${jRange})<=0,"",INDEX(${fromRange},MATCH(MAX(${jRange}),${jRange},0))))`, most > 0 && at >= 0 ? starts[at]!.value : "");
  const bestAt: Term<number> = cell(bestCell, best.value === "" ? 0 : best.value);
  const { score, converted } = scoring.columns;
  const { yes, no } = context.text.tables;
  const above = than(score, ">=", bestAt);
  const open = countifs(above, is(converted, literal(no)));
  const leads = countifs(above, ...guard);
  const won = countifs(above, is(converted, literal(yes)), ...guard);
  const safe = (top: Term<number>, bottom: Term<number>): Term<number> => call(`IF(${bottom.text}=0,0,${top.text}/${bottom.text})`, bottom.value === 0 ? 0 : top.value / bottom.value);
  const rate = safe(won, leads);
  const said = sentence(words.suggestion, {
    from: numberText(bestAt, 2), open: numberText(open), rate: percentText(rate, 1),
    lift: numberText(safe(rate, safe(counted.converted, counted.leads)), 1), share: percentText(safe(won, counted.converted)),
    j: numberText(rounded(call(`MAX(${jRange})`, most), 2), 2),
  });
  const enough = isEnough(parts);
  const none = `IF(${enough.text},${literalText(words.noThreshold)},${literalText(words.tooFew)})`;
  return {
    best,
    suggestion: call(`IF(${bestAt.text}="",${none},${said.text})`, best.value === "" ? (enough.value ? words.noThreshold : words.tooFew) : said.value),
  };
}

function chartOf({ words }: ReviewParts): Block {
  const of = (header: string) => ({ table: bandsTableName, column: header });
  return {
    kind: "chart", across: 8, down: 15,
    chart: {
      name: "ScoreBandConversion", kind: "combo", title: words.chartTitle, alt: words.chartAlt, legend: true, format: "percent", axisMin: 0, axisMax: 1,
      series: [
        { name: words.bands.rate, categories: of(words.bands.band), values: of(words.bands.rate), colour: "teal", draw: "bar", labels: true },
        { name: words.bands.overall, categories: of(words.bands.band), values: of(words.bands.overall), colour: "orange", draw: "line" },
      ],
    },
  };
}

