// Lifetime value by contract (or segment), and what a longer lifetime would add.

import { countifs } from "../../formula/aggregate";
import { thisRow, type Column } from "../../formula/column";
import { is } from "../../formula/criteria";
import { sideBySide } from "../../formula/side-by-side";
import { call, literal, ratio, reference, whenNumbers, type Figure, type Term } from "../../formula/term";
import { leftOf, lostShare, perMonth, revenuePerMonth } from "../../metrics/account-value";
import { largestFirst } from "../../metrics/largest-first";
import { ltv } from "../../metrics/ltv";
import { grid, show, type Block, type Cell } from "../block";
import { figures, fixed, reportTable } from "../report-table";
import { accountColumns } from "./assumptions";
import { numberCell, settingTerm, typedTerm } from "./inputs";
import { fieldColumn, note, section, width, type ValueParts } from "./parts";

const segmentsTableName = "ValueBySegment";
const mostSegments = 12;

/** Fields that may tell kinds of customers apart, the likeliest to decide their churn first. */
const segmentFields = ["contract", "segment", "product", "industry", "type"] as const;

export function segmentBlocks(parts: ValueParts): readonly Block[] {
  const { context, words, used } = parts;
  const accounts = accountColumns(context);
  const by = segmentFields.flatMap((field) => fieldColumn(context, "account", field) ?? []).find((column) => namesIn(column).length > 1);
  if (!by || !accounts.churned || !accounts.monthly) return [];
  const { columns: headers } = words.segments;
  const all = namesIn(by);
  const names = all.slice(0, mostSegments);
  const of = (name: string) => is(by, reference(thisRow(segmentsTableName, headers.name), name));
  const own = (header: string, value: Figure): Term<Figure> => reference(thisRow(segmentsTableName, header), value);
  const rows = names.map((name) => {
    const criterion = of(name);
    const share = lostShare(accounts, criterion);
    const monthly = perMonth(own(headers.churn, share.value), settingTerm(context, "churnMonths"));
    const revenue = revenuePerMonth(accounts, criterion);
    const lost = own(headers.monthly, monthly.value);
    const earns = own(headers.revenue, revenue.value);
    const value = whenNumbers([earns, lost], (r, l) => ltv("margin-churn", r, literal(1), l, literal(0)) as Term<number>);
    return {
      customers: countifs(criterion), left: leftOf(accounts, criterion)?.left ?? literal(0), share, monthly, revenue,
      months: ratio(literal(1), lost), value, margin: whenNumbers([earns, used.margin, lost], (r, m, l) => ltv("margin-churn", r, m, l, literal(0)) as Term<number>),
    };
  });
  return [
    section(words.segments.title.replace("{field}", by.text.replace(/^.*\[\[?|\]?\]$/g, ""))),
    note(all.length > mostSegments ? words.segments.noteMost.replace("{n}", String(mostSegments)).replace("{all}", String(all.length)) : words.segments.note),
    reportTable(segmentsTableName, headers.name, [
      fixed(headers.name, "text", names, "label"),
      figures(headers.customers, "count", rows.map((row) => row.customers)), figures(headers.left, "count", rows.map((row) => row.left)),
      figures(headers.churn, "percent", rows.map((row) => row.share)), figures(headers.monthly, "percent", rows.map((row) => row.monthly)),
      figures(headers.revenue, "decimal", rows.map((row) => row.revenue)), figures(headers.months, "decimal", rows.map((row) => row.months)),
      figures(headers.value, "money", rows.map((row) => row.value)), figures(headers.margin, "money", rows.map((row) => row.margin)),
    ]),
  ];
}

/** The article's step: from 18 to 24 months it says +30 %, the arithmetic +33.3 %. */
export function derivationBlocks({ context, words, used }: ValueParts): readonly Block[] {
  const { labels, notes, title, note: about } = words.derivation;
  const before = typedTerm(context, "before");
  const after = typedTerm(context, "after");
  const claim = typedTerm(context, "claim");
  const figure = (term: Term): Term<Figure> => ({ ...term, value: typeof term.value === "number" ? term.value : "" });
  const worth = (months: Term) => whenNumbers([used.revenue, used.margin, figure(months)], (r, m, l) => ltv("lifetime", r, m, l, literal(0)) as Term<number>);
  const change = ofPositive(before, after, "A/B-1", (b, a) => a / b - 1);
  const enough = ofPositive(before, claim, "B*(1+A)", (b, c) => b * (1 + c));
  const line = (key: keyof typeof labels, cell: Cell): readonly Cell[] => [show("label", labels[key]), cell, show("label", notes[key], { across: width - 2 })];
  return [
    section(title),
    note(about),
    grid([
      line("before", numberCell(context, "before", { format: "decimal" })), line("after", numberCell(context, "after", { format: "decimal" })),
      line("worthBefore", show("value", worth(before), { format: "money" })), line("worthAfter", show("value", worth(after), { format: "money" })),
      line("change", show("total", change, { format: "change", id: "value.derived.change" })),
      line("claim", numberCell(context, "claim", { format: "change" })), line("enough", show("value", enough, { format: "decimal" })),
    ]),
  ];
}

/** A formula of B (above 0) and A; "" where one of them is no number. */
function ofPositive(b: Term, a: Term, pattern: string, work: (b: number, a: number) => number): Term<Figure> {
  const isKnown = typeof a.value === "number" && typeof b.value === "number" && b.value > 0;
  const text = pattern.replace(/[AB]/g, (letter) => (letter === "A" ? a.text : b.text));
  return call(`IF(COUNT(${a.text},${b.text})<2,"",IF(${b.text}<=0,"",${text}))`, isKnown ? work(Number(b.value), Number(a.value)) : "");
}

function namesIn(column: Column): readonly string[] {
  const counts = new Map<string, { readonly name: string; count: number }>();
  const { columns: [values = []], records } = sideBySide(column) ?? { columns: [], records: [] };
  values.forEach((value, row) => {
    if (typeof value !== "string" || value === "") return;
    const known = counts.get(value.toLowerCase());
    if (known) known.count += records[row]!;
    else counts.set(value.toLowerCase(), { name: value, count: records[row]! });
  });
  return [...counts.values()].sort(largestFirst(({ count }) => count, ({ name }) => name)).map(({ name }) => name);
}
