// The ready templates (content without code, each a file in `templates/content`), and a template as a workbook and back.

import distribution from "../templates/content/distribution.json";
import manufacturing from "../templates/content/manufacturing.json";
import saas from "../templates/content/saas.json";
import services from "../templates/content/services.json";
import { report } from "./report";
import { chosenSheets } from "./sheets/chosen";
import { emptyMemory, type Memory } from "./sheets/memory";
import type { WorkbookPlan } from "./sheets/plan";
import { isTemplateProblem, readTemplate } from "./sheets/read-template";
import { templateOf, type SavedTemplate } from "./sheets/save-template";
import { settingNames } from "./sheets/settings";
import { templateInputs, templateTables, type Template } from "./sheets/template";
import type { ReadyTemplate } from "./sheets/template-names";
import type { Language } from "./text/language";
import type { Day } from "./values";

const files: Readonly<Record<ReadyTemplate, unknown>> = { saas, manufacturing, distribution, services };

/** A ready template, read as any other is. */
export function readyTemplate(name: ReadyTemplate): Template {
  const read = readTemplate(JSON.stringify(files[name]));
  if (isTemplateProblem(read)) throw new Error(`no template: ${name} ${read.problem} ${read.where ?? ""}`);
  return read.template;
}

/** The workbook of a template, to be filled by hand or by pasting an export later. */
export function templateBook(template: Template, language: Language, asOf: Day): WorkbookPlan {
  return report({ imports: [], memory: emptyMemory, template, sheets: template.sheets, language, asOf });
}

/** A template of what a workbook holds; `memory` is what `rememberedForTemplate` reads of it. Its days count from the workbook's as-of day, else from today. */
export function savedTemplate(memory: Memory, name: string, title: string, about: string, today: Day): SavedTemplate {
  const typed = memory.inputs.get(settingNames.asOf);
  const asOf = typeof typed === "number" ? (typed as Day) : today;
  const [inputs, tables] = [new Set(templateInputs()), new Set(templateTables())];
  const content: Memory = { ...emptyMemory, inputs: pick(memory.inputs, inputs), tables: pick(memory.tables, tables) };
  const sheets = chosenSheets.filter((id) => memory.sheets?.has(id) ?? true);
  const plan = report({ imports: [], memory: content, sheets, language: memory.language ?? "en", asOf });
  return templateOf({ plan, memory, name, title, about, asOf });
}

function pick<V>(from: ReadonlyMap<string, V>, names: ReadonlySet<string>): ReadonlyMap<string, V> {
  return new Map([...from].filter(([name]) => names.has(name)));
}
