// Win rate, amount and cycle by source, product, region, team, type, rep and size.

import { thisRow } from "../../formula/column";
import { is, isNot, than, type Criterion } from "../../formula/criteria";
import { call, literal, reference, subtract, whenNumbers, type Figure, type Term } from "../../formula/term";
import { amount, deals } from "../../metrics/deals";
import { valuesOf } from "../../metrics/reasons";
import { wonSizeLimits } from "../../metrics/size-limits";
import { meanCycle } from "../../metrics/sales-cycle";
import { averageWon, shareWon } from "../../metrics/win-rate";
import { gap, grid, input, show, type Block, type Cell, type RuleSpec } from "../block";
import { measured } from "../measured";
import { figures, fixed } from "../report-table";
import { across, section, tooMany, winLossNames, withChart, type WinLossParts } from "./parts";

const dimensions = ["source", "product", "region", "team", "type", "owner"] as const;
type Dimension = (typeof dimensions)[number] | "size";

/** Of each dimension. */
const mostValues = 10;
/** More than these have no room in a chart. */
const mostBars = 36;

interface Segment {
  readonly by: Dimension;
  readonly name: string;
  readonly only: readonly Criterion[];
}

export function segmentBlocks(parts: WinLossParts): readonly Block[] {
  const { words } = parts;
  const { sizes, found, segments } = allSegments(parts);
  const left = found.filter(({ all, shown }) => all > shown.length);
  const unknown = [...found.filter(({ isUnknown }) => isUnknown).map(({ by }) => tooMany(parts, words.dimensions[by])), ...(inCurrencies(parts) ? [parts.context.text.tables.groups.currencies(words.dimensions.size)] : [])];
  const { prompts } = words;
  return [
    section(words.segmentsTitle, words.segmentsNote),
    ...left.map(({ by, all, shown }) => grid([[show("note", words.moreSegments.replace("{by}", words.dimensions[by]).replace("{n}", String(shown.length)).replace("{all}", String(all)), { across })]], [18])),
    ...unknown.map((why) => grid([[show("note", why, { across })]], [18])),
    fewInput(parts),
    ...(sizes ? [grid([
      line(words.small, input(winLossNames.small, sizes.small.value, { format: "money", allowed: { kind: "number", min: 0, max: 1e15, whole: false, prompt: prompts.size } })),
      line(words.large, input(winLossNames.large, sizes.large.value, { format: "money", allowed: { kind: "number", min: 0, max: 1e15, whole: false, prompt: prompts.size } })),
    ])] : []),
    gap(),
    ...(segments.length === 0 ? [] : [withRates(parts, segments)]),
  ];
}

/** The cell that says from how many closed deals a rate counts; competitors use it too. */
export function fewInput({ words, few }: WinLossParts): Block {
  return grid([line(words.few, input(winLossNames.few, few.value, { allowed: { kind: "number", min: 1, max: 100_000, whole: true, prompt: words.prompts.few } }))]);
}

/** A rate of few deals is marked in words. */
export function segmentRules(parts: WinLossParts): readonly RuleSpec[] {
  const { words } = parts;
  if (allSegments(parts).segments.length === 0) return [];
  return [{ kind: "equals", area: { table: winLossNames.segments, column: words.segments.note }, text: words.fewWord, tone: "muted" }];
}

function allSegments(parts: WinLossParts) {
  const sizes = sizesOf(parts);
  const found = dimensions.map((by) => segmentsOf(parts, by));
  return { sizes, found, segments: [...found.flatMap(({ shown }) => shown), ...sizeSegments(parts, sizes)] };
}

function line(label: string, cell: Cell): readonly Cell[] {
  return [show("label", label, { across: 2 }), cell];
}

function segmentsOf({ context, model, words }: WinLossParts, by: (typeof dimensions)[number]): { readonly by: Dimension; readonly all: number; readonly shown: readonly Segment[]; readonly isUnknown?: true } {
  const column = by === "owner" ? model.deals.columns.owner : context.data.get("deal")?.fields.get(by);
  if (!column) return { by, all: 0, shown: [] };
  const values = valuesOf(column, isNot(model.deals.columns.outcome, literal(model.words.outcome.open)));
  if (!values) return { by, all: 0, shown: [], isUnknown: true };
  const own = thisRow(winLossNames.segments, words.segments.segment);
  const shown = values.slice(0, mostValues).map(({ text }): Segment => ({ by, name: text, only: [is(column, reference(own, text))] }));
  return { by, all: values.length, shown };
}

