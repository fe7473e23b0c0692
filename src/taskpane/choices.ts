// What can be built from what the user wishes, and what was left out of it?

import { rowKinds } from "../crm/reading";
import { chosenAgain, chosenAtFirst, chosenSheets, isServed, type ChosenSheet } from "../sheets/chosen";
import type { Memory } from "../sheets/memory";
import type { Template } from "../sheets/template";
import { readyTemplateSheets } from "../sheets/template-names";
import type { Language } from "../text/language";
import type { Session } from "./session";
import type { Choice, Imported } from "./work";

/** What can be built now; null while a wish is missing. */
export function choiceOf(session: Session): Choice | null {
  const { wishes, language } = session;
  const { asOf } = wishes;
  const sheets = sheetsWished(session);
  return asOf === null || sheets.length === 0 ? null : { ...wishes, asOf, sheets, language: wishes.language ?? language };
}

/** What a template calls itself. */
export function titleOf({ title }: Template, language: Language): string {
  return typeof title === "string" ? title : title[language];
}

/** The sheets the user chose; until then those that what was brought serves, and those of the template. */
export function sheetsWished({ wishes, tables }: Pick<Session, "wishes" | "tables">): readonly ChosenSheet[] {
  if (wishes.sheets) return wishes.sheets;
  const { template } = wishes;
  const ofTemplate: readonly ChosenSheet[] = template === null ? [] : typeof template === "string" ? readyTemplateSheets : template.sheets;
  const likely = chosenAtFirst(new Set(tables.flatMap(({ gives }) => gives)));
  return chosenSheets.filter((sheet) => likely.includes(sheet) || ofTemplate.includes(sheet));
}

/** The same for a workbook that is there: in its language, with the sheets it has. */
export function refreshedChoice(choice: Choice, memory: Memory): Choice {
  return { ...choice, language: memory.language ?? choice.language, sheets: memory.sheets ? chosenAgain(memory.sheets) : choice.sheets };
}

/** A table's findings: rows that were left out, and what the user should look at. */
export function sortedFindings({ findings }: Imported) {
  return {
    leftOut: findings.filter((finding) => rowKinds.has(finding.kind)),
    toCheck: findings.filter((finding) => !rowKinds.has(finding.kind)),
  };
}

/** Currencies of all tables, each once. */
export function currenciesIn({ tables }: Session): readonly string[] {
  return [...new Set(tables.flatMap(({ currencies }) => currencies))];
}

/** Sheets a built workbook does not have: what was brought cannot fill them, or they were not chosen. */
export function sheetsLeftOut({ built, tables }: Session): { readonly notChosen: readonly ChosenSheet[]; readonly needing: readonly ChosenSheet[] } {
  const there = new Set(built?.plan.sheets.map(({ id }) => id));
  const objects = new Set(tables.map(({ object }) => object));
  const missing = chosenSheets.filter((sheet) => !there.has(sheet));
  return { notChosen: missing.filter((sheet) => isServed(sheet, objects)), needing: missing.filter((sheet) => !isServed(sheet, objects)) };
}
