// Which deals were put off, how often, by how many days, and whose are they?

import { averageifs, countifs, sumifs } from "../../formula/aggregate";
import { rowsByText, thisRow } from "../../formula/column";
import { is, isEmpty, than, type Criterion } from "../../formula/criteria";
import { groupedText } from "../../formula/thousands";
import { numberText, sentence } from "../../formula/sentence";
import { add, call, cell, literal, literalText, reference, type Term } from "../../formula/term";
import { lastDay, stateOn } from "../../metrics/deal-log";
import type { DealState } from "../../metrics/deal-state";
import { deals, outcomeIs } from "../../metrics/deals";
import type { DueChange } from "../../metrics/due-changes";
import type { Period } from "../../metrics/period";
import { gap, grid, show, type Block } from "../block";
import { figures, fixed, reportTable } from "../report-table";
import { dueTable, type DueTable } from "./due-table";
import { across, firstWidths, note, otherWidth, section, wrappedHeights, type HistoryParts } from "./parts";
import { worthOf } from "./since-last";

const slipsName = "SlippedByOwner";
const mostListed = 50;

export function slipBlocks(parts: HistoryParts, period: Period): readonly Block[] {
  const { context, words, model } = parts;
  const table = dueTable(context);
  const pushed = pushedBlock(parts);
  const hasDue = model?.deals.has.due ?? true;
  return [
    section(words.slipTitle),
    ...(table ? slipTable(parts, table, period) : [note(!hasDue ? words.noDue : model?.deals.groups ? context.text.tables.groups.noLog : words.noSlips)]),
    ...pushed,
    gap(),
  ];
}

