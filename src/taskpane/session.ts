// Where is the user, and what have they brought and chosen? A reducer that knows neither React nor Excel.

import { rowKinds } from "../crm/reading";
import type { TableProblem } from "../crm/table";
import { chosenSheets, type ChosenSheet } from "../sheets/chosen";
import type { GoalSet } from "../sheets/context";
import type { Language } from "../text/language";
import type { Day } from "../values";
import type { Built, Correction, Imported } from "./work";

export const steps = ["data", "check", "build", "done"] as const;
export type Step = (typeof steps)[number];

/** A file or paste that cannot be used. */
export interface FileProblem {
  readonly file: string;
  readonly problem: TableProblem["problem"];
}

/** What went wrong, as data; the pane says it in the user's language. */
export type Trouble =
  | (FileProblem & { readonly kind: "file"; readonly others?: readonly FileProblem[] })
  | { readonly kind: "unexpected"; readonly said: string };

/** What is being done. `done` is a ratio where it is known. */
export type Busy =
  | { readonly kind: "opening"; readonly file: string }
  | { readonly kind: "reading" }
  | { readonly kind: "planning" | "writing"; readonly done: number };

/** What just happened, for the live region. */
export type News =
  | { readonly kind: "opened"; readonly file: string; readonly rows: number }
  | { readonly kind: "removed"; readonly file: string }
  | { readonly kind: "corrected" }
  | { readonly kind: "filled"; readonly column: string }
  | { readonly kind: "built" }
  | { readonly kind: "downloaded"; readonly file: string };

/** Language null follows the pane's; as-of null is a day that cannot be read. */
export interface Wishes {
  readonly language: Language | null;
  readonly asOf: Day | null;
  readonly goals: GoalSet;
  readonly sheets: readonly ChosenSheet[];
}

export interface Session {
  readonly step: Step;
  readonly language: Language;
  readonly tables: readonly Imported[];
  readonly wishes: Wishes;
  readonly busy: Busy | null;
  readonly trouble: Trouble | null;
  readonly news: News | null;
  readonly built: Built | null;
}

export type SessionEvent =
  | { readonly type: "stepChosen"; readonly step: Step }
  | { readonly type: "languageChosen"; readonly language: Language }
  | { readonly type: "started"; readonly busy: Busy }
  | { readonly type: "opened"; readonly file: string; readonly tables: readonly Imported[] }
  | { readonly type: "removed"; readonly id: string }
  | { readonly type: "correcting"; readonly id: string; readonly correction: Correction }
  | { readonly type: "corrected"; readonly table: Imported; readonly filled: string | null }
  | { readonly type: "wished"; readonly wishes: Partial<Wishes> }
  | { readonly type: "built"; readonly built: Built }
  | { readonly type: "downloaded"; readonly file: string }
  | { readonly type: "failed"; readonly trouble: Trouble }
  | { readonly type: "dismissed" }
  | { readonly type: "restarted" };

/** A session before anything was brought in. */
export function newSession(language: Language, today: Day): Session {
  return {
    step: "data",
    language,
    tables: [],
    wishes: { language: null, asOf: today, goals: "saas", sheets: chosenSheets },
    busy: null,
    trouble: null,
    news: null,
    built: null,
  };
}

/** The session after an event. What was built is dropped as soon as it no longer shows what was brought and chosen. */
export function nextSession(session: Session, event: SessionEvent): Session {
  switch (event.type) {
    case "stepChosen":
      return reachable(session).has(event.step) ? { ...session, step: event.step, trouble: null } : session;
    case "languageChosen":
      return { ...session, language: event.language };
    case "started":
      return { ...session, busy: event.busy, trouble: null };
    case "opened":
      return opened(session, event.file, event.tables);
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
    case "built":
      return { ...session, busy: null, built: event.built, step: "done", news: { kind: "built" } };
    case "downloaded":
      return { ...session, news: { kind: "downloaded", file: event.file } };
    case "failed":
      return { ...session, busy: null, trouble: event.trouble };
    case "dismissed":
      return { ...session, trouble: null };
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

/** What can be built now; null while a wish is missing. */
export function choiceOf({ wishes, language }: Session) {
  const { asOf, goals, sheets } = wishes;
  return asOf === null || sheets.length === 0 ? null : { language: wishes.language ?? language, asOf, goals, sheets };
}

/** A table's findings: rows that were left out, and what the user should look at. */
export function sortedFindings({ findings }: Imported) {
  return {
    leftOut: findings.filter((finding) => rowKinds.has(finding.kind)),
    toCheck: findings.filter((finding) => !rowKinds.has(finding.kind)),
  };
}

function opened(session: Session, file: string, tables: readonly Imported[]): Session {
  const rows = tables.reduce((sum, table) => sum + table.rowsRead, 0);
  return { ...settled(session), tables: [...session.tables, ...tables], news: { kind: "opened", file, rows } };
}

function removed(session: Session, id: string): Session {
  const gone = session.tables.find((table) => table.id === id);
  if (!gone) return session;
  return { ...settled(session), tables: session.tables.filter((table) => table !== gone), news: { kind: "removed", file: gone.file } };
}

function settled(session: Session): Session {
  return { ...session, busy: null, trouble: null, built: null };
}
