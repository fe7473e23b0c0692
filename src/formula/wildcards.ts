// MATCH, COUNTIFS and SUMIFS read * ? ~ in a text as wildcards: how a text stands for itself.

/** A formula for the text of a formula, with the signs escaped. */
export function asItself(formula: string): string {
  return `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${formula},"~","~~"),"*","~*"),"?","~?")`;
}

/** The same, where any of the texts it may be has such a sign. */
export function asItselfAmong(formula: string, texts: readonly unknown[]): string {
  return texts.some((text) => typeof text === "string" && hasWildcard(text)) ? asItself(formula) : formula;
}

export function hasWildcard(text: string): boolean {
  return /[*?~]/.test(text);
}

/** The signs escaped in a text. */
export function escaped(text: string): string {
  return text.replace(/[*?~]/g, "~$&");
}
