// Rollups and templates in files of JSON, which may come from anyone.

import fc from "fast-check";
import saas from "../../../templates/content/saas.json";
import services from "../../../templates/content/services.json";
import { isRollupProblem, readRollup, rollupProblems } from "../../../src/rollup-file";
import { report } from "../../../src/report";
import { emptyMemory } from "../../../src/sheets/memory";
import { isTemplateProblem, readTemplate } from "../../../src/sheets/read-template";
import { textIn } from "../../../src/text/language";
import { dayOf, type Day } from "../../../src/values";
import { madeRollup } from "../../made-rollup";
import { must, type AnyArea, type Area } from "../area";
import { changed, changes, nastyTexts } from "../inputs/texts";

const asOf = dayOf(2026, 11, 23) as Day;
const rollup = JSON.parse(madeRollup("Deal ID,Stage,Amount,Close Date,Created Date\n1,Closed Won,5,2026-01-02,2025-12-01\n2,Closed Lost,7,2026-03-02,2026-01-01\n3,Prospecting,9,2026-12-24,2026-10-01\n4,Closed Won,11,2026-05-02,2026-02-01\n", asOf)) as unknown;

const values: readonly unknown[] = [null, true, 0, -1, 1.5, 1e308, 1e9, 1_048_575, "", "2026-11-23", "2026-99-99", [], {}, [null], [[]], { all: 1 }, { all: null }, { of: ["a"], at: [0] }, { of: [], at: [9] }, { en: "x" }, { en: "x", "zh-CN": "y" }, { day: "asOf", plus: 1e9 }, ...nastyTexts.slice(0, 60)];

const edit = fc.record({ path: fc.array(fc.nat(40), { maxLength: 9 }), deed: fc.constantFrom("set", "drop", "add"), value: fc.constantFrom(...values), name: fc.constantFrom("__proto__", "count", "extra", "toString", "amount") });
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** The document with one value somewhere changed; a path of numbers finds its way in any document. */
function edited(value: unknown, { path: [step, ...rest], deed, value: put, name }: Edit): unknown {
  const next = { path: rest, deed, value: put, name };
  if (step === undefined || typeof value !== "object" || value === null) return put;
  const keys = Object.keys(value);
  if (keys.length === 0) return put;
  const key = keys[step % keys.length]!;
  if (Array.isArray(value)) {
    if (rest.length === 0 && deed !== "set") return deed === "drop" ? value.filter((_, at) => String(at) !== key) : [...(value as unknown[]), put];
    return value.map((one: unknown, at) => (String(at) === key ? edited(one, next) : one));
  }
  const entries = Object.entries(value as Readonly<Record<string, unknown>>);
  if (rest.length === 0 && deed === "drop") return Object.fromEntries(entries.filter(([one]) => one !== key));
  if (rest.length === 0 && deed === "add") return JSON.parse(`{${entries.map(([one, inner]) => `${JSON.stringify(one)}:${JSON.stringify(inner)}`).join(",")},"${name}":${JSON.stringify(put)}}`);
  return Object.fromEntries(entries.map(([one, inner]) => [one, one === key ? edited(inner, next) : inner]));
}

function documents(...whole: readonly unknown[]): fc.Arbitrary<string> {
  const edits = fc.record({ base: fc.constantFrom(...whole), all: fc.array(edit, { maxLength: 3 }) }).map(({ base, all }) => JSON.stringify(all.reduce<unknown>(edited, base)) ?? "");
  return fc.oneof({ weight: 5, arbitrary: edits }, { weight: 1, arbitrary: fc.record({ text: edits, all: changes }).map(({ text, all }) => changed(text, all)) }, { weight: 1, arbitrary: fc.json() });
}

const rollups: Area<string> = {
  name: "rollup",
  inputs: documents(rollup),
  attempt(text) {
    const read = readRollup(text);
    if (isRollupProblem(read)) return must(rollupProblems.includes(read.problem) && textIn("en").rollup[read.problem]("x.json", read.where) !== "", "a problem has a sentence");
    must(read.imports.every(({ reading }) => Object.values<readonly unknown[]>(reading.columns).every((column) => column.length === reading.count)), "columns are of one length");
  },
};

let templatesRead = 0;

const templates: Area<string> = {
  name: "template",
  inputs: documents(saas, services),
  attempt(text) {
    const read = readTemplate(text);
    if (isTemplateProblem(read)) return must(textIn("en").template[read.problem]("x.json", read.where ?? "") !== "", "a problem has a sentence");
    // A book takes a thousand times as long as the reading.
    if ((templatesRead += 1) % 200 === 0) must(report({ imports: [], memory: emptyMemory, template: read.template, sheets: read.template.sheets, language: "en", asOf }).sheets.length > 0, "a template gives a book");
  },
};

export const jsonAreas: readonly AnyArea[] = [rollups, templates];
