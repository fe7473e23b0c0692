// Where is the user, and what have they brought and chosen? A reducer that knows neither React nor Excel.

import type { TableProblem } from "../crm/table";
import type { Anonymised, HostTrouble } from "../hosts/live";
import type { ChosenSheet } from "../sheets/chosen";
import type { TemplateProblem } from "../sheets/read-template";
import type { Template } from "../sheets/template";
import type { ReadyTemplate } from "../sheets/template-names";
import type { WhatChanged } from "../sheets/what-changed";
import type { Language } from "../text/language";
import type { Day } from "../values";
import type { RollupTroubled } from "./rollup-trouble";
import type { Built, Correction, Imported } from "./work";

/** The parts of the pane; without Excel there is nothing to refresh and nothing to share. */
export const places = ["build", "refresh", "functions", "share"] as const;
export type Place = (typeof places)[number];

/** The way to a workbook. */
export const steps = ["data", "check", "build", "done"] as const;
export type Step = (typeof steps)[number];

/** A file or paste that cannot be used. */
export type FileProblem = { readonly file: string; readonly problem: TableProblem["problem"] } | { readonly rollup: RollupTroubled };

/** What went wrong, as data; the pane says it in the user's language. */
export type Trouble =
  | { readonly kind: "template"; readonly file: string; readonly problem: TemplateProblem["problem"]; readonly where: string }
  | { readonly kind: "file"; readonly problems: readonly FileProblem[] }
  | { readonly kind: "rollup"; readonly rollup: RollupTroubled }
  | { readonly kind: "excel"; readonly troubles: readonly HostTrouble[] }
  | { readonly kind: "no-worker" }
  | { readonly kind: "unexpected"; readonly said: string };

/** What is being done. `done` of `total` rows; total 0 while nobody knows. */
export type Busy =
  | { readonly kind: "opening"; readonly file: string }
  | { readonly kind: "reading" | "comparing" | "selecting" | "working" }
  | { readonly kind: "planning" | "writing"; readonly done: number; readonly total: number };

/** What just happened, for the live region and, where nothing else shows it, for a message. */
export type News =
  | { readonly kind: "opened"; readonly file: string; readonly rows: number }
  | { readonly kind: "removed" | "downloaded"; readonly file: string }
  | { readonly kind: "corrected" | "built" | "refreshed" | "copied" | "notCopied" }
  | { readonly kind: "filled"; readonly column: string }
  | { readonly kind: "inserted"; readonly address: string }
  | { readonly kind: "removedBuilt"; readonly sheets: readonly string[] }
  | { readonly kind: "templateSaved"; readonly content: string; readonly tables: number; readonly leftOut: number }
  | { readonly kind: "putBack"; readonly isWhole: boolean }
  | { readonly kind: "frozen"; readonly count: number; readonly left: number }
  | { readonly kind: "named" | "repaired"; readonly count: number }
  | { readonly kind: "anonymised"; readonly replaced: Anonymised };

/** Null follows what is there: the language of the pane, the sheets the data serve, the currency of the data, the year of the workbook. As-of null is a day that cannot be read. */
export interface Wishes {
  readonly language: Language | null;
  readonly asOf: Day | null;
  readonly template: ReadyTemplate | Template | null;
  readonly sheets: readonly ChosenSheet[] | null;
  readonly currency: string | null;
  readonly fiscalYearStart: number | null;
}

/** The workbook that is open in Excel. */
export interface BookView {
  readonly isBuilt: boolean;
  /** The day what was typed was kept: by a run that died half-way, or before the sheets were removed. */
  readonly leftOn: string | null;
}

export interface Session {
  readonly place: Place;
  readonly step: Step;
  readonly language: Language;
  /** The day the pane was last looked at. */
  readonly today: Day;
  readonly tables: readonly Imported[];
  readonly wishes: Wishes;
  readonly busy: Busy | null;
  readonly trouble: Trouble | null;
  readonly news: News | null;
  readonly built: Built | null;
  /** Null on the plain page, and until Excel has answered. */
  readonly book: BookView | null;
  /** What a refresh would change; null until compared. */
  readonly changes: WhatChanged | null;
}

export type SessionEvent =
  | { readonly type: "placeChosen"; readonly place: Place }
  | { readonly type: "stepChosen"; readonly step: Step }
  | { readonly type: "languageChosen"; readonly language: Language }
  | { readonly type: "dayCame"; readonly today: Day }
  | { readonly type: "looked"; readonly book: BookView }
  | { readonly type: "started"; readonly busy: Busy }
  | { readonly type: "opened"; readonly file: string; readonly tables: readonly Imported[]; readonly replaced: readonly string[] }
  | { readonly type: "reread"; readonly tables: readonly Imported[] }
  | { readonly type: "removed"; readonly id: string }
  | { readonly type: "correcting"; readonly id: string; readonly correction: Correction }
  | { readonly type: "corrected"; readonly table: Imported; readonly filled: string | null }
  | { readonly type: "wished"; readonly wishes: Partial<Wishes> }
  | { readonly type: "compared"; readonly changes: WhatChanged | null }
  | { readonly type: "built"; readonly built: Built; readonly isRefresh: boolean }
  | { readonly type: "happened"; readonly news: News | null }
  | { readonly type: "failed" | "notBuilt"; readonly trouble: Trouble }
  | { readonly type: "dismissed" }
  | { readonly type: "restarted" };

/** A session before anything was brought in. */
export function newSession(language: Language, today: Day): Session {
  return {
    place: "build",
    step: "data",
    language,
    today,
    tables: [],
    wishes: { language: null, asOf: today, template: null, sheets: null, currency: null, fiscalYearStart: null },
    busy: null,
    trouble: null,
    news: null,
    built: null,
    book: null,
    changes: null,
  };
}