interface Sizes {
  readonly small: Term<number>;
  readonly large: Term<number>;
}

/** The limits typed before, else thirds of the won amounts; null without amounts. */
function sizesOf(parts: WinLossParts): Sizes | null {
  const { context, model } = parts;
  const typed = [winLossNames.small, winLossNames.large].map((name) => context.memory.inputs.get(name));
  if (inCurrencies(parts)) return null;
  const first = typed.every((value) => typeof value === "number") ? null : wonSizeLimits(model);
  if (!first && typed.every((value) => typeof value !== "number")) return null;
  const of = (name: string, at: 0 | 1) => reference(name, typeof typed[at] === "number" ? typed[at] : (first?.[at] ?? 0));
  return { small: of(winLossNames.small, 0), large: of(winLossNames.large, 1) };
}

/** Groups of deals in several currencies do not tell how many are worth so much in the reporting one. */
function inCurrencies({ context, model }: WinLossParts): boolean {
  return context.data.get("deal")?.rates !== undefined && model.deals.columns.amount.grouping !== undefined;
}

function sizeSegments({ model, words }: WinLossParts, sizes: Sizes | null): readonly Segment[] {
  if (!sizes) return [];
  const { amount: amounts } = model.deals.columns;
  const { small, large } = sizes;
  const bands = [["small", [than(amounts, "<", small)]], ["medium", [than(amounts, ">=", small), than(amounts, "<", large)]], ["large", [than(amounts, ">=", large)]]] as const;
  return bands.map(([size, only]): Segment => ({ by: "size", name: words.sizes[size], only }));
}

/** With a chart where it can be read. */
function withRates(parts: WinLossParts, segments: readonly Segment[]): Block {
  const { words } = parts;
  const table = segmentTable(parts, segments);
  if (segments.length > mostBars) return table;
  return withChart(table, { name: "WinRatesChart", title: words.rateTitle, alt: words.rateAlt, format: "percent", table: winLossNames.segments, categories: words.segments.segment, values: words.segments.rate, rows: segments.length });
}

function segmentTable({ context, model, words, few }: WinLossParts, segments: readonly Segment[]): Block {
  const headers = words.segments;
  const own = <V extends Figure>(name: string, value: V) => reference(thisRow(winLossNames.segments, name), value);
  const won = segments.map(({ only }) => deals(model, "won", ...only));
  const lost = segments.map(({ only }) => deals(model, "lost", ...only));
  const rate = segments.map((_, at) => shareWon(own(headers.won, won[at]!.value), own(headers.lost, lost[at]!.value)));
  const overall = measured(context, "win-rate");
  const note = segments.map((_, at) => fewNote(own(headers.won, won[at]!.value), own(headers.lost, lost[at]!.value), few, words.fewWord));
  return {
    kind: "table",
    table: {
      name: winLossNames.segments, kind: "mirror", key: [headers.by, headers.segment], filter: true, style: "report",
      columns: [
        fixed(headers.segment, "text", segments.map(({ name }) => name)),
        fixed(headers.by, "text", segments.map(({ by }) => words.dimensions[by])),
        figures(headers.rate, "percent", rate),
        figures(headers.against, "change", rate.map((term) => whenNumbers([own(headers.rate, term.value), overall], (mine, all) => subtract(mine ?? literal(0), all ?? literal(0))))),
        figures(headers.won, "count", won),
        figures(headers.lost, "count", lost),
        figures(headers.cycle, "days", segments.map(({ only }) => meanCycle(model, "won", ...only))),
        figures(headers.amount, "money", segments.map(({ only }) => amount(model, "won", ...only))),
        figures(headers.average, "money", segments.map(({ only }) => averageWon(model, ...only))),
        figures(headers.note, "text", note, "label"),
      ],
    },
  };
}

/** Says so where a rate rests on few deals. */
export function fewNote(won: Term<number>, lost: Term<number>, few: Term<number>, word: string): Term<string> {
  const closed = won.value + lost.value;
  return call(`IF(${won.text}+${lost.text}<${few.text},${literal(word).text},"")`, closed < few.value ? word : "");
}
