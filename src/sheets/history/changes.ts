// The open amount from the last snapshot to now, what else changed, and the deals it was.

import { dayText, numberText, sentence } from "../../formula/sentence";
import { groupedText } from "../../formula/thousands";
import { add, call, cell, literal, subtract, type Term } from "../../formula/term";
import { bridgeKinds, changeKinds, type Change, type ChangeKind } from "../../metrics/changes";
import { isoOf, type CellValue, type Day } from "../../values";
import { gap, stack, type Block, type ColumnSpec } from "../block";
import { figures, fixed, reportTable } from "../report-table";
import { note, section, wrappedHeights, otherWidth, firstWidths, type HistoryParts } from "./parts";
import type { SinceLast } from "./since-last";

const bridgeName = "PipelineBridge";
const behindName = "PipelineBridgeChart";
const mostDeals = 50;

const running = (row: number) => `history running ${row}`;
const amountId = (row: number) => `history bridge ${row}`;
const countId = (row: number) => `history deals ${row}`;
const otherId = (kind: ChangeKind) => `history other ${kind}`;

const otherKinds = changeKinds.filter((kind) => !bridgeKinds.some((one) => one === kind));

interface BridgeRow {
  readonly step: string;
  readonly deals: number;
  readonly open: number;
}

/** The headline: open amounts and how many deals did what. */
export function changesHeadline({ words }: HistoryParts, since: SinceLast): Term<string> {
  const { kinds, open } = since.changes;
  const count = (kind: ChangeKind) => {
    const at = bridgeKinds.findIndex((one) => one === kind);
    return numberText(cell(at < 0 ? otherId(kind) : countId(at + 1), kinds[kind].count));
  };
  return sentence(words.headline, {
    day: dayText(literal(since.from as number)), before: groupedText(cell(amountId(0), open.before.amount)), after: groupedText(cell(running(bridgeKinds.length + 1), open.after.amount)),
    new: count("new"), won: count("won"), lost: count("lost"), slipped: count("slipped"), movedOn: count("movedOn"), movedBack: count("movedBack"),
  });
}

export function changesBlocks(parts: HistoryParts, since: SinceLast): readonly Block[] {
  const { words } = parts;
  const { changes, from, to } = since;
  const intro = [section(words.changesTitle), note(words.changesNote.replace("{from}", isoOf(from)).replace("{to}", isoOf(to)))];
  return [
    ...intro,
    ...(changes.list.length === 0 ? [note(words.unchanged.replace("{day}", isoOf(from)))] : []),
    ...(changes.unvalued > 0 ? [note(words.unvalued.replace("{n}", String(changes.unvalued)))] : []),
    { kind: "beside", blocks: [{ column: 0, block: stack(bridgeTable(parts, since), gap(), othersTable(parts, since)) }, { column: 5, block: bridgeChart(parts) }] },
    gap(),
  ];
}

function bridgeRows({ words }: HistoryParts, { changes, from, to }: SinceLast): readonly BridgeRow[] {
  const openOf = (kind: ChangeKind) => changes.list.reduce((sum, change) => sum + (change.kind === kind ? change.open : 0), 0);
  return [
    { step: words.openOn(isoOf(from)), deals: changes.open.before.count, open: changes.open.before.amount },
    ...bridgeKinds.map((kind): BridgeRow => ({ step: words.kinds[kind], deals: changes.kinds[kind].count, open: openOf(kind) })),
    { step: words.openOn(isoOf(to)), deals: changes.open.after.count, open: changes.open.after.amount },
  ];
}

/** Start and changes stand as of the refresh; what is open after each is added up. */
function bridgeTable(parts: HistoryParts, since: SinceLast): Block {
  const headers = parts.words.bridge;
  const rows = bridgeRows(parts, since);
  const last = rows.length - 1;
  const amounts = rows.slice(0, last).map(({ open }, row) => cell(amountId(row), open));
  let open = 0;
  const runnings = amounts.map((amount, row): Term<number> => {
    open += amount.value;
    return row === 0 ? amount : call(`⟦${running(row - 1)}⟧+⟦${amountId(row)}⟧`, open);
  });
  const after = cell(running(last - 1), open);
  return reportTable(bridgeName, headers.step, [
    fixed(headers.step, "text", rows.map(({ step }) => step), "label"),
    { ...figures(headers.deals, "count", [...rows.slice(0, last).map(({ deals }) => deals), dealsAfter(rows)]), ids: rows.map((_, row) => countId(row)) },
    { ...figures(headers.amount, "money", [...rows.slice(0, last).map((row) => row.open), null]), ids: rows.map((_, row) => amountId(row)) },
    { ...figures(headers.running, "money", [...runnings, after]), ids: rows.map((_, row) => running(row)) },
  ]);
}

/** Before + new + reopened − won − lost − gone. */
function dealsAfter(rows: readonly BridgeRow[]): Term<number> {
  const of = (kind: ChangeKind) => {
    const row = bridgeKinds.findIndex((one) => one === kind) + 1;
    return cell(countId(row), rows[row]?.deals ?? 0);
  };
  const come = add(cell(countId(0), rows[0]?.deals ?? 0), of("new"), of("reopened"));
  return (["won", "lost", "gone"] as const).reduce((left: Term<number>, kind) => subtract(left, of(kind)), come);
}

