// What is said of the add-in outside its pane: manifests and the page about it. Not in the pane's script, which never shows it.

import { addIn as en } from "./en/add-in";
import type { Language } from "./language";
import { addIn as zh } from "./zh/add-in";

/** What each language must say of the add-in. */
export type AddInText = typeof en;

const texts: Readonly<Record<Language, AddInText>> = { en, "zh-CN": zh };

/** What is said of the add-in in a language. */
export function addInTextIn(language: Language): AddInText {
  return texts[language];
}
