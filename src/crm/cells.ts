// What does a cell look like before anyone knows its column: blank, a value, or words?

const NUMBER = /^[-+(−]?\s*(?:[$€£¥￥₹]|[A-Za-z]{2,3}[$ ]|人民币\s?)?\s*[-+−]?[\d０-９][\d０-９.,'’\s，．]*(?:[eE][-+]?\d+)?\s*(?:%|％|[$€£¥￥₹]|[万亿元]{1,3}|[A-Z]{3})?\s*\)?$/u;
const DATE = /^\d{1,4}[-/.年]\d{1,2}(?:[-/.月]\d{1,4}日?)?(?:[T ,]+\d{1,2}:\d{2}.*)?$/u;
const WORD_DATE = /^(?:[A-Za-z]{3,9}\.?[- ]\d{1,2},?[- ]\d{2,4}|\d{1,2}[- ][A-Za-z]{3,9}\.?,?[- ]\d{2,4}|[A-Za-z]{3}-\d{2})(?:[ ,]+\d{1,2}:\d{2}.*)?$/;
const OTHER = /^(?:\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?|true|false|[^\s@]+@[^\s@]+\.[a-z]{2,}|https?:\/\/\S+|[+(]?[\d][\d\s()+-]{6,}|(?=\S*\d)[0-9A-Za-z]{15,18}|\{?[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}\}?)$/i;
/** A number of something in a total's row: `5 deals`, `共 5 条`. */
const COUNT = /^(?:共\s*)?\d[\d.,]*\s*[\p{L}()]{1,14}$/u;

/** A cell with nothing to see. */
export function isBlank(cell: string | undefined): boolean {
  return cell === undefined || cell === "" || cell.trim() === "";
}

/** A number, amount, percentage, date, time, flag, address or id: what data hold and header names are not. */
export function isValue(cell: string): boolean {
  const text = cell.trim();
  return text.length < 60 && (NUMBER.test(text) || DATE.test(text) || WORD_DATE.test(text) || OTHER.test(text));
}

/** A number, an amount or a count of things, as beside the word Total. */
export function isFigure(cell: string): boolean {
  const text = cell.trim();
  return text.length < 60 && (NUMBER.test(text) || COUNT.test(text));
}

/** How many cells of a row are not blank. */
export function filledIn(row: readonly string[]): number {
  let count = 0;
  for (const cell of row) if (!isBlank(cell)) count++;
  return count;
}

/** Where the first cell that is not blank is; -1 for an empty row. */
export function firstFilled(row: readonly string[]): number {
  for (let i = 0; i < row.length; i++) if (!isBlank(row[i])) return i;
  return -1;
}
