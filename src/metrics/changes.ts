// What changed between two states of the same pipeline, deal by deal and in sum?

import type { CellValue, Day } from "../values";
import { isSameNumber, isSameText, type DealState } from "./deal-state";
import type { FunnelStage } from "./model";
import { stagePlaces } from "./stage-history";

/**
 * new: was not there before, or was gone; it counts here with its amount of now, even if it came already won or lost.
 * reopened: was won or lost and is open (or passed from won to lost or back).
 * increased, decreased: the amount of a deal that was open; a deal that closes changes its amount first, then closes.
 * won, lost: with the amount of now. gone: was open and is not in the export any more, with its last amount.
 * slipped, pulledIn: an open deal's expected close is later, or earlier, than before.
 * movedOn, movedBack: an open deal's stage is further on, or back, in the order of the pipeline; moved: it does not know the stage.
 * changedOwner. restated: the amount of a deal that stays closed. goneClosed: was won or lost and is not in the export any more.
 * Source: the change model of amount, date and stage, forward and back, in PRODUCT-RESEARCH §8 (truly.co `OpportunityChange`).
 */
export const changeKinds = [
  "new", "reopened", "increased", "decreased", "won", "lost", "gone",
  "slipped", "pulledIn", "movedOn", "movedBack", "moved", "changedOwner", "restated", "goneClosed",
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What each kind does to the open amount; the other kinds do nothing to it. */
export const bridgeKinds = ["new", "reopened", "increased", "decreased", "won", "lost", "gone"] as const satisfies readonly ChangeKind[];

/** One change of one deal. */
export interface Change {
  readonly kind: ChangeKind;
  /** The deal as it is now; as it last was, if it is gone. */
  readonly deal: DealState;
  /** Stages, amounts as written, days or owners, whatever the kind is about; null where there was or is none. */
  readonly from: CellValue;
  readonly to: CellValue;
  /** In the reporting currency: the deal's amount, or the size of the change of an amount; null where unknown. */
  readonly amount: number | null;
  /** What it adds to the open amount; 0 where it does nothing to it. */
  readonly open: number;
}

/** Deals and their amount in the reporting currency; amounts not known count nothing. */
export interface Sum {
  readonly count: number;
  readonly amount: number;
}

/** open.before + new + reopened + increased − decreased − won − lost − gone = open.after, in amounts; in counts without the two of amounts. */
export interface Changes {
  readonly list: readonly Change[];
  readonly kinds: Readonly<Record<ChangeKind, Sum>>;
  readonly open: { readonly before: Sum; readonly after: Sum };
  /** Deals open now whose amount is not known or has no rate. */
  readonly unvalued: number;
}

/** By what two states are compared. */
interface Comparison {
  /** In the order of the pipeline. */
  readonly stages: readonly FunnelStage[];
  /** An amount in the reporting currency at the rates of now, for both sides; null where there is no rate. */
  worth(amount: number | null, currency: string | null): number | null;
}

/** Changes from the last logged state of each deal to the deals of a new export, both by key. */
export function changesBetween(before: ReadonlyMap<string, DealState>, deals: ReadonlyMap<string, DealState>, by: Comparison): Changes {
  const places = stagePlaces(by.stages);
  const list = [
    ...[...deals.values()].flatMap((deal) => {
      const was = before.get(deal.id);
      return was ? changesOfOne(was, deal, by, places) : arrival(deal, by);
    }),
    ...[...before.values()].flatMap((was) => (deals.has(was.id) ? [] : [departure(was, by)])),
  ];
  const open = { before: openSum(before, by), after: openSum(deals, by) };
  return { list, kinds: sumsOf(list), open, unvalued: [...deals.values()].filter((deal) => deal.outcome === "open" && by.worth(deal.amount, deal.currency) === null).length };
}

function arrival(deal: DealState, by: Comparison): Change[] {
  const amount = by.worth(deal.amount, deal.currency);
  const come: Change = { kind: "new", deal, from: null, to: deal.stage, amount, open: amount ?? 0 };
  return [come, ...closing(null, deal, amount)];
}

function departure(was: DealState, by: Comparison): Change {
  const amount = by.worth(was.amount, was.currency);
  const isOpen = was.outcome === "open";
  return { kind: isOpen ? "gone" : "goneClosed", deal: was, from: was.stage, to: null, amount, open: isOpen ? -(amount ?? 0) : 0 };
}

function changesOfOne(was: DealState, deal: DealState, by: Comparison, places: ReadonlyMap<string, number>): Change[] {
  const amount = by.worth(deal.amount, deal.currency);
  const reopened = was.outcome !== "open" && was.outcome !== deal.outcome;
  return [
    ...(reopened ? [{ kind: "reopened", deal, from: was.stage, to: deal.stage, amount, open: amount ?? 0 } as const] : []),
    ...(reopened ? [] : amountChange(was, deal, by)),
    ...(was.outcome === deal.outcome ? [] : closing(was.stage, deal, amount)),
    ...(was.outcome === "open" && deal.outcome === "open" ? [...dueChange(was, deal, amount), ...stageChange(was, deal, amount, places)] : []),
    ...(isSameText(was.owner, deal.owner) ? [] : [{ kind: "changedOwner", deal, from: was.owner, to: deal.owner, amount, open: 0 } as const]),
  ];
}

function closing(from: string | null, deal: DealState, amount: number | null): Change[] {
  return deal.outcome === "open" ? [] : [{ kind: deal.outcome, deal, from, to: deal.stage, amount, open: -(amount ?? 0) }];
}

function amountChange(was: DealState, deal: DealState, by: Comparison): Change[] {
  const [from, to] = [by.worth(was.amount, was.currency) ?? 0, by.worth(deal.amount, deal.currency) ?? 0];
  if (isSameNumber(from, to)) return [];
  const change = to - from;
  const isOpen = was.outcome === "open";
  const kind = !isOpen ? "restated" : change > 0 ? "increased" : "decreased";
  return [{ kind, deal, from: was.amount, to: deal.amount, amount: Math.abs(change), open: isOpen ? change : 0 }];
}

/** An expected close that came or went is neither later nor earlier. */
function dueChange(was: DealState, deal: DealState, amount: number | null): Change[] {
  const [from, to]: readonly (Day | null)[] = [was.due, deal.due];
  if (!from || !to || from === to) return [];
  return [{ kind: to > from ? "slipped" : "pulledIn", deal, from, to, amount, open: 0 }];
}

function stageChange(was: DealState, deal: DealState, amount: number | null, places: ReadonlyMap<string, number>): Change[] {
  if (isSameText(was.stage, deal.stage)) return [];
  const [from, to] = [was, deal].map(({ stage }) => places.get((stage ?? "").trim().toLowerCase()));
  const kind = from === undefined || to === undefined ? "moved" : to > from ? "movedOn" : "movedBack";
  return [{ kind, deal, from: was.stage, to: deal.stage, amount, open: 0 }];
}

function sumsOf(list: readonly Change[]): Readonly<Record<ChangeKind, Sum>> {
  const of = (kind: ChangeKind): Sum => {
    const found = list.filter((change) => change.kind === kind);
    return { count: found.length, amount: found.reduce((sum, { amount }) => sum + (amount ?? 0), 0) };
  };
  return Object.fromEntries(changeKinds.map((kind) => [kind, of(kind)])) as Record<ChangeKind, Sum>;
}

function openSum(deals: ReadonlyMap<string, DealState>, { worth }: Comparison): Sum {
  const open = [...deals.values()].filter(({ outcome }) => outcome === "open");
  return { count: open.length, amount: open.reduce((sum, { amount, currency }) => sum + (worth(amount, currency) ?? 0), 0) };
}
