import type { ChangeKind } from "../../metrics/changes";

const deals = (count: number) => `${count.toLocaleString("en")} ${count === 1 ? "deal" : "deals"}`;

/** Each says how many deals and their amount, which comes with its currency. */
const kinds: Record<ChangeKind, (count: number, amount: string) => string> = {
  new: (count, amount) => `${deals(count)} new in the export, worth ${amount}`,
  reopened: (count, amount) => `${deals(count)} reopened, worth ${amount}`,
  increased: (count, amount) => `${deals(count)} with a higher amount, up ${amount} together`,
  decreased: (count, amount) => `${deals(count)} with a lower amount, down ${amount} together`,
  won: (count, amount) => `${deals(count)} won, worth ${amount}`,
  lost: (count, amount) => `${deals(count)} lost, worth ${amount}`,
  gone: (count, amount) => `${deals(count)} open last time and not in the export any more, worth ${amount}`,
  slipped: (count, amount) => `${deals(count)} slipped: the expected close is later, ${amount} in all`,
  pulledIn: (count, amount) => `${deals(count)} pulled in: the expected close is earlier, ${amount} in all`,
  movedOn: (count, amount) => `${deals(count)} moved on to a later stage, worth ${amount}`,
  movedBack: (count, amount) => `${deals(count)} moved back to an earlier stage, worth ${amount}`,
  moved: (count, amount) => `${deals(count)} in another stage whose order is not known, worth ${amount}`,
  changedOwner: (count, amount) => `${deals(count)} with another owner, worth ${amount}`,
  restated: (count, amount) => `${deals(count)} closed before, now with another amount, ${amount} apart`,
  goneClosed: (count, amount) => `${deals(count)} closed before and not in the export any more, worth ${amount}`,
};

/** What changed since the snapshot before, and the log of snapshots. */
export const changes = {
  title: (day: string) => `Changes since ${day}`,
  first: "This is the first snapshot: the next refresh will show what changed.",
  nothing: (day: string) => `No deal has changed since ${day}.`,
  kinds,
  bridge: (before: string, after: string) => `Open amount: ${before} before, ${after} now`,
  unvalued: (count: number) => `${deals(count)} open now ${count === 1 ? "has" : "have"} no amount, or none in a currency with a rate, and ${count === 1 ? "counts" : "count"} as 0 here.`,
  /** Headers of the log. */
  log: {
    no: "No", day: "As of", id: "Record ID", name: "Name", stage: "Stage", outcome: "Outcome", amount: "Amount", currency: "Currency", due: "Expected close",
    closed: "Close date", owner: "Owner", probability: "Probability", stageSince: "In stage since", created: "Created on",
  },
  gone: "Gone from export",
  history: (day: string) => `From the snapshots of this workbook since ${day}: the export brings no stage history. A move has the day the export says, else the day of the refresh that first showed it. Where the day a deal came into a stage is not known, it is left empty.`,
  full: (count: number, day: string) => `Snapshots: ${count.toLocaleString("en")} new lines of ${day} were not added, since a sheet holds no more. The older lines are kept; copy some to another workbook and delete them here to go on.`,
  earlier: (asOf: string, last: string) => `Snapshots: nothing was added for ${asOf}, since the log already goes to ${last}. If that day is a mistake, delete its lines there.`,
};
