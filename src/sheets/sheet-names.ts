// What is each sheet called: as the user renamed it, else by our name; never two by one.

import { wholeTextIn, type WholeText } from "../text/whole";
import { languages } from "../text/language";
import { freeName } from "./any-language";
import type { SheetSpec } from "./block";
import { chosenSheets } from "./chosen";
import type { Memory } from "./memory";

/** Longest name of a sheet in Excel. */
const longest = 31;

/** The sheets under the names they shall have. The user's names come first; one of ours that is taken gets a number. */
export function withNames(sheets: readonly SheetSpec[], { sheets: now }: Pick<Memory, "sheets">): readonly SheetSpec[] {
  const given = sheets.map(({ id }) => givenName(id, now?.get(id)));
  const taken = new Set(given.flatMap((name) => (name === null ? [] : [name.toLowerCase()])));
  return sheets.map((sheet, at) => {
    const name = given[at] ?? freeName(sheet.name, taken, longest);
    taken.add(name.toLowerCase());
    return name === sheet.name ? sheet : { ...sheet, name };
  });
}

/** Our names of sheets by id. */
export function sheetNamesOf(text: WholeText): ReadonlyMap<string, string> {
  const chosen = chosenSheets.map((id): [string, string] => [id, text.sheets[id].name]);
  return new Map([...Object.entries(text.tables.sheets), ...chosen, ["journeyCustomers", text.journey.customers.sheet], ["reviewDecisions", text.review.decisions.sheet], ["kept", text.kept.sheet], ["healthScores", text.health.scoresSheet], ["loyaltyCohorts", text.loyalty.cohortsSheet], ["loyaltyCustomers", text.loyalty.customersSheet], ["handoverTicks", text.together.ticks.sheet]]);
}

/** The name a sheet has, where the user gave it that. */
function givenName(id: string, now: string | undefined): string | null {
  const isOurs = languages.some((language) => sheetNamesOf(wholeTextIn(language)).get(id)?.toLowerCase() === now?.toLowerCase());
  return now === undefined || isOurs ? null : now;
}
