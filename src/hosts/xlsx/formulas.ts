// The formulas of a sheet's cells: those that several cells share are said in full for each.

import { translateFormulaToA1, translateFormulaToR1C1 } from "@borgar/fx/xlsx";
import { relative } from "../../sheets/address";
import { attributesOf, stringText } from "./scan";

/** Gives the formula between the tags of a cell, without "="; undefined where there is none. */
type ReadFormula = (row: number, column: number, inner: string) => string | undefined;

const formulaTag = /<(?:[\w.-]+:)?f(\s[^>]*?)?(?:\/>|>([^<]*)<)/;

/** One for each sheet: cells that share a formula come after the one that says it. */
export function formulaReader(): ReadFormula {
  const shared = new Map<string, string>();
  return (row, column, inner) => {
    const match = formulaTag.exec(inner);
    if (!match) return undefined;
    const attributes = attributesOf(match[1] ?? "");
    const text = stringText(match[2] ?? "");
    const group = attributes.get("t") === "shared" ? attributes.get("si") : undefined;
    if (group === undefined) return text === "" ? undefined : text;
    if (text !== "") shared.set(group, translateFormulaToR1C1(text, relative({ row, column })));
    const known = shared.get(group);
    return text !== "" ? text : known && translateFormulaToA1(known, relative({ row, column }));
  };
}
