// Is it the same formula? Excel writes what it was told in its own way: other spaces, quotes and short forms.

/** Whether two formulas, without "=", say the same. */
export function sameFormula(one: string, other: string): boolean {
  return one === other || plainFormula(one) === plainFormula(other);
}

/** The formula in one way of writing: texts as they are; the rest without spaces, needless quotes and the name of the table a row reference stands in. */
export function plainFormula(formula: string): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, at) => (at % 2 === 1 ? part : plainCode(part)))
    .join("");
}

function plainCode(code: string): string {
  return code
    .replace(/'([\p{L}_][\p{L}\p{N}_.]*)'!/gu, "$1!")
    .replace(/[\p{L}_\\][\p{L}\p{N}_.\\]*(?=\[(?:@|\[#this row\]))/giu, "")
    .replace(/\[\[#this row\],\s*\[([^[\]]*)\]\]/gi, "[@[$1]]")
    .replace(/\[\[#this row\],\s*(\[[^[\]]*\]:\[[^[\]]*\])\]/gi, "[@$1]")
    .replace(/\[@([^[\]]+)\]/g, "[@[$1]]")
    .replace(/_xl(?:fn|ws|pm|udf)[._]/gi, "")
    .replace(/\s+/g, "")
    .toUpperCase();
}
