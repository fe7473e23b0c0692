// Every sentence of a workbook: those the pane has at once, and those of the sheets.

import type { Text } from "./en";
import { enSheets } from "./en-sheets";
import { textIn, type Language } from "./language";
import { zhSheets } from "./zh-sheets";

export type SheetText = typeof enSheets;
export type WholeText = Text & SheetText;

/** Made once: whoever asks again gets the same. */
const whole: Readonly<Record<Language, WholeText>> = { en: { ...textIn("en"), ...enSheets }, "zh-CN": { ...textIn("zh-CN"), ...zhSheets } };

export function wholeTextIn(language: Language): WholeText {
  return whole[language];
}
