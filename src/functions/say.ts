// A refusal as a sentence in the user's language.

import type { Refusal } from "../metrics/refusal";
import { functionProblems as en } from "../text/en/functions/problems";
import type { Language } from "../text/language";
import { functionProblems as zh } from "../text/zh/functions/problems";
import { parameterNames } from "../text/zh/functions/parameters";

/** What Excel shows beside the error. */
export function sentenceOf({ kind, parts }: Refusal, language: Language): string {
  const text = { en, "zh-CN": zh }[language][kind];
  const known: Record<string, string | number | undefined> = { row: 1, ...parts, argument: nameOf(parts.argument ?? "", language) };
  if (parts.column !== undefined && !text.includes("{column}")) known.found = `${parts.found} (${parts.column})`;
  return text.replace(/\{(\w+)\}/g, (_, part: string) => String(known[part] ?? "?"));
}

function nameOf(argument: string, language: Language): string {
  return language === "en" ? argument : (parameterNames[argument] ?? argument);
}
