// Shared KPIs: who answers for what, where each stands, by a figure of the workbook or typed.

import { countifs } from "../../formula/aggregate";
import { column, thisRow, type Column } from "../../formula/column";
import { is } from "../../formula/criteria";
import { add, assured, call, compare, literal, literalText, reference, subtract, whenNumbers, type Figure, type Term } from "../../formula/term";
import { numberText, rounded, sentence } from "../../formula/sentence";
import { kpiStatus, type KpiStatus } from "../../metrics/shared-kpis";
import type { WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import type { TableSpec } from "../block";
import { formColumn, madeColumn, oneOf, oneOfList, sameText, typedColumn, typedRows, type Form, type FormRow } from "../form";
import { chosenMeasure, measureNamed, measureWord, type ListedMeasure } from "../measure-list";
import type { Memory } from "../memory";
import type { Format } from "../plan";
import { departmentNames, departmentWord } from "./departments";

export const kpisTableName = "SharedKpis";
export const kpiMeasuresName = "KpiMeasures";

const fields = ["kpi", "department", "agreed", "measure", "direction", "target", "owner", "unit", "typed"] as const;
type Field = (typeof fields)[number];
type Header = Field | "status" | "actual" | "gap" | "shown";
export type Kpi = FormRow<Field>;

const form: Form<Header, Field> = {
  table: kpisTableName, headers: ({ together }) => together.kpis, fields,
  words: {
    kpi: oneOfList(({ together }) => together.seeds.kpis.map(({ kpi }) => kpi)),
    agreed: oneOfList(({ together }) => together.seeds.kpis.map(({ agreed }) => agreed)),
    department: departmentWord,
    measure: measureWord,
    direction: oneOf(({ together }) => together.kpis.directions),
    unit: oneOf(({ together }) => together.kpis.units),
  },
};

/** KPIs typed before, else the article's. */
export function kpisOf(memory: Memory, measures: readonly ListedMeasure[], text: WholeText): readonly Kpi[] {
  const { seeds, departments, kpis: words } = text.together;
  return typedRows(form, memory, text) ?? seeds.kpis.map((seed) => ({
    kpi: seed.kpi, department: departments[seed.department], agreed: seed.agreed,
    measure: measures.find(({ id }) => id === seed.measure)?.name ?? text.goals.typedIn,
    direction: words.directions[seed.direction], target: seed.target, owner: null, unit: words.units[seed.unit], typed: null,
  }));
}

export interface KpiTerms {
  readonly actual: Term<Figure>;
  readonly gap: Term<Figure>;
  readonly status: Term<string>;
  readonly shown: Term<string>;
}

/** What follows from each row. */
export function kpiTerms(rows: readonly Kpi[], measures: readonly ListedMeasure[], close: Term<number>, text: WholeText): readonly KpiTerms[] {
  const chosen = rows.map(({ measure }) => measure);
  return rows.map((row) => termsOf(row, chosen, measures, close, text));
}

function termsOf(row: Kpi, all: readonly CellValue[], measures: readonly ListedMeasure[], close: Term<number>, text: WholeText): KpiTerms {
  const words = text.together.kpis;
  const at = (header: Header) => thisRow(kpisTableName, words[header]);
  const chosen = chosenMeasure(kpiMeasuresName, reference(at("measure"), row.measure), all, measures, text);
  const typed = typeof row.typed === "number" ? row.typed : "";
  const actual = call(`IF(ISNUMBER(${chosen.text}),${chosen.text},IF(ISNUMBER(${at("typed")}),${at("typed")},""))`, chosen.value === "" ? typed : chosen.value);
  const actualCell = reference<Figure>(at("actual"), actual.value);
  const target = reference<Figure>(at("target"), typeof row.target === "number" ? row.target : "");
  const atMost = compare(reference(at("direction"), row.direction), "=", literal(words.directions.atMost));
  return {
    actual,
    gap: whenNumbers([actualCell, target], subtract),
    status: kpiStatus({ actual: actualCell, target, atMost, close }, words.statuses),
    shown: shownText(row, actualCell, target, text),
  };
}

/** `48.6% / 30%`; nothing where neither is known. */
function shownText(row: Kpi, actual: Term<Figure>, target: Term<Figure>, text: WholeText): Term<string> {
  const { units, unit: header } = text.together.kpis;
  const unit = reference(thisRow(kpisTableName, header), row.unit);
  const isShare = sameText(row.unit, units.percent);
  const one = (figure: Term<Figure>): Term<string> => {
    const known = assured(figure);
    const share = rounded(rounded(call(`${known.text}*100`, known.value * 100), 9), 1);
    const plain = rounded(known, 1);
    const written = `IF(${unit.text}=${literalText(units.percent)},${share.text}&"%",${plain.text}&"")`;
    return call(`IF(ISNUMBER(${figure.text}),${written},"–")`, figure.value === "" ? "–" : isShare ? `${share.value}%` : String(plain.value));
  };
  const [now, aim] = [one(actual), one(target)];
  return call(`${now.text}&" / "&${aim.text}`, `${now.value} / ${aim.value}`);
}

export function kpisTable(rows: readonly Kpi[], terms: readonly KpiTerms[], measures: readonly ListedMeasure[], text: WholeText): TableSpec {
  const words = text.together.kpis;
  const formats = rows.map((row) => formatOf(row, measures, text));
  const typed = (field: Field, format: Format, more = {}) => typedColumn(form, field, rows, text, format, more);
  const choice = (items: readonly string[], prompt?: string) => ({ look: "choice", allowed: { kind: "list", items, ...(prompt ? { prompt } : {}) } }) as const;
  return {
    name: kpisTableName, kind: "form", key: [words.department, words.kpi], filter: false, style: "form",
    columns: [
      typed("kpi", "text"),
      typed("department", "text", choice(departmentNames(text), words.prompts.department)),
      madeColumn(words.status, "text", terms.map(({ status }) => status), { look: "centred" }),
      typed("agreed", "text"),
      madeColumn(words.actual, "decimal", terms.map(({ actual }) => actual), { look: "value", formats }),
      madeColumn(words.gap, "decimal", terms.map(({ gap }) => gap), { look: "value", formats }),
      typed("measure", "text", { allowed: { kind: "listOf", table: kpiMeasuresName, column: text.goals.sources.measure, prompt: words.prompts.measure } }),
      typed("direction", "text", choice(Object.values(words.directions))),
      typed("target", "decimal", { formats }),
      typed("owner", "text"),
      typed("unit", "text", choice(Object.values(words.units))),
      typed("typed", "decimal", { formats }),
      madeColumn(words.shown, "text", terms.map(({ shown }) => shown), { look: "centred" }),
    ],
  };
}

/** The columns the boards look at. */
export function kpiColumns(rows: readonly Kpi[], terms: readonly KpiTerms[], text: WholeText): Readonly<Record<"kpi" | "department" | "status" | "shown", Column>> {
  const made = (name: "status" | "shown") => column(kpisTableName, text.together.kpis[name], terms.map((term) => term[name].value));
  return { kpi: formColumn(form, "kpi", rows, text), department: formColumn(form, "department", rows, text), status: made("status"), shown: made("shown") };
}

/** How many are on target, close, behind, unknown. */
export function kpisSentence(rows: readonly Kpi[], terms: readonly KpiTerms[], text: WholeText): Term<string> {
  const { status } = kpiColumns(rows, terms, text);
  const count = (one: KpiStatus) => countifs(is(status, literal(text.together.kpis.statuses[one])));
  return sentence(text.together.headline, {
    reached: numberText(count("reached")), close: numberText(count("close")), behind: numberText(count("behind")), unknown: numberText(add(count("noActual"), count("noTarget"))),
  });
}

/** As its measure is shown, else by its unit. */
function formatOf(row: Kpi, measures: readonly ListedMeasure[], { together }: WholeText): Format {
  const measured = measureNamed(row.measure, measures)?.format;
  if (measured) return measured;
  if (sameText(row.unit, together.kpis.units.percent)) return "percent";
  return sameText(row.unit, together.kpis.units.money) ? "money" : "decimal";
}