function othersTable({ words }: HistoryParts, { changes }: SinceLast): Block {
  const headers = words.others;
  return reportTable("OtherChanges", headers.change, [
    fixed(headers.change, "text", otherKinds.map((kind) => words.kinds[kind]), "label"),
    { ...fixed(headers.deals, "count", otherKinds.map((kind) => changes.kinds[kind].count)), ids: otherKinds.map(otherId) },
    fixed(headers.amount, "money", otherKinds.map((kind) => changes.kinds[kind].amount)),
  ]);
}

function bridgeChart({ words }: HistoryParts): Block {
  const of = (column: string) => ({ table: behindName, column });
  const { step, spacer, total, up, down } = words.bridge;
  return {
    kind: "chart", across: 6, down: 19,
    chart: {
      name: "PipelineBridgeBars", kind: "stackedBar", title: words.bridgeChart, alt: words.bridgeAlt, legend: false, format: "money",
      series: [
        { name: spacer, categories: of(step), values: of(spacer), colour: null },
        { name: total, categories: of(step), values: of(total), colour: "navy" },
        { name: up, categories: of(step), values: of(up), colour: "teal" },
        { name: down, categories: of(step), values: of(down), colour: "red" },
      ],
    },
  };
}

/** The numbers behind the chart: a bar hangs between what was open before and after it. */
export function behindBridge(parts: HistoryParts, since: SinceLast): Block {
  const headers = parts.words.bridge;
  const rows = bridgeRows(parts, since);
  const last = rows.length - 1;
  let open = 0;
  const made = rows.map((row, at) => {
    const before = open;
    open += at === last ? 0 : row.open;
    const isEnd = at === 0 || at === last;
    const [left, now] = [`⟦${running(at - 1)}⟧`, `⟦${running(at)}⟧`];
    return {
      spacer: isEnd ? 0 : call(`MAX(0,MIN(${left},${now}))`, Math.max(0, Math.min(before, open))),
      total: isEnd ? call(now, open) : 0,
      up: isEnd ? 0 : call(`MAX(0,⟦${amountId(at)}⟧)`, Math.max(0, row.open)),
      down: isEnd ? 0 : call(`MAX(0,-⟦${amountId(at)}⟧)`, Math.max(0, -row.open)),
    };
  });
  return reportTable(behindName, headers.step, [
    fixed(headers.step, "text", rows.map(({ step }) => step), "label"),
    figures(headers.spacer, "money", made.map(({ spacer }) => spacer)), figures(headers.total, "money", made.map(({ total }) => total)),
    figures(headers.up, "money", made.map(({ up }) => up)), figures(headers.down, "money", made.map(({ down }) => down)),
  ]);
}

/** The largest changes, a line each; none where nothing changed. */
export function changedDeals({ words }: HistoryParts, { changes: { list } }: SinceLast): readonly Block[] {
  if (list.length === 0) return [];
  const headers = words.changed;
  const shown = [...list].sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0)).slice(0, mostDeals);
  const text = (name: string, contents: readonly (string | null)[]): ColumnSpec => fixed(name, "text", contents, "wrapped");
  const rows = shown.map((change) => ({ change, kind: words.kinds[change.kind].split(/[:：]/)[0] ?? "", from: said(change, change.from), to: said(change, change.to) }));
  const table = reportTable("ChangedDeals", headers.no, [
    text(headers.deal, rows.map(({ change }) => change.deal.name)),
    text(headers.id, rows.map(({ change }) => change.deal.id)),
    text(headers.change, rows.map(({ kind }) => kind)),
    text(headers.from, rows.map(({ from }) => from)), text(headers.to, rows.map(({ to }) => to)),
    fixed(headers.amount, "money", rows.map(({ change }) => change.amount)),
    text(headers.owner, rows.map(({ change }) => change.deal.owner)),
    fixed(headers.no, "count", rows.map((_, at) => at + 1)),
  ]);
  const heights = rows.map(({ change, kind, from, to }) => [
    [change.deal.name ?? "", firstWidths[0]], [change.deal.id, firstWidths[1]], [kind, otherWidth], [from ?? "", otherWidth], [to ?? "", otherWidth], [change.deal.owner ?? "", otherWidth],
  ] as [string, number][]);
  return [
    section(words.changedTitle),
    note(words.changedNote.replace("{n}", String(shown.length)).replace("{all}", String(list.length))),
    { kind: "beside", blocks: [{ column: 0, block: table }, { column: 0, block: wrappedHeights(heights) }] },
    gap(),
  ];
}

/** Days as days, amounts with separators, the rest as it is written. */
function said({ kind }: Change, value: CellValue): string | null {
  if (value === null) return null;
  if (typeof value !== "number") return String(value);
  return kind === "slipped" || kind === "pulledIn" ? isoOf(value as Day) : value.toLocaleString("en-US");
}

