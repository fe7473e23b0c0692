// On which paper is the workbook printed?

import { keyOfWord } from "./any-language";
import type { SheetSpec } from "./block";
import type { Memory } from "./memory";
import type { Paper } from "./plan";

/** The cell of Setup the user chooses it in. */
export const paperName = "Paper";

export const paperSizes = ["a4", "letter"] as const;
type PaperSize = (typeof paperSizes)[number];

/** As typed; else Letter where amounts are in a currency of North America, where it is the usual one. */
export function paperOf(memory: Memory, currency: string): PaperSize {
  return keyOfWord(memory.inputs.get(paperName), ({ setup }) => setup.papers) ?? (["USD", "CAD", "MXN"].includes(currency) ? "letter" : "a4");
}

/** The sheets, made for A4 and A3, on that paper. */
export function onPaper(sheets: readonly SheetSpec[], size: PaperSize): readonly SheetSpec[] {
  if (size === "a4") return sheets;
  const same: Readonly<Record<Paper, Paper>> = { a4: "letter", a3: "tabloid", letter: "letter", tabloid: "tabloid" };
  return sheets.map((sheet) => ({ ...sheet, print: { ...sheet.print, paper: same[sheet.print.paper] } }));
}
