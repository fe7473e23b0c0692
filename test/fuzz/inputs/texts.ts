// Texts no export should be, and exports with something broken in them.

import fc from "fast-check";
import { corpusTexts } from "./corpus";
import { share } from "./share";

/** What readers stumble over: signs that cut, quotes, marks, halves of characters, formulas, odd numbers and days, names of object members. */
export const nastyTexts = [
  '"', '""', "'", "\\", '\\"', ",", ";", "\t", "|", ", ", "\n", "\r", "\r\n", "\n\n", "\0", '\0"', "\ufeff", "\ufffd", "\ufffe", "\u200b", "\u00a0", "\u202e", "\u0001", "\u001b", "\u0085", "\u2028",
  "\ud800", "\udc00", "😀", "é", "e\u0301", "中", "ﷺ", "İ", "ß", "０１２", "٣٤", "½", "−", "—",
  '=HYPERLINK("http://x","y")', "=1+1", "+1", "-1", "@SUM(A1)", "=", "-", "+", "'=1", "_x0041_", "_x000D_", "&amp;", "&#0;", "<b>", "<table>", "</td>", "]]>", "<!--",
  "0", "00123", "-0", "1e400", "-1e400", "1e-400", "9".repeat(400), "0.1", "1,5", "1.234.567,89", "1,234,567.89", "1 234", "1'234", "(5)", "5-", "50%", "0.5", "5000%", "¥1万", "3亿元", "$-5", "USD 5", "€", "NaN", "Infinity", "-Infinity", "1E5", "0x10", "####",
  "2026-11-23", "23/11/2026", "11/23/2026", "2026-02-30", "0000-00-00", "9999-12-31", "99999-01-01", "1900-02-29", "45000", "-45000", "2958466", "1e9", "31-Dec-99", "2026年11月23日", "2026-11-23T25:61:61Z", "24:00", "Q4 2026",
  "Total", "Grand Total", "合计", "小计", "sep=,\n", "Page 1", "Copyright", "Deals (3 records)", "N/A", "null", "undefined", "none", "-", "--", "TRUE", "是",
  "__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "length", "Column 1", "Column 2",
  "Closed Won", "Closed Lost", "Won", "输单", "赢单", "Prospecting", "Lead", "x".repeat(300), "中".repeat(40_000),
] as const;

const headers = [
  "Deal ID", "Opportunity Name", "Account Name", "Stage", "Amount", "Close Date", "Created Date", "Opportunity Owner", "Probability (%)", "Currency", "Lead Source", "Next Step", "Type", "Closed", "Won", "Is Deleted",
  "Deal Name", "Deal Stage", "Deal owner", "Create Date", "Date entered \"Closed Won\"", "Days in stage", "商机名称", "客户名称", "商机金额", "预计成交日期", "负责人", "阶段", "赢率", "创建时间",
  "Lead Name", "Company", "Email", "Phone", "Status", "Converted", "Order ID", "Order Date", "Customer", "Quantity", "Score", "Answer", "Survey", "Campaign", "Budget", "Actual Cost", "Activity Date", "Subject", "From Stage", "To Stage", "Rep", "Manager", "Quota",
];

const word = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...nastyTexts) }, { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) }, { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) });

/** A cell of any kind, most of them short. */
export const cellText = fc.oneof({ weight: 3, arbitrary: word }, { weight: 1, arbitrary: fc.array(word, { maxLength: 4 }).map((words) => words.join("")) }, { weight: 1, arbitrary: fc.constant("") });

/** Rows of cells under a header, now and then of all lengths. */
export const rows = fc
  .record({
    header: fc.array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...headers) }, { weight: 1, arbitrary: cellText }), { minLength: 1, maxLength: 10 }),
    above: fc.array(fc.array(cellText, { maxLength: 3 }), { maxLength: 2 }),
    body: fc.array(fc.array(cellText, { minLength: 0, maxLength: 12 }), { maxLength: 12 }),
    squared: fc.boolean(),
  })
  .map(({ header, above, body, squared }) => [...above, header, ...(squared ? body.map((row) => header.map((_, at) => row[at] ?? "")) : body)]);

/** The rows as a text, quoted as they should be or not at all. */
const written = fc.record({ rows, delimiter: fc.constantFrom(",", ";", "\t", "|", ", ", " "), end: fc.constantFrom("\n", "\r\n", "\r"), quoting: fc.constantFrom("all", "needed", "none", "half") })
  .map(({ rows: made, delimiter, end, quoting }) => made.map((row) => row.map((cell, at) => quoted(cell, at, quoting)).join(delimiter)).join(end));

function quoted(cell: string, at: number, quoting: string): string {
  if (quoting === "all" || (quoting === "needed" && /["\n\r,;\t|]/.test(cell))) return `"${cell.replaceAll('"', '""')}"`;
  return quoting === "half" && at % 2 === 0 ? `"${cell}` : cell;
}

/** One change of a text: a piece taken out, doubled, moved, cut off, or something put in. */
interface Change {
  readonly kind: "put" | "drop" | "double" | "end" | "swap";
  readonly from: number;
  readonly size: number;
  readonly text: string;
}

export const changes = fc.array(fc.record({
  kind: fc.constantFrom("put", "drop", "double", "end", "swap"), from: share, size: fc.nat(60), text: word,
}), { maxLength: 6 });

/** The text with all changes made, one after another. */
export function changed(text: string, all: readonly Change[]): string {
  return all.reduce((now, { kind, from, size, text: put }) => {
    const at = Math.floor(from * now.length);
    switch (kind) {
      case "put": return now.slice(0, at) + put + now.slice(at);
      case "drop": return now.slice(0, at) + now.slice(at + size);
      case "double": return now.slice(0, at) + now.slice(at, at + size).repeat(2) + now.slice(at + size);
      case "end": return size < 8 ? now.slice(0, at) : now;
      case "swap": return now.slice(0, at) + put.slice(0, size) + now.slice(at + size);
    }
  }, text);
}

/** A real export with a few changes. */
const broken = fc.record({ text: fc.constantFrom(...corpusTexts()), all: changes }).map(({ text, all }) => changed(text, all));

/** Any text: made rows, a soup of nasty pieces, or a real export broken. */
export const anyText = fc.oneof({ weight: 4, arbitrary: written }, { weight: 1, arbitrary: fc.array(word, { maxLength: 60 }).map((words) => words.join("")) }, { weight: 3, arbitrary: broken });