/** A row for all and one for each owner, those with most slipped deals first, over the table of changes. */
function slipTable({ words }: HistoryParts, table: DueTable, period: Period): readonly Block[] {
  const headers = words.slips;
  const owners = [...rowsByText(table.owner).values()]
    .map((rows) => ({ name: String(table.owner.values[rows[0] ?? -1] ?? ""), slips: rows.filter((row) => table.newest.values[row] === 1).length }))
    .filter(({ name }) => name.trim() !== "")
    .sort((a, b) => b.slips - a.slips || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
  const hasNone = table.owner.values.some((name) => name === null || name === "");
  const rows: readonly { readonly name: string; readonly criteria: readonly Criterion[] }[] = [
    { name: words.all, criteria: [] },
    ...owners.map((name) => ({ name, criteria: [is(table.owner, reference(thisRow(slipsName, headers.rep), name))] })),
    ...(hasNone ? [{ name: words.noOwner, criteria: [isEmpty(table.owner)] }] : []),
  ];
  const inPeriod = [than(table.on, ">=", period.from), than(table.on, "<=", period.to)];
  // By its newest slip of the time counted: the newest of all, or one whose next came later.
  const newest = [[than(table.newest, "=", literal(1))], [than(table.next, ">", period.to)]];
  const later = than(table.days, ">", literal(0));
  const slipped = rows.map(({ criteria }) => add(...newest.map((one) => countifs(...one, ...inPeriod, ...criteria))));
  const amounts = rows.map(({ criteria }) => add(...newest.map((one) => sumifs(table.amount, ...one, ...inPeriod, ...criteria))));
  const times = rows.map(({ criteria }) => countifs(later, ...inPeriod, ...criteria));
  const means = rows.map(({ criteria }) => averageifs(table.days, later, ...inPeriod, ...criteria));
  const pulled = rows.map(({ criteria }) => countifs(than(table.days, "<", literal(0)), ...inPeriod, ...criteria));
  const id = (name: string) => [`history slip ${name}`];
  const mean = means[0]?.value ?? "";
  const said = sentence(words.slipSaid, {
    deals: numberText(cell("history slip deals", slipped[0]?.value ?? 0)), amount: groupedText(cell("history slip amount", amounts[0]?.value ?? 0)), times: numberText(cell("history slip times", times[0]?.value ?? 0)),
    days: numberText(call("N(⟦history slip mean⟧)", mean === "" ? 0 : mean)), pulled: numberText(cell("history slip pulled", pulled[0]?.value ?? 0)),
  });
  const none = (times[0]?.value ?? 0) === 0;
  return [
    grid([[show("sentence", call(`IF(⟦history slip times⟧=0,${literalText(words.slipNone)},${said.text})`, none ? words.slipNone : said.value), { across })]], [22]),
    note(words.slipsNote.replace("{sheet}", words.dueSheet)),
    reportTable(slipsName, headers.rep, [
      fixed(headers.rep, "text", rows.map(({ name }) => name), "label"),
      { ...figures(headers.deals, "count", slipped), ids: id("deals") }, { ...figures(headers.amount, "money", amounts), ids: id("amount") },
      { ...figures(headers.times, "count", times), ids: id("times") }, { ...figures(headers.mean, "days", means), ids: id("mean") },
      { ...figures(headers.pulled, "count", pulled), ids: id("pulled") },
    ]),
  ];
}

/** What the CRM counts itself. */
function pushedBlock({ context, words, model }: HistoryParts): readonly Block[] {
  const count = context.data.get("deal")?.fields.get("pushCount");
  if (!model || !count || !count.values.some((value) => typeof value === "number")) return [];
  const rows = [outcomeIs(model, "open"), than(count, ">", literal(0))];
  const said = sentence(words.pushed, {
    n: numberText(countifs(...rows)), open: numberText(deals(model, "open")), times: numberText(sumifs(count, ...rows)), amount: groupedText(sumifs(model.deals.columns.amount, ...rows)),
  });
  return [gap(), grid([[show("sentence", said, { across })]], [22])];
}

interface Slipped {
  readonly state: DealState;
  readonly changes: readonly DueChange[];
}

/** Open deals that were ever put off, largest first; none where none is known. */
export function slipList(parts: HistoryParts): readonly Block[] {
  const { context, words } = parts;
  const changes = dueTable(context)?.changes ?? [];
  const worth = worthOf(context);
  const amountOf = ({ state }: Slipped) => worth(state.amount, state.currency);
  const all = slippedNow(parts, changes).sort((a, b) => (amountOf(b) ?? 0) - (amountOf(a) ?? 0));
  if (all.length === 0) return [];
  const shown = all.slice(0, mostListed);
  const headers = words.slipList;
  const last = ({ changes: own, state }: Slipped) => state.due ?? own.at(-1)?.to ?? null;
  const days = (slipped: Slipped): Term<number> | null => {
    const [first, now] = [slipped.changes[0]?.from, last(slipped)];
    return first === undefined || now === null ? null : call(`${thisRow("SlippedDeals", headers.to)}-${thisRow("SlippedDeals", headers.from)}`, now - first);
  };
  const table = reportTable("SlippedDeals", headers.no, [
    fixed(headers.deal, "text", shown.map(({ state }) => state.name), "wrapped"),
    fixed(headers.id, "text", shown.map(({ state }) => state.id), "wrapped"),
    fixed(headers.owner, "text", shown.map(({ state }) => state.owner), "wrapped"),
    fixed(headers.times, "count", shown.map(({ changes: own }) => own.filter((change) => change.days > 0).length)),
    fixed(headers.from, "day", shown.map(({ changes: own }) => own[0]?.from ?? null)),
    fixed(headers.to, "day", shown.map(last)),
    figures(headers.days, "days", shown.map(days)),
    fixed(headers.amount, "money", shown.map(amountOf)),
    fixed(headers.no, "count", shown.map((_, row) => row + 1)),
  ]);
  const heights = shown.map(({ state }) => [[state.name ?? "", firstWidths[0]], [state.id, firstWidths[1]], [state.owner ?? "", otherWidth]] as [string, number][]);
  return [
    section(words.slipListTitle),
    note(words.slipListNote.replace("{n}", String(shown.length)).replace("{all}", String(all.length))),
    { kind: "beside", blocks: [{ column: 0, block: table }, { column: 0, block: wrappedHeights(heights) }] },
    gap(),
  ];
}

/** Deals found by their key or, for a history that only knows names, by name. */
function slippedNow({ context: { snapshots, model: { settings: { asOf: { value: asOf } } } } }: HistoryParts, changes: readonly DueChange[]): Slipped[] {
  const states = snapshots ? (snapshots.deals ?? stateOn(snapshots.log, lastDay(snapshots.log) ?? asOf)) : new Map<string, DealState>();
  const byName = new Map([...states.values()].map((state) => [(state.name ?? "").toLowerCase(), state]));
  const found = new Map<DealState, DueChange[]>();
  for (const change of changes) {
    const state = states.get(change.id) ?? byName.get(change.id.toLowerCase());
    if (state?.outcome === "open") found.set(state, [...(found.get(state) ?? []), change]);
  }
  return [...found].map(([state, own]) => ({ state, changes: own })).filter(({ changes: own }) => own.some(({ days }) => days > 0));
}
