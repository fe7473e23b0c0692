import type { Issue, IssueKind } from "../../crm/reading";

/** One plain sentence for a finding: what, where, what to do. `count` may sum several findings; `row` is then the first. */
export const issues: Record<IssueKind, (issue: Issue) => string> = {
  "title-line": (it) => `Title above the header, left out: ${rows(it)}.`,
  "empty-row": (it) => `Empty, left out: ${rows(it)}.`,
  "repeated-header": (it) => `Header repeated between the records, left out: ${rows(it)}.`,
  subtotal: (it) => `Subtotals, left out so that nothing counts twice: ${rows(it)}.`,
  "grand-total": (it) => `Grand total, left out so that nothing counts twice: ${rows(it)}.`,
  footer: (it) => `Report footer under the table, left out: ${rows(it)}.`,
  "deleted-record": (it) => `Marked as deleted in the CRM, left out: ${rows(it)}.`,
  "no-content": (it) => `Nothing in it that identifies a record, left out: ${rows(it)}.`,

  "duplicate-header": (it) => `Header used more than once: ${column(it)}. The later ones got a number; check which one is meant.`,
  "long-header": (it) => `Header longer than the 255 characters a column's name can have, so cut: ${column(it)}. Check that it is a header.`,
  "empty-header": (it) => `Column without a header: ${column(it)}. It got a name by its position.`,
  unmapped: (it) => `No field for the column ${column(it)}. It is kept as it is; choose a field if it matters.`,
  ungrouped: (it) => `No field for the column ${column(it)}. Only records that are rows of their own have it, groups do not; choose a field if it matters.`,
  "stage-days-grouped": (it) => `No stage history from ${many(it.count, "column")} of stage dates, such as ${column(it)}: so many deals are counted in groups. Bring in the CRM's own stage history beside them.`,
  "other-type": (it) => `Not used: the column ${column(it)} is of another type in the database than its figures need. Make a view that has ${it.found ?? "?"} in its place, and name the view.`,

  unreadable: (it) => `Could not be read, so empty here: ${cells(it)}. Correct the export, or choose another field for the column.`,
  hashes: (it) => `Only #### was copied, so empty here: ${cells(it)}. Widen the column and copy again.`,
  placeholder: (it) => `Placeholder, counted as missing: ${cells(it)}. Fill it in the CRM.`,
  "formula-text": (it) => `Text that begins like a formula: ${cells(it)}. It stays text; nothing is run.`,
  "too-long": (it) => `Longer than Excel can use (32,767 characters in a cell, 255 in a name), so cut: ${cells(it)}. The CRM has the full text.`,
  "negative-amount": (it) => `Negative amount, counted as written: ${cells(it)}. Check that it is a credit.`,
  "percent-mixed": (it) => `Percent written in two forms (60 % and 0.6): ${cells(it)}. Each was read by its own form; check them.`,
  "date-order-assumed": (it) => `Dates that could be day-month or month-day: ${cells(it)}. One order was assumed for the whole column; check it.`,
  "date-order-mismatch": (it) => `Date in another order than the rest of the column: ${cells(it)}. Check it.`,
  "far-year": (it) => `Year after 2399, so empty here: ${cells(it)}. Of the Buddhist calendar? Export with years like 2026.`,
  "decimal-comma": (it) => `Numbers with a decimal comma, read as such: ${cells(it)}.`,
  "decimal-ambiguous": (it) => `Comma or point that could mean thousands or decimals: ${cells(it)}. Check the amounts.`,

  missing: (it) => `Empty: ${cells(it)}. Figures that need it leave these records out.`,
  duplicate: (it) => `The same record again: ${rows(it)}. Check for double entries in the CRM.`,
  "duplicate-unchecked": (it) => `Double entries are not looked for among so many records in groups: ${rows(it)}. Check for them in the CRM.`,
  "merged-blanks": (it) => `Blank under a merged cell: ${cells(it)}. If the value above is meant, answer “Yes, fill down” in the pane, or fill them in the CRM.`,
  "actual-amount": (it) => `Won deals counted at their actual amount, not at the estimate: ${cells(it)}. Choose no field for the column if the estimate is meant.`,
  "outcome-contradicts-stage": (it) => `Stage and won/lost flag contradict each other: ${rows(it)}. The stage counts; correct the flag in the CRM.`,
  "unknown-stage": (it) => `Unknown stage, counted as open: ${cells(it)}. Set its outcome on the Setup sheet.`,
  "close-before-created": (it) => `Closed before it was created: ${rows(it)}. Its days are not counted; correct the dates.`,
  "ragged-row": (it) => `More or fewer cells than the header: ${rows(it)}. Look for a stray quote or separator.`,

  encoding: (it) => it.found === "\ufffd" ? `${many(it.count, "character")} could not be decoded and stand${it.count === 1 ? "s" : ""} as “\ufffd”. Export again, as UTF-8.` : `Not in UTF-8, so read as ${it.found ?? "?"}. If names look wrong, export as UTF-8.`,
  currencies: (it) => `More than one currency: ${cells(it)}. They are not one sum: the others count as soon as you type their rates on Setup.`,
  "one-created-date": () => "All records were created on one day, so their sales cycle means nothing and is left out.",
  "no-close-date": (it) => it.column === null ? "There is no close date, so there is no sales cycle and nothing by month. Add it to the export." : `Won or lost without a close day, so in no month and no sales cycle: ${many(it.count, "deal")} (column ${column(it)}). Fill it in the CRM.`,
  "join-miss": (it) => `No counterpart in the other table: ${cells(it)}. Write the name the same way in both.`,

  "sheet-unknown": (it) => `Not read: ${sheets(it)}. No sales records were recognised there; if there are some, save the sheet as a file of its own and bring that in.`,
  "sheet-repeated": (it) => `Not read, so that nothing counts twice: ${sheets(it)}. Most of the records there are on a larger sheet too; save the sheet as a file of its own if it is the one that counts.`,
  "sheet-other": (it) => `Not read, since you asked for other records: ${sheets(it)}. Name the file once more for these, or without saying what it holds.`,
  "sheet-hidden": (it) => `Not read, since hidden: ${sheets(it)}. Unhide it in Excel and save if it is meant.`,
  "file-other": (it) => `Not read: ${it.count === 1 ? "the file" : `${it.count} files,`} “${it.found ?? "?"}”. In a folder, CSV, Parquet and JSON files are read; save it as one of these, or name it by itself, if it holds records.`,
  "file-empty": (it) => `Without a row: ${it.count === 1 ? "the file" : `${it.count} files,`} “${it.found ?? "?"}”. Check the filter of the export if there should be some.`,
};

function column(issue: Issue): string {
  return `“${issue.column ?? "?"}”`;
}

function sheets(issue: Issue): string {
  return `${issue.count === 1 ? "sheet" : "sheets"} “${issue.found ?? "?"}”`;
}

function rows(issue: Issue): string {
  return `${many(issue.count, "row")}${example(issue)}`;
}

function cells(issue: Issue): string {
  const where = issue.column === null ? many(issue.count, "row") : `${many(issue.count, "cell")} in ${column(issue)}`;
  return `${where}${example(issue)}`;
}

function many(count: number, unit: string): string {
  return `${count.toLocaleString("en")} ${unit}${count === 1 ? "" : "s"}`;
}

function example(issue: Issue): string {
  const line = issue.row === null ? "" : `${issue.count > 1 ? "first in line" : "line"} ${issue.row.toLocaleString("en")}`;
  const found = issue.found === null || issue.found === "" ? "" : `“${shortened(issue.found)}”`;
  const inside = [line, found].filter((part) => part !== "").join(", ");
  return inside === "" ? "" : ` (${inside})`;
}

function shortened(found: string): string {
  return found.length > 60 ? `${found.slice(0, 59)}…` : found;
}
