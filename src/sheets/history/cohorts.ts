// What became of the deals of each month, and how soon were they won?

import { numberText, dayText, monthText, percentText, sentence } from "../../formula/sentence";
import { add, assured, call, dayTerm, literal, literalText, ratio, reference, subtract, type Figure, type Term } from "../../formula/term";
import { newest } from "../../formula/aggregate";
import { thisRow, type Column } from "../../formula/column";
import { hasNumbers, sideBySide } from "../../formula/side-by-side";
import { cohortHorizons, createdCohort, enteredCohort, monthFrom, shareWithin, tellsDaysToWin, type Cohort, type CohortSpan } from "../../metrics/month-cohorts";
import { addMonths, monthStart } from "../../values";
import { gap, grid, show, type Block } from "../block";
import { figures, reportTable } from "../report-table";
import { across, note, section, type HistoryParts } from "./parts";

const cohortName = "MonthCohorts";
/** Twelve complete months and the one that runs. */
const months = 13;
const said = 90;

/** How a cohort is counted, and what its table says of it. */
interface Basis {
  readonly note: string;
  readonly isTimed: boolean;
  /** Why it is not known how soon deals were won. */
  readonly untimed: string;
  cohort(span: CohortSpan): Cohort;
}

export function cohortBlocks(parts: HistoryParts): readonly Block[] {
  const { words } = parts;
  const basis = basisOf(parts);
  if (!basis) return [section(words.cohortTitle), note(parts.model ? words.noCohort : words.noCohortDeals), gap()];
  const headers = words.cohort;
  const { asOf } = parts.context.model.settings;
  const starts = Array.from({ length: months }, (_, index) => startOf(parts, months - 1 - index));
  const here = starts.map(({ value }) => reference(thisRow(cohortName, headers.starts), value));
  const cohorts = here.map((start) => basis.cohort(monthFrom(start)));
  const own = (header: string, term: Term<number> | undefined) => reference(thisRow(cohortName, header), term?.value ?? 0);
  const shares = cohortHorizons.map((days) => cohorts.map((cohort, row): Term<Figure> | null => {
    const start = here[row];
    return start && basis.isTimed ? shareWithin(cohort.wonWithin(days), own(headers.deals, cohort.deals), start, days, asOf) : null;
  }));
  const open = cohorts.map(({ deals, won, lost }) => subtract(subtract(own(headers.deals, deals), own(headers.won, won)), own(headers.lost, lost)));
  const within = [headers.d30, headers.d60, headers.d90, headers.d180];
  const id = (days: number) => starts.map((_, row) => `history cohort ${days} ${row}`);
  return [
    section(words.cohortTitle),
    grid([[show("sentence", saying(parts, basis), { across })]], [22]),
    note(basis.note),
    reportTable(cohortName, headers.month, [
      { ...figures(headers.month, "text", here.map(monthText), "label"), ids: starts.map((_, row) => `history cohort month ${row}`) },
      figures(headers.starts, "day", starts),
      figures(headers.deals, "count", cohorts.map(({ deals }) => deals)), figures(headers.won, "count", cohorts.map(({ won }) => won)), figures(headers.lost, "count", cohorts.map(({ lost }) => lost)),
      figures(headers.open, "count", open),
      figures(headers.now, "percent", cohorts.map(({ deals, won }) => ratio(own(headers.won, won), own(headers.deals, deals)))),
      ...cohortHorizons.map((days, at) => ({ ...figures(within[at] ?? "", "percent", shares[at] ?? []), ids: id(days) })),
    ]),
    gap(),
    ...chart(parts, shares[cohortHorizons.indexOf(said)] ?? []),
  ];
}

/** Created days where they tell deals apart, else the stage history; null without either. */
function basisOf({ context, model, words }: HistoryParts): Basis | null {
  if (model && hasSeveral(model.deals.columns.created)) {
    return { note: words.cohortCreated, isTimed: hasNumbers(model.deals.columns.cycle), untimed: words.noCycle, cohort: (span) => createdCohort(model, span) };
  }
  const { moves } = context.model;
  const knowsWon = context.model.stages.rows.some(({ outcome }) => outcome === "won");
  if (moves && knowsWon && !moves.fromSnapshots && moves.cohort.values.some((value) => typeof value === "number")) {
    const isTimed = tellsDaysToWin(context.model.stages, moves);
    return { note: words.cohortEntered, isTimed, untimed: context.text.tables.groups.needsEach(words.cohortTitle), cohort: (span) => enteredCohort(context.model, moves, span) };
  }
  return null;
}

/** Whether the records have more than one day: a group shows its first. */
function hasSeveral(days: Column): boolean {
  if (!days.grouping) return new Set(days.values.filter((value) => typeof value === "number")).size > 1;
  const shown = sideBySide(days)?.columns[0];
  const known = new Set(shown?.filter((value) => typeof value === "number"));
  const last = newest(days).value;
  return last !== "" && (!shown || known.size > 1 || !known.has(last));
}

/** `EDATE(AsOf-DAY(AsOf)+1,-n)`: the first day of the month so many before that of the as-of day. */
function startOf({ context }: HistoryParts, back: number): Term<number> {
  const { text, value } = context.model.settings.asOf;
  return call(`EDATE(${text}-DAY(${text})+1,-${back})`, addMonths(monthStart(value), -back) as number);
}

/** Over all deals of these months that have had their 90 days, one by one. */
function saying(parts: HistoryParts, basis: Basis): Term<string> {
  const { words, context } = parts;
  if (!basis.isTimed) return literal(basis.untimed);
  const asOf = dayTerm(context.model.settings.asOf);
  const { deals, wonWithin } = basis.cohort({ from: startOf(parts, months - 1), before: add(subtract(asOf, literal(said)), literal(1)) });
  const won = wonWithin(said);
  const share = ratio(won, deals);
  const told = sentence(words.cohortSaid, { day: dayText(asOf), share: percentText(assured(share), 1), won: numberText(won), deals: numberText(deals) });
  return call(`IF(${deals.text}=0,${literalText(words.cohortNone)},${told.text})`, deals.value === 0 ? words.cohortNone : told.value);
}

/** Months whose deals have all had their 90 days: they come first. */
function chart({ words }: HistoryParts, shares: readonly (Term<Figure> | null)[]): readonly Block[] {
  const known = shares.filter((term) => term !== null && term.value !== "").length;
  const first = shares.findIndex((term) => term !== null && term.value !== "");
  const last = shares.findLastIndex((term) => term !== null && term.value !== "");
  if (known < 2) return [];
  const area = (what: string) => ({ from: `history cohort ${what} ${first}`, to: `history cohort ${what} ${last}` });
  return [{
    kind: "chart", across: 7, down: 14,
    chart: {
      name: "CohortWins", kind: "column", title: words.cohortChart, alt: words.cohortAlt, legend: false, format: "percent", axisMin: 0,
      series: [{ name: words.cohort.d90, categories: area("month"), values: area(String(said)), colour: "teal", labels: true }],
    },
  }, gap()];
}
