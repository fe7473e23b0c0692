// Acquisition cost by channel: sources are mapped to channels by hand, spend and new customers follow.

import { column, thisRow } from "../../formula/column";
import { is, type Criterion } from "../../formula/criteria";
import { sideBySide } from "../../formula/side-by-side";
import { call, cell, literal, literalText, reference, whenNumbers, type Figure, type Term } from "../../formula/term";
import { largestFirst } from "../../metrics/largest-first";
import { cac, ltvToCac, payback } from "../../metrics/ltv";
import { spent, startedIn } from "../../metrics/spend";
import type { CellValue } from "../../values";
import { isTyped, readTable } from "../any-language";
import { firstAndTyped } from "../first-and-typed";
import { gap, type Block, type ColumnSpec, type RuleSpec, type SheetSpec } from "../block";
import { figures, fixed, reportTable } from "../report-table";
import type { Acquisition } from "./acquisition";
import { settingTerm } from "./inputs";
import { missing, note, section, type ValueParts } from "./parts";

export const sourcesTableName = "ChannelMap";
const channelsTableName = "ChannelValue";
const mostSources = 40;

interface SourceRow {
  readonly source: string;
  readonly channel: string;
  readonly spend: Term<number>;
  readonly spendLately: Term<Figure>;
  readonly customers: Term<Figure>;
  readonly customersLately: Term<Figure>;
}

interface ChannelBlocks {
  readonly blocks: readonly Block[];
  readonly sources: readonly Block[];
  readonly rules: NonNullable<SheetSpec["rules"]>;
}

export function channelBlocks(parts: ValueParts, acquisition: Acquisition): ChannelBlocks {
  const { words } = parts;
  const { spend } = acquisition;
  const none = { sources: [], rules: [] };
  if (!spend || acquisition.counts.size === 0) return { blocks: [], ...none };
  const all = sourcesOf(acquisition);
  if (!spend.channel || all.length === 0) return { blocks: [section(words.channels.title), missing(words.channels.needs)], ...none };
  const typed = typedChannels(parts.context);
  const names = firstAndTyped(all, mostSources, (name) => String(typed.get(name.toLowerCase()) ?? "").toLowerCase() !== name.toLowerCase() && typed.has(name.toLowerCase()));
  const rows = sourceRows(parts, acquisition, names, typed);
  const channels = [...new Map(rows.map(({ channel }) => [channel.toLowerCase(), channel])).values()];
  return {
    blocks: [section(words.channels.title), note(words.channels.note, 2), channelTable(parts, channels, rows), gap(), chart(parts)],
    sources: [section(words.channels.mapTitle), note(all.length > names.length ? words.channels.mapMost.replace("{n}", String(names.length)).replace("{all}", String(all.length)) : words.channels.mapNote), sourceTable(parts, rows, channels)],
    rules: rulesOf(parts),
  };
}

/** Names of sources in the spend and in whatever new customers are counted by, those with most rows first. */
function sourcesOf({ spend, counts }: Acquisition): readonly string[] {
  const columns = [spend?.channel, ...[...counts.values()].map(({ source }) => source)];
  const found = new Map<string, { readonly name: string; rows: number }>();
  for (const one of columns) {
    const { columns: [values = []], records } = (one && sideBySide(one)) ?? { columns: [], records: [] };
    values.forEach((value, row) => {
      if (typeof value !== "string" || value.trim() === "") return;
      const known = found.get(value.toLowerCase());
      if (known) known.rows += records[row]!;
      else found.set(value.toLowerCase(), { name: value, rows: records[row]! });
    });
  }
  return [...found.values()].sort(largestFirst(({ rows }) => rows, ({ name }) => name)).map(({ name }) => name);
}

/** The channel beside each source in lower case. */
function typedChannels({ memory }: ValueParts["context"]): ReadonlyMap<string, CellValue> {
  const typed = readTable(memory.tables.get(sourcesTableName), ({ value }) => value.channels.map);
  return new Map(typed.rows.map((row) => [String(typed.value(row, "source") ?? "").toLowerCase(), typed.value(row, "channel")]));
}

