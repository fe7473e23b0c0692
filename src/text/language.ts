// The languages a user can read, and the sentences of each.

import { en, type Text } from "./en";
import { zh } from "./zh";

export const languages = ["en", "zh-CN"] as const;
export type Language = (typeof languages)[number];

/** How each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { en: "English", "zh-CN": "中文" };

const texts: Readonly<Record<Language, Text>> = { en, "zh-CN": zh };

/** Every sentence in one language. */
export function textIn(language: Language): Text {
  return texts[language];
}

/** The language of a browser's or system's locale tag: Chinese for `zh…`, English for anything else. */
export function languageOf(locale: string): Language {
  return /^zh\b/i.test(locale) ? "zh-CN" : "en";
}
