// Deals whose texts are hard to carry through SQL: quotes, backslashes, spaces, letters of many languages, words for nothing.

/** Headers of a Salesforce report. */
export const awkwardHeader = ["Opportunity ID", "Opportunity Owner", "Stage", "Amount", "Created Date", "Close Date", "Lead Source", "Account Name", "Notes"] as const;

const owners = ["O'Neil", "back\\slash", "张伟", 'say "hi"', "' or 1=1 --", "Émile", "ÉMILE", "émile ", "  Ivy", "ivy", "-", "N/A", "", "$1", "{p1:String}", "a;b", "tab\\t"];
const stages = ["Closed Won", "Closed Lost", "Prospecting", "closed won", "Closed Won ", "Negotiation/Review"];
const sources = ["Web", "web", "", "none", "N/A", "Messe \\ Köln", "line 'one'", "0", "TRUE"];

/** The same at every call; cells as an export has them. */
export function awkwardDeals(): string[][] {
  return Array.from({ length: 600 }, (_, at) => {
    const draw = (salt: number, below: number) => ((at + 1) * 7919 * salt + salt * 104_729 + Math.floor(at / 7) * 31) % below;
    const created = `2026-0${1 + draw(3, 5)}-${String(1 + draw(5, 28)).padStart(2, "0")}`;
    const closed = `2026-${String(6 + draw(7, 6)).padStart(2, "0")}-${String(1 + draw(11, 28)).padStart(2, "0")}`;
    const amount = draw(13, 9) === 0 ? "" : `${draw(17, 90_000)}.${String(draw(19, 100)).padStart(2, "0")}`;
    return [`006${String(at).padStart(6, "0")}`, owners[draw(23, owners.length)]!, stages[draw(29, stages.length)]!, amount, created, closed, sources[draw(31, sources.length)]!, `Account ${draw(37, 40)}`, at % 4 === 0 ? "" : "called"];
  });
}
