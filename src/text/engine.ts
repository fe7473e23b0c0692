// What is said of databases and files too big for a sheet. Only the command line says it: it is not in the pane's script.

import { engine as en } from "./en/engine";
import type { Language } from "./language";
import { engine as zh } from "./zh/engine";

/** What each language must say of engines. */
export type EngineText = typeof en;

const texts: Readonly<Record<Language, EngineText>> = { en, "zh-CN": zh };

/** What is said of engines in a language. */
export function engineTextIn(language: Language): EngineText {
  return texts[language];
}
