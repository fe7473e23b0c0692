// What is left of a cell's text once its dress is off, and which texts stand for nothing.

/** Half-width, plain spaces, plain minus; trimmed. */
export function plain(text: string): string {
  return ASCII.test(text) ? text.trim() : text.normalize("NFKC").replace(INVISIBLE, "").replace(/[−‐‑‒–—﹣]/g, "-").replace(/\s+/g, " ").trim();
}

/** Trimmed of spaces of every kind; a text of several lines keeps its line breaks, one that looks like a formula every sign. */
export function trimmed(text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  if (first > 32 && last > 32 && first < 128 && last < 128) return text;
  const core = text.replace(EDGES, "");
  if (core.length === text.length) return text;
  if (looksLikeFormula(text)) return text;
  return core.includes("\n") ? text.replace(/^[^\S\r\n\t]+|[^\S\r\n\t]+$/g, "") : core;
}

/** True for a cell that a spreadsheet would run, and that is no number. */
export function looksLikeFormula(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first > 64 && first < 128) return false;
  if (!FORMULA.test(text)) return false;
  return !NUMBER.test(text.trim()) && !NOTHING.test(text.trim());
}

/** True for a text that stands for "nothing here", such as `-`, `n/a`, `待定`, `Select`. */
export function isPlaceholder(text: string): boolean {
  return text.length <= 16 && placeholders.has(plain(text).toLowerCase());
}

/** As `isPlaceholder`, and for the words that could be a text's real value: `None`, `NA`. */
export function isPlaceholderFigure(text: string): boolean {
  return isPlaceholder(text) || /^(none|na|nan|nat|tbd|tba|\(?未设置\)?|#value!|#ref!|#div\/0!)$/i.test(plain(text));
}

/** The words that may stand for nothing, in small letters: for finding candidates where cells are too many to look at each. */
export function nothingWords(): readonly string[] {
  return [...placeholders, "none", "na", "nan", "nat", "tba", "(未设置)", "#value!", "#ref!", "#div/0!"];
}

/** False when no placeholder has this first letter and this length: a question of two numbers instead of a look-up. */
export function couldBeNothing(first: number, length: number): boolean {
  return ((lengths[(first | 32) - 97] ?? 0) & (1 << length)) !== 0;
}

const ASCII = /^[\x20-\x7e]*$/;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/g;
const EDGES = /^[\s\u200b-\u200f\u2060\ufeff]+|[\s\u200b-\u200f\u2060\ufeff]+$/g;
const FORMULA = /^(?:[\t\r]|[\s\u200b\ufeff]*[=+\-@＝＋－＠])/;
const NUMBER = /^[+-]?[\d.,]*\d[\d.,]*%?$/;
const NOTHING = /^[-–—]*$/;

const placeholders: ReadonlySet<string> = new Set([
  "-", "--", "---", "select", "(select)", "please select", "- select -", "-- select --", "-select-", "unknown", "n/a", "n.a.", "#n/a", "null", "(null)", "nil",
  "(none)", "--none--", "-none-", "- none -", "(blank)", "blank", "empty", "undefined", "?", "??", "tbd", "tbc", "not set", "no value", "(no value)",
  "待定", "面议", "未知", "无", "暂无", "空", "(空)", "请选择", "-请选择-", "--请选择--", "未填写", "未填", "不详", "未设置", "/", "\\",
]);

/** By first letter, the lengths of the placeholders as bits. */
const lengths: readonly number[] = [..."abcdefghijklmnopqrstuvwxyz"].map((letter) =>
  nothingWords().filter((word) => word.startsWith(letter)).reduce((bits, { length }) => bits | (1 << length), 0),
);
