// Which figures of the workbook can a person choose beside a line of his own?

import { averageifs, countifs } from "../formula/aggregate";
import { column, type Column } from "../formula/column";
import { is } from "../formula/criteria";
import { call, literal, type Figure, type Term } from "../formula/term";
import { asItselfAmong } from "../formula/wildcards";
import { emptyColumn } from "../metrics/model";
import { nps } from "../metrics/nps";
import { keptShare } from "../metrics/shared-kpis";
import { languages } from "../text/language";
import { wholeTextIn, type WholeText } from "../text/whole";
import type { CellValue } from "../values";
import { keyOfWord } from "./any-language";
import type { TableSpec } from "./block";
import type { SheetContext } from "./context";
import { formatOfUnit } from "./definitions";
import { sameText } from "./form";
import { goalSources } from "./goals/sources";
import { surveysIn } from "./loyalty/surveys";
import type { Format } from "./plan";

/** A figure with what it means. */
export interface ListedMeasure {
  readonly id: string;
  readonly name: string;
  readonly format: Format;
  readonly term: Term<Figure>;
  readonly what: string;
}

/** At most so many kinds of survey are listed. */
const mostKinds = 6;

/** The measures a goal can be read from, and those of customers that all departments share. */
export function listedMeasures(context: SheetContext): readonly ListedMeasure[] {
  const known = goalSources(context).map(({ id, name, unit, term, what }): ListedMeasure => ({ id, name, format: formatOfUnit(unit), term, what }));
  return [...known, ...customerMeasures(context)];
}

function customerMeasures(context: SheetContext): readonly ListedMeasure[] {
  const { data, text, model } = context;
  const words = text.together.measures;
  const churned = data.get("account")?.fields.get("churned");
  const score = data.get("survey")?.fields.get("score");
  const kind = data.get("survey")?.fields.get("kind");
  const kinds = score && kind && !emptyColumn(score) ? kindsOf(kind) : [];
  const surveys = surveysIn(context);
  return [
    ...(churned && !emptyColumn(churned) ? [{ id: "customers.kept", name: words.kept.name, format: "percent" as const, term: keptShare(churned, model.words), what: words.kept.what }] : []),
    ...kinds.flatMap((name): ListedMeasure[] => {
      if (!score || !kind) return [];
      const isNps = surveys.rows[surveys.placeOf(name)]?.measure === "nps";
      const mean: ListedMeasure = { id: "survey.mean", name: words.mean.name(name), format: "decimal", term: averageifs(score, is(kind, literal(name))), what: words.mean.what };
      return isNps ? [{ id: "survey.nps", name: words.nps.name(name), format: "decimal", term: nps(score, is(kind, literal(name))), what: words.nps.what }, mean] : [mean];
    }),
  ];
}

/** Kinds of survey, the most frequent first. */
function kindsOf(kind: Column): readonly string[] {
  const names = new Map<string, string>();
  for (const value of kind.values) if (typeof value === "string" && value !== "" && !names.has(value.toLowerCase())) names.set(value.toLowerCase(), value);
  const counted = [...names.values()].map((name) => ({ name, count: countifs(is(kind, literal(name))).value }));
  return counted.sort((a, b) => b.count - a.count).slice(0, mostKinds).map(({ name }) => name);
}

/** The list as a table; its first row stands for a typed figure. Meanings run on over the empty cells to the right. */
export function measureTable(name: string, measures: readonly ListedMeasure[], text: WholeText): TableSpec {
  const headers = text.goals.sources;
  return {
    name, kind: "mirror", key: [headers.measure], filter: false, style: "report",
    columns: [
      { name: headers.measure, owner: "crm", format: "text", look: "label", contents: [text.goals.typedIn, ...measures.map((one) => one.name)] },
      { name: headers.now, owner: "formula", format: "decimal", look: "value", contents: [call('""', ""), ...measures.map((one) => one.term)], formats: ["general", ...measures.map((one) => one.format)] },
      { name: headers.what, owner: "crm", format: "text", contents: [text.goals.noMeasure, ...measures.map((one) => one.what)] },
    ],
  };
}

/** What a chosen measure says now; "" for none, for a typed one, and where it cannot be computed. `chosen` is the cell that names it, `all` what the cells of its column hold: they have one formula. */
export function chosenMeasure(table: string, chosen: Term, all: readonly CellValue[], measures: readonly ListedMeasure[], text: WholeText): Term<Figure> {
  const headers = text.goals.sources;
  const names = measures.map(({ name }) => name);
  // Without the spaces around, as the name is found at the build; a name with two spaces inside is looked for as it stands.
  const isTidy = names.every((name) => name === tidy(name));
  const key = asItselfAmong(isTidy ? `TRIM(${chosen.text})` : chosen.text, [...all, ...names]);
  const found = `INDEX(${column(table, headers.now, []).text},MATCH(${key},${column(table, headers.measure, []).text},0))`;
  const said = isTidy && typeof chosen.value === "string" ? tidy(chosen.value) : chosen.value;
  const measure = measures.find(({ name }) => typeof said === "string" && name.toLowerCase() === said.toLowerCase());
  return call(`IFERROR(IF(ISNUMBER(${found}),${found},""),"")`, measure?.term.value ?? "");
}

/** As TRIM does. */
function tidy(text: string): string {
  return text.replace(/ +/g, " ").replace(/^ | $/g, "");
}

/** The measure of a name in the workbook's language. */
export function measureNamed(name: CellValue, measures: readonly ListedMeasure[]): ListedMeasure | undefined {
  return measures.find((one) => sameText(one.name, name));
}

/** A measure's name in either language in the language of `text`; anything else as it is. */
export function measureWord(name: CellValue, text: WholeText): CellValue {
  const key = keyOfWord(name, measureWords);
  if (key !== null) return measureWords(text)[key] ?? name;
  for (const language of languages) {
    for (const which of ["nps", "mean"] as const) {
      const start = wholeTextIn(language).together.measures[which].name("");
      if (typeof name === "string" && name.startsWith(start)) return text.together.measures[which].name(name.slice(start.length));
    }
  }
  return name;
}

/** Names of measures that do not name something of the data, by id. */
function measureWords({ goals, metrics, together }: WholeText): Readonly<Record<string, string>> {
  const named = [...Object.entries(metrics.names), ...Object.entries(goals.trailing).map(([id, one]) => [`trailing.${id}`, one] as const)];
  return { typedIn: goals.typedIn, "customers.kept": together.measures.kept.name, ...Object.fromEntries(named.map(([id, { name }]) => [id, name])) };
}
