// When are open deals expected to close, and what are they worth by then?

import { countifs, knownSumifs } from "../../formula/aggregate";
import { thisRow } from "../../formula/column";
import { isEmpty, than, type Criterion } from "../../formula/criteria";
import { monthText } from "../../formula/sentence";
import { call, dayTerm, literal, reference, type Figure, type Term } from "../../formula/term";
import { outcomeIs, weightedAmount } from "../../metrics/deals";
import { addMonths, monthStart, type Day } from "../../values";
import { grid, show, type Block } from "../block";
import { figures, reportTable } from "../report-table";
import { anyNumber, picture, seriesOf, type DashboardParts, type Picture } from "./parts";

const expectedName = "ExpectedClose";
/** Months ahead, this one included. */
const ahead = 6;

interface ExpectedBlocks {
  readonly chart: Picture;
  /** Empty where no open deal has an expected close. */
  readonly table: readonly Block[];
}

export function expectedBlocks(parts: DashboardParts): ExpectedBlocks {
  const { model, words } = parts;
  const { columns } = model.deals;
  const headers = words.expected;
  const dated = countifs(outcomeIs(model, "open"), than(columns.due, ">", literal(0)));
  if (dated.value === 0) return { chart: { why: words.missing.expected }, table: [] };
  const rows = rowsOf(parts);
  const open = outcomeIs(model, "open");
  const deals = rows.map((row) => countifs(open, ...row.criteria));
  const amounts = rows.map((row) => knownSumifs(columns.amount, open, ...row.criteria));
  const weighted = rows.map((row) => weightedAmount(model, ...row.criteria));
  return {
    chart: expectedChart(parts, weighted, amounts),
    table: [
      grid([[show("section", words.expectedTitle, { across: 6 })]]),
      reportTable(expectedName, headers.when, [
        figures(headers.when, "text", rows.map((row) => row.when), "label"),
        figures(headers.from, "day", rows.map((row) => row.from)),
        figures(headers.before, "day", rows.map((row) => row.before)),
        figures(headers.deals, "count", deals),
        figures(headers.amount, "money", amounts),
        figures(headers.weighted, "money", weighted),
      ]),
    ],
  };
}

interface ExpectedRow {
  readonly when: string | Term<string>;
  readonly from: Term<number> | null;
  readonly before: Term<number> | null;
  readonly criteria: readonly Criterion[];
}

/** Overdue, the months ahead (this one from the as-of day on), later, and without a date: together all open deals. */
function rowsOf({ model, words }: DashboardParts): readonly ExpectedRow[] {
  const { due } = model.deals.columns;
  const { asOf } = model.settings;
  const here = (header: string, value: Term<number>) => reference(thisRow(expectedName, header), value.value);
  const from = (start: Term<number>) => than(due, ">=", here(words.expected.from, start));
  const before = (end: Term<number>) => than(due, "<", here(words.expected.before, end));
  const edges = Array.from({ length: ahead + 1 }, (_, month) => (month === 0 ? dayTerm(asOf) : monthEdge(asOf, month)));
  const months = edges.slice(0, ahead).map((start, month): ExpectedRow => {
    const end = edges[month + 1] ?? start;
    return { when: monthText(here(words.expected.from, start)), from: start, before: end, criteria: [from(start), before(end)] };
  });
  const first = dayTerm(asOf);
  const last = edges[ahead] ?? first;
  return [
    { when: words.expectedRows.overdue, from: null, before: first, criteria: [before(first)] },
    ...months,
    { when: words.expectedRows.later, from: last, before: null, criteria: [from(last)] },
    { when: words.expectedRows.none, from: null, before: null, criteria: [isEmpty(due)] },
  ];
}

/** The first day of a month ahead: `EOMONTH(AsOf,0)+1`. */
function monthEdge(asOf: Term<Day>, month: number): Term<number> {
  return call(`EOMONTH(${asOf.text},${month - 1})+1`, addMonths(monthStart(asOf.value), month) as number);
}

function expectedChart({ words }: DashboardParts, weighted: readonly Term<Figure>[], amounts: readonly Term<Figure>[]): Picture {
  const { charts, expected } = words;
  const series = (header: string, name: string, colour: string) => seriesOf(expectedName, expected.when, header, { name, colour });
  const common = { name: "ExpectedClose", title: charts.expected, alt: charts.alt.expected } as const;
  const deals = seriesOf(expectedName, expected.when, expected.deals, { name: charts.deals, colour: "blue", labels: true });
  if (!anyNumber(amounts)) return picture({ ...common, format: "count", series: [deals] });
  const worth = series(expected.amount, charts.amount, "blue");
  if (!anyNumber(weighted)) return picture({ ...common, format: "money", series: [worth] });
  return picture({ ...common, format: "money", legend: true, series: [worth, series(expected.weighted, charts.weighted, "amber")] });
}