function sourceRows({ words }: ValueParts, { spend, counts, by, window }: Acquisition, names: readonly string[], before: ReadonlyMap<string, CellValue>): readonly SourceRow[] {
  const after = cell("value.spend.after", window.spendAfter.value);
  const until = cell("value.spend.until", window.spendUntil.value);
  return names.map((source): SourceRow => {
    const own = reference(thisRow(sourcesTableName, words.channels.map.source), source);
    const channel = before.has(source.toLowerCase()) ? before.get(source.toLowerCase()) : source;
    const ofSpend: readonly Criterion[] = spend?.channel ? [is(spend.channel, own)] : [];
    const counted = (which: "all" | "lately"): Term<Figure> => {
      const cases = [...counts].map(([key, count]) => {
        const of = count[which];
        const term: Term<Figure> = count.source && of ? of(is(count.source, own)) : literal("");
        return { key, term };
      });
      const text = cases.reduceRight((otherwise, { key, term }) => `IF(ValueCountBy=${literalText(words.acquisition.countings[key])},${term.text},${otherwise})`, '""');
      return call(text, cases.find(({ key }) => key === by)?.term.value ?? "");
    };
    return {
      source, channel: isTyped(channel ?? null) ? String(channel) : "",
      spend: spend ? spent(spend, ...ofSpend) : literal(0),
      spendLately: spend?.start ? spent(spend, ...startedIn(spend.start, after, until), ...ofSpend) : literal(""),
      customers: counted("all"), customersLately: counted("lately"),
    };
  });
}

function sourceTable({ words }: ValueParts, rows: readonly SourceRow[], channels: readonly string[]): Block {
  const headers = words.channels.map;
  const channel: ColumnSpec = { name: headers.channel, owner: "user", format: "text", look: "input", contents: rows.map((row) => (row.channel === "" ? null : row.channel)) };
  return {
    kind: "table",
    table: {
      name: sourcesTableName, kind: "form", key: [headers.source], filter: false, style: "form",
      columns: [
        fixed(headers.source, "text", rows.map((row) => row.source), "label"), channel,
        figures(headers.spend, "money", rows.map((row) => row.spend)), figures(headers.customers, "count", rows.map((row) => row.customers)),
        figures(headers.spendLately, "money", rows.map((row) => row.spendLately)), figures(headers.customersLately, "count", rows.map((row) => row.customersLately)),
        // Channels typed since the last build have no row above yet.
        figures(headers.shown, "text", rows.map((row) => {
          const here = thisRow(sourcesTableName, headers.channel);
          const listed = `SUMPRODUCT(--(${column(channelsTableName, words.channels.columns.channel, []).text}=${here}))>0`;
          return call(`IF(${here}="",${literalText(words.channels.unmapped)},IF(${listed},${literalText(words.channels.isShown)},${literalText(words.channels.atRefresh)}))`, row.channel === "" ? words.channels.unmapped : channels.some((one) => one.toLowerCase() === row.channel.toLowerCase()) ? words.channels.isShown : words.channels.atRefresh);
        })),
      ],
    },
  };
}

function channelTable({ words, used, ltv, context }: ValueParts, channels: readonly string[], rows: readonly SourceRow[]): Block {
  const { columns: headers, map } = words.channels;
  const names = channels.map((name) => (name === "" ? words.channels.unmapped : name));
  const at = (header: string) => column(sourcesTableName, header, []).text;
  const own = (header: string, value: Figure): Term<Figure> => reference(thisRow(channelsTableName, header), value);
  const targets = { ratio: settingTerm(context, "ratioTarget"), months: settingTerm(context, "paybackTarget") };
  const made = channels.map((channel) => {
    const isHere = (row: SourceRow) => row.channel.toLowerCase() === channel.toLowerCase();
    const here = `(${at(map.channel)}=${channel === "" ? '""' : thisRow(channelsTableName, headers.channel)})`;
    // "" where no source of the channel has a number: unknown is not zero.
    const sum = (header: string, value: (row: SourceRow) => Figure): Term<Figure> => {
      const known = rows.filter(isHere).map(value).filter((one): one is number => one !== "");
      return call(`IF(SUMPRODUCT(${here}*ISNUMBER(${at(header)}))=0,"",SUMPRODUCT(${here}*1,${at(header)}))`, known.length === 0 ? "" : known.reduce((total, one) => total + one, 0));
    };
    const terms = { spend: sum(map.spend, (row) => row.spend.value), customers: sum(map.customers, (row) => row.customers.value), spendLately: sum(map.spendLately, (row) => row.spendLately.value), customersLately: sum(map.customersLately, (row) => row.customersLately.value) };
    const blended = costOf(own(headers.spend, terms.spend.value), own(headers.customers, terms.customers.value));
    const shifted = costOf(own(headers.spendLately, terms.spendLately.value), own(headers.customersLately, terms.customersLately.value));
    const [a, b] = [own(headers.shifted, shifted.value), own(headers.blended, blended.value)];
    const cost = call(`IF(ISNUMBER(${a.text}),${a.text},${b.text})`, shifted.value !== "" ? shifted.value : blended.value) as Term<Figure>;
    const costHere: Term<Figure> = cost;
    const share = whenNumbers([ltv, costHere], (v, c) => ltvToCac(v, c) as Term<number>);
    const months = whenNumbers([costHere, used.revenue, used.margin], (c, r, m) => payback(c, r, m) as Term<number>);
    return { ...terms, blended, shifted, share, months, verdict: verdictOf(own(headers.ratio, share.value), own(headers.months, months.value), own(headers.spend, terms.spend.value), own(headers.customers, terms.customers.value), targets, words) };
  });
  const of = (key: keyof (typeof made)[number]) => made.map((row) => row[key]);
  return reportTable(channelsTableName, headers.channel, [
    fixed(headers.channel, "text", names, "label"),
    figures(headers.spend, "money", of("spend")), figures(headers.customers, "count", of("customers")), figures(headers.blended, "money", of("blended")),
    figures(headers.spendLately, "money", of("spendLately")), figures(headers.customersLately, "count", of("customersLately")), figures(headers.shifted, "money", of("shifted")),
    figures(headers.ratio, "ratio", of("share")), figures(headers.months, "decimal", of("months")), figures(headers.verdict, "text", of("verdict"), "centred"),
  ]);
}