/** The session after an event. What was built is dropped as soon as it no longer shows what was brought and chosen. */
export function nextSession(session: Session, event: SessionEvent): Session {
  const next = after(session, event);
  // Whatever else begins or ends meanwhile, a build goes on until it ends itself.
  return isBuilding(session) && !isOfBuild(event) ? { ...next, busy: session.busy } : next;
}

/** Whether a workbook is being made: until that ends, nothing it is made of may change. */
export function isBuilding({ busy }: Pick<Session, "busy">): boolean {
  return busy?.kind === "planning" || busy?.kind === "writing";
}

function isOfBuild(event: SessionEvent): boolean {
  return event.type === "built" || event.type === "notBuilt" || (event.type === "started" && isBuilding(event));
}

function after(session: Session, event: SessionEvent): Session {
  switch (event.type) {
    case "placeChosen":
      return { ...session, place: event.place, trouble: null, news: null };
    case "stepChosen":
      return reachable(session).has(event.step) ? { ...session, place: "build", step: event.step, trouble: null, news: null } : session;
    case "languageChosen":
      return { ...session, language: event.language };
    case "dayCame":
      // Nothing of a build changes under it: the day comes when the pane is looked at next.
      if (event.today === session.today || isBuilding(session)) return session;
      return { ...session, today: event.today, wishes: { ...session.wishes, asOf: session.wishes.asOf === session.today ? event.today : session.wishes.asOf } };
    case "looked":
      return looked(session, event.book);
    case "started":
      return { ...session, busy: event.busy, trouble: event.busy.kind === "comparing" ? fileTrouble(session) : null, news: null };
    case "opened":
      return opened(session, event.file, event.tables, event.replaced);
    case "reread":
      return { ...settled(session), tables: session.tables.map((table) => event.tables.find(({ id }) => id === table.id) ?? table) };
    case "removed":
      return removed(session, event.id);
    case "correcting":
      return {
        ...settled(session),
        busy: { kind: "reading" },
        tables: session.tables.map((table) => (table.id === event.id ? { ...table, ...event.correction } : table)),
      };
    case "corrected":
      return {
        ...settled(session),
        tables: session.tables.map((table) => (table.id === event.table.id ? event.table : table)),
        news: event.filled === null ? { kind: "corrected" } : { kind: "filled", column: event.filled },
      };
    case "wished":
      return { ...session, wishes: { ...session.wishes, ...event.wishes }, built: null };
    case "compared":
      return { ...session, busy: null, changes: event.changes };
    case "built":
      return built(session, event.built, event.isRefresh);
    case "happened":
      return happened(session, event.news);
    case "failed":
    case "notBuilt":
      return { ...session, busy: null, trouble: event.trouble };
    case "dismissed":
      return { ...session, trouble: null, news: null };
    case "restarted":
      return { ...settled(session), step: "data", tables: [], news: null };
  }
}

/** The steps that can be gone to now. */
export function reachable(session: Session): ReadonlySet<Step> {
  const open = new Set<Step>(["data"]);
  if (session.tables.length > 0) open.add("check");
  if (hasDeals(session)) open.add("build");
  if (session.built !== null) open.add("done");
  return open;
}

/** Whether there is a table of deals, the one thing a workbook needs. */
export function hasDeals(session: Session): boolean {
  return session.tables.some((table) => table.object === "deal");
}

/** A workbook that is ours is there to be refreshed, with what was brought meanwhile; nobody is taken away from what they have begun. */
function looked(session: Session, book: BookView): Session {
  const isFresh = session.book === null && session.place === "build" && session.step === "data";
  return { ...session, book, place: book.isBuilt && isFresh ? "refresh" : session.place };
}

/** A rollup's groups are cut at its own day: that is the day to build for. */
function opened(session: Session, file: string, tables: readonly Imported[], replaced: readonly string[]): Session {
  const rows = tables.reduce((sum, table) => sum + table.rowsRead, 0);
  const days = tables.flatMap(({ rollup }) => (rollup ? [rollup.asOf] : []));
  const wishes = days.length === 0 ? session.wishes : { ...session.wishes, asOf: Math.max(...days) as Day };
  const others = session.tables.filter(({ id }) => !replaced.includes(id));
  return { ...settled(session), tables: [...others, ...tables], wishes, news: { kind: "opened", file, rows } };
}

/** A comparison begins by itself, mostly right after files were opened: which of them cannot be used is still to be read. */
function fileTrouble({ trouble }: Session): Trouble | null {
  return trouble?.kind === "file" ? trouble : null;
}

function removed(session: Session, id: string): Session {
  const gone = session.tables.find((table) => table.id === id);
  if (!gone) return session;
  return { ...settled(session), tables: session.tables.filter((table) => table !== gone), news: { kind: "removed", file: gone.file } };
}

/** A refresh shows its result in its own place, a build in its last step. */
function built(session: Session, result: Built, isRefresh: boolean): Session {
  const book = session.book && { isBuilt: true, leftOn: null };
  return { ...session, busy: null, trouble: null, built: result, book, ...(isRefresh ? {} : { step: "done" }), news: { kind: isRefresh ? "refreshed" : "built" } };
}

function happened(session: Session, news: News | null): Session {
  const next = { ...session, busy: null, news };
  switch (news?.kind) {
    case "removedBuilt":
      return { ...next, built: null, changes: null, place: "build", step: "data", book: session.book && { ...session.book, isBuilt: false } };
    case "putBack":
      return news.isWhole ? { ...next, book: session.book && { ...session.book, leftOn: null } } : next;
    default:
      return next;
  }
}

function settled(session: Session): Session {
  return { ...session, busy: null, trouble: null, built: null, changes: null };
}
