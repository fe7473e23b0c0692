// What happened to each deal of a sample: a story any CRM can tell in its own columns.

import { names, type SampleLanguage } from "./names";
import { between, chanceOf, oneOf, type Chance } from "./random";

/** A stage with its probability in percent. */
export type SampleStage = readonly [name: string, percent: number];

export interface Pipeline {
  readonly open: readonly SampleStage[];
  readonly won: string;
  readonly lost: string;
}

/** Days are counted from 1970-01-01. */
export interface SampleDeal {
  readonly number: number;
  readonly name: string;
  readonly account: string;
  readonly owner: string;
  readonly team: string;
  readonly contact: string;
  readonly product: string;
  readonly source: string;
  readonly type: string;
  readonly amount: number;
  readonly created: number;
  /** Day of entry of each open stage it reached. */
  readonly entered: readonly number[];
  readonly outcome: "open" | "won" | "lost";
  /** Name of the stage it is in now. */
  readonly stage: string;
  readonly percent: number;
  /** The last open stage it reached. */
  readonly reached: SampleStage;
  readonly stageSince: number;
  readonly closed: number | null;
  readonly expected: number;
  readonly lastActivity: number;
  readonly lostReason: string;
  readonly nextStep: string;
}

const dealsMade = 240;
const firstDay = dayNumber(2025, 5, 20);
/** The last day anything happened in a sample. */
export const lastDay = dayNumber(2026, 11, 20);

/** The deals of a sample, oldest first. */
export function makeDeals(seed: number, language: SampleLanguage, pipeline: Pipeline): SampleDeal[] {
  const chance = chanceOf(seed);
  // A business that grows: later days are a little more likely.
  const created = Array.from({ length: dealsMade }, () => firstDay + Math.floor(chance() ** 0.8 * (lastDay - firstDay - 4))).sort((one, other) => one - other);
  return created.map((day, at) => makeDeal(chance, at + 1, day, language, pipeline));
}

function makeDeal(chance: Chance, number: number, created: number, language: SampleLanguage, pipeline: Pipeline): SampleDeal {
  const words = names[language];
  const rep = Math.min(between(chance, 0, words.reps.length - 1), between(chance, 0, words.reps.length + 1));
  const [account, product] = [oneOf(chance, words.accounts), oneOf(chance, words.products)];
  const { entered, closed, outcome } = makeWay(chance, created, pipeline.open.length, 0.9 - rep * 0.012);
  const reached = pipeline.open[entered.length - 1]!;
  const thousands = Math.max(2, Math.round(Math.exp(1.4 + chance() * 2.6)));
  const stageSince = closed ?? entered.at(-1)!;
  return {
    number, account, product, created, entered, closed, outcome, reached, stageSince,
    name: language === "en" ? `${account} - ${product}` : `${account}${product}采购`,
    owner: words.reps[rep]!,
    team: words.teams[rep % words.teams.length]!,
    contact: oneOf(chance, words.contacts),
    source: oneOf(chance, words.sources),
    type: chance() < 0.7 ? words.newBusiness : words.existingBusiness,
    amount: thousands * (language === "en" ? 1000 : 7000) + between(chance, 0, 3) * 250,
    stage: outcome === "open" ? reached[0] : pipeline[outcome],
    percent: outcome === "open" ? reached[1] : outcome === "won" ? 100 : 0,
    expected: closed ?? Math.max(created + between(chance, 60, 130), chance() < 0.6 ? lastDay + between(chance, 3, 80) : 0),
    lastActivity: Math.min(lastDay, stageSince + between(chance, 0, 12)),
    lostReason: outcome === "lost" ? oneOf(chance, words.lostReasons) : "",
    nextStep: outcome === "open" && chance() < 0.6 ? oneOf(chance, words.nextSteps) : "",
  };
}

/** A deal's way through the stages until it is won, lost, stuck, or the samples end. */
function makeWay(chance: Chance, created: number, stages: number, goesOn: number): Pick<SampleDeal, "entered" | "closed" | "outcome"> {
  const entered = [created];
  const longest = Math.round(130 / stages);
  for (let day = created; ; ) {
    day += between(chance, 2, longest);
    if (day > lastDay || chance() < 0.02) return { entered, closed: null, outcome: "open" };
    if (chance() > goesOn ** (5 / stages)) return { entered, closed: day, outcome: "lost" };
    if (entered.length === stages) return { entered, closed: day, outcome: "won" };
    entered.push(day);
  }
}

/** Days since 1970-01-01. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** Year, month and day of a day. */
export function partsOf(day: number): readonly [year: number, month: number, day: number] {
  const date = new Date(day * 86_400_000);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}
