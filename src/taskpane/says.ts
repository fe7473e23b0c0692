// The session's trouble, work and news in the user's words.

import type { StrandedComment } from "../hosts/host";
import type { HostTrouble } from "../hosts/live";
import type { Text } from "../text/en";
import type { RollupTroubled } from "./rollup-trouble";
import type { Busy, News, Session, Trouble } from "./session";

/** What went wrong and what to do. */
export function sayTrouble(trouble: Trouble, text: Text): string {
  const { pane, problems } = text;
  switch (trouble.kind) {
    case "no-worker":
      return pane.trouble.noWorker;
    case "unexpected":
      return pane.trouble.unexpected(trouble.said);
    case "excel":
      return trouble.troubles.map((one) => sayExcel(one, text)).join(" ");
    case "template":
      return text.template[trouble.problem](trouble.file, trouble.where);
    case "file":
      return trouble.problems.map((one) => ("rollup" in one ? sayRollup(one.rollup, text) : problems[one.problem](one.file))).join(" ");
    case "rollup":
      return sayRollup(trouble.rollup, text);
  }
}

function sayRollup({ file, fault, where }: RollupTroubled, { rollup }: Text): string {
  return rollup[fault](`“${file}”`, where);
}

function sayExcel(trouble: HostTrouble, { excel }: Text): string {
  // Each sentence takes the trouble of its own kind, which the compiler cannot follow through the table.
  const says = excel[trouble.kind] as (trouble: HostTrouble) => string;
  return says(trouble);
}

/** Whether the user stopped it: no failure. */
export function isCancelled(trouble: Trouble): boolean {
  return trouble.kind === "excel" && trouble.troubles.every(({ kind }) => kind === "cancelled");
}

/** What is being done, in a sentence. */
export function sayBusy(busy: Busy, { pane }: Text): string {
  switch (busy.kind) {
    case "opening":
      return pane.data.opening(busy.file);
    case "reading":
      return pane.check.reading;
    case "selecting":
      return pane.data.selecting;
    case "comparing":
      return pane.refresh.comparing;
    case "working":
      return pane.working;
    case "planning":
      return pane.build.building;
    case "writing":
      return busy.total > 0 ? pane.build.rows(busy.done, busy.total) : pane.build.writing;
  }
}

/** The same for a screen reader, which is not told of every row: at every tenth. */
export function speakBusy(busy: Busy, text: Text): string {
  if (busy.kind !== "writing" || busy.total === 0) return sayBusy(busy, text);
  return `${text.pane.build.writing} ${Math.floor((busy.done / busy.total) * 10) * 10}%`;
}

/** What just happened. */
export function sayNews(news: News, { pane }: Text): string {
  switch (news.kind) {
    case "opened":
      return pane.data.opened(news.file, news.rows);
    case "removed":
      return pane.data.removed(news.file);
    case "corrected":
      return pane.check.changed;
    case "filled":
      return pane.check.filled(news.column);
    case "built":
      return pane.done.title;
    case "refreshed":
      return pane.refresh.done;
    case "downloaded":
      return pane.done.downloaded(news.file);
    case "putBack":
      return news.isWhole ? pane.left.done : pane.left.partly;
    case "removedBuilt":
      return pane.remove.done(news.sheets.length, news.sheets.join(pane.check.and));
    case "inserted":
      return pane.functions.inserted(news.address);
    case "copied":
      return pane.functions.copied;
    case "notCopied":
      return pane.functions.notCopied;
    case "templateSaved":
      return pane.share.template.done(news.tables);
    case "frozen":
      return pane.share.freeze.done(news.count, news.left);
    case "named":
      return pane.share.names.done(news.count);
    case "repaired":
      return pane.share.repair.done(news.count);
    case "anonymised":
      return pane.share.anonymise.done(news.replaced);
  }
}

/** As many are named one by one. */
const mostComments = 8;

/** Which comments stand beside other rows now. */
export function sayStranded(comments: readonly StrandedComment[], { pane: { refresh, check } }: Text): string {
  const named = comments.slice(0, mostComments).map(({ sheet, at, to }) => refresh.comment(sheet, at, to));
  const more = comments.length - named.length;
  return refresh.comments([...named, ...(more > 0 ? [refresh.moreComments(more)] : [])].join(check.and));
}

/** News that only a message shows; the rest can be seen where it happened. */
export function newsToShow({ news }: Session): News | null {
  const shown: readonly News["kind"][] = ["putBack", "removedBuilt"];
  return news && shown.includes(news.kind) ? news : null;
}
