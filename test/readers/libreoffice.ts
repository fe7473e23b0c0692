// A workbook as LibreOffice reads it: opened, nothing computed, and saved again.

import { stringifyTokens, tokenize } from "@borgar/fx/xlsx";
import { plainFormula } from "../../src/hosts/office/same-formula";
import { convert } from "../office";
import type { Contents } from "./contents";
import { readByHucre } from "./hucre";

/** Formulas in one way of writing: LibreOffice writes them in its own. */
export async function readByLibreOffice(bytes: Uint8Array): Promise<Contents> {
  return withPlainFormulas(await readByHucre(await convert(bytes, "xlsx", "none")));
}

export function withPlainFormulas(contents: Contents): Contents {
  const { cells, names, validations } = contents;
  return {
    ...contents,
    cells: new Map([...cells].map(([at, { value, formula }]) => [at, { value, formula: formula === null ? null : plain(formula) }])),
    names: (names ?? []).map(plain),
    validations: (validations ?? []).map(plain),
  };
}

/** `1E+6` is 1000000, `TRUE()` is TRUE. */
function plain(formula: string): string {
  const tokens = tokenize(formula, { mergeRefs: true }).map((token) => (token.type === "number" ? { ...token, value: String(Number(token.value)) } : token));
  return plainFormula(stringifyTokens(tokens)).replace(/\b(TRUE|FALSE)\(\)/g, "$1");
}
