import type { FunnelMode } from "../../metrics/funnel";

/** A way to count a funnel. */
interface Mode {
  readonly name: string;
  /** What "reached" and the step's share mean in it. */
  readonly what: string;
  readonly reached: string;
  readonly step: string;
  readonly cumulative: string;
}

const modes: Record<FunnelMode, Mode> = {
  snapshot: {
    name: "Snapshot",
    what: "By the stage each deal is in now; a closed deal, won or lost, counts in every stage before closing.",
    reached: "Snapshot reached", step: "Snapshot step", cumulative: "Snapshot of first",
  },
  "back-filled": {
    name: "Back-filled",
    what: "Won deals passed every stage, open ones their own and those before; lost deals are left out, since the export does not tell how far they came.",
    reached: "Back-filled reached", step: "Back-filled step", cumulative: "Back-filled of first",
  },
  "ever-entered": {
    name: "Ever entered",
    what: "By stage history: deals that ever entered the stage, each counted once; the share is of those that also entered a stage further on.",
    reached: "Ever entered", step: "Ever entered step", cumulative: "Ever entered of first",
  },
  cohort: {
    name: "Cohort",
    what: "By stage history, only deals that entered their first stage within the window of Setup.",
    reached: "Cohort entered", step: "Cohort step", cumulative: "Cohort of first",
  },
};

/** What the Funnel sheet says. Names in braces are filled by formulas. */
export const funnel = {
  title: "Sales funnel",
  asOf: "As of",
  mode: "Count by",
  modePrompt: "Choose how deals are counted. The table and the chart follow.",
  modes,
  noDeals: "There is no funnel yet: it needs deals, and none were given.",
  noStages: "There is no funnel: no open stage is known. Give the export a stage column, or type the stages in Setup.",
  noReached: "The chart is left out: no deal has reached a stage of the funnel.",
  chart: "How far deals came",
  chartAlt: "Funnel: deals that reached each stage, as centred bars",
  deals: "Deals",
  closed: "Closed",
  leak: "Biggest leak: {n} of {reached} deals that reached {stage} went no further ({share}).",
  noLeak: "No leak: every deal that reached a stage went further.",
  stagesTitle: "Stage by stage",
  stages: {
    no: "No", stage: "Stage", now: "Deals now", amount: "Amount now", reached: "Reached", fromBefore: "From step before",
    ofFirst: "Of first stage", dropOff: "Went no further", onward: "Went further", target: "Target", gap: "Gap to target",
    days: { history: "Mean days in stage", open: "Mean days so far", created: "Mean days since created" }, stalled: "Stalled",
  },
  stagesNote: "“From step before” divides by the row above, “Went further” looks to the rows below. The target is the one typed for the stage in Setup and is held against “Went further”.",
  daysNote: {
    history: "Mean days: from entering the stage to entering the next, by stage history.",
    open: "Mean days so far: of deals open in the stage now, from entering it to the as-of day.",
    created: "Mean days since created: of deals open in the stage now; the export does not tell when they entered it.",
  },
  lost: "Lost deals, not a step",
  noStage: "Open deals without a stage of Setup, not counted above",
  modesTitle: "All ways to count, side by side",
  modesNote: "Each way answers another question; never compare a figure of one with a figure of another. Step: in Snapshot and Back-filled the row divided by the row above, by stage history the share that went further.",
  windowTitle: "Closed in the window, by stage",
  windowFrom: "Close date from",
  windowTo: "to",
  window: { stage: "Stage", deals: "Deals", amount: "Amount" },
  windowEmpty: "No deal has a close date from {from} on. The newest one is {newest}.",
  windowNone: "No deal has a close date.",
  behindTitle: "Numbers behind the chart",
  behind: { step: "Step", spacer: "Spacer", value: "Deals" },
};
