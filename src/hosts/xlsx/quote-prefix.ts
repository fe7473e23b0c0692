// Texts that Excel would take for a formula if they were typed. In a cell they are texts, until somebody edits it: the quote prefix keeps them texts then too.

import type { CellValue } from "../../values";
import type { Styles } from "./styles";

/** The style for a text in a cell that has this one otherwise. In cells of the format Text every text stays one. */
export function styleFor(value: CellValue, style: number, isText: boolean, styles: Styles): number {
  return !isText && typeof value === "string" && beginsFormula(value) ? styles.quoted(style) : style;
}

/** Also behind spaces and with the wide signs of a Chinese keyboard, which Excel understands as well. */
function beginsFormula(text: string): boolean {
  return signs.has(text.charCodeAt(0)) || (text.charCodeAt(0) <= 32 && /^\s*[=+\-@]/.test(text));
}

const signs: ReadonlySet<number> = new Set([..."=+-@＝＋－＠'"].map((sign) => sign.charCodeAt(0)));