/** A channel that costs nothing has no cost to compare: "" rather than 0. */
function costOf(spend: Term<Figure>, customers: Term<Figure>): Term<Figure> {
  const made = whenNumbers([spend, customers], (s, n) => cac(s, n) as Term<number>);
  return call(`IF(N(${spend.text})=0,"",${made.text})`, spend.value === 0 || spend.value === "" ? "" : made.value);
}

function verdictOf(share: Term<Figure>, months: Term<Figure>, spend: Term<Figure>, customers: Term<Figure>, targets: { readonly ratio: Term<number>; readonly months: Term<number> }, { verdicts }: ValueParts["words"]): Term<string> {
  const isSound = share.value !== "" && share.value >= targets.ratio.value && (months.value === "" || months.value <= targets.months.value);
  const now = (Number(spend.value) || 0) === 0 ? verdicts.noSpend : (Number(customers.value) || 0) === 0 ? verdicts.noCustomer
    : share.value === "" ? verdicts.noLtv : isSound ? verdicts.sound : share.value >= 1 ? verdicts.thin : verdicts.loss;
  const soon = `OR(NOT(ISNUMBER(${months.text})),N(${months.text})<=${targets.months.text})`;
  return call(
    `IF(N(${spend.text})=0,${literalText(verdicts.noSpend)},IF(N(${customers.text})=0,${literalText(verdicts.noCustomer)},IF(NOT(ISNUMBER(${share.text})),${literalText(verdicts.noLtv)},IF(AND(${share.text}>=${targets.ratio.text},${soon}),${literalText(verdicts.sound)},IF(${share.text}>=1,${literalText(verdicts.thin)},${literalText(verdicts.loss)})))))`,
    now,
  );
}

function chart({ words }: ValueParts): Block {
  const { columns: headers, chartTitle, chartAlt } = words.channels;
  const of = (header: string) => ({ table: channelsTableName, column: header });
  return {
    kind: "chart", across: 8, down: 14,
    chart: {
      name: "ChannelCost", kind: "column", title: chartTitle, alt: chartAlt, legend: true, format: "money", axisMin: 0,
      series: [
        { name: headers.blended, categories: of(headers.channel), values: of(headers.blended), colour: "grey" },
        { name: headers.shifted, categories: of(headers.channel), values: of(headers.shifted), colour: "teal" },
      ],
    },
  };
}

function rulesOf({ words }: ValueParts): readonly RuleSpec[] {
  const area = { table: channelsTableName, column: words.channels.columns.verdict };
  const { verdicts } = words;
  return [
    { kind: "equals", area, text: verdicts.sound, tone: "good" }, { kind: "equals", area, text: verdicts.thin, tone: "fair" }, { kind: "equals", area, text: verdicts.loss, tone: "bad" },
    { kind: "equals", area, text: verdicts.noCustomer, tone: "bad" }, { kind: "equals", area, text: verdicts.noSpend, tone: "muted" }, { kind: "equals", area, text: verdicts.noLtv, tone: "muted" },
  ];
}
