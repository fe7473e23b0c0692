// All sample exports by file name: deals of each CRM, and activities of two.

import { activityRows } from "./activities";
import { makeDeals } from "./deals";
import { exportOf, rowsOf, sampleCrms, type SampleCrm } from "./exports";
import type { SampleLanguage } from "./names";
import { csv } from "./write";

/** File names with their text; the same at every call. */
export function allSamples(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const crm of sampleCrms) for (const language of ["en", "zh"] as const) files.set(`${crm}-deals-${language}.csv`, dealsText(crm, language));
  files.set("hubspot-activities-en.csv", activitiesText("hubspot", "en", "all"));
  files.set("fxiaoke-activities-zh.csv", activitiesText("fxiaoke", "zh", "needed"));
  return files;
}

function dealsText(crm: SampleCrm, language: SampleLanguage): string {
  const shape = exportOf(crm, language);
  return marked(language, csv(rowsOf(shape, dealsOf(crm, language)), shape.quotes));
}

function activitiesText(crm: SampleCrm, language: SampleLanguage, quotes: "all" | "needed"): string {
  return marked(language, csv(activityRows(seedOf(crm, language) + 1, language, dealsOf(crm, language)), quotes));
}

function dealsOf(crm: SampleCrm, language: SampleLanguage) {
  return makeDeals(seedOf(crm, language), language, exportOf(crm, language).pipeline);
}

function seedOf(crm: SampleCrm, language: SampleLanguage): number {
  return 1000 + sampleCrms.indexOf(crm) * 100 + (language === "en" ? 0 : 50);
}

/** Chinese exports carry a byte order mark, as Excel needs it. */
function marked(language: SampleLanguage, text: string): string {
  return language === "zh" ? `\ufeff${text}` : text;
}
