// One sentence for each KPI: what its first definition says, and how far the others are from it.

import { groupedText } from "../../formula/thousands";
import { numberText, percentText, sentence } from "../../formula/sentence";
import { assured, call, literal, reference, type Figure, type Term } from "../../formula/term";
import type { SheetContext } from "../context";
import type { DefinitionRow, Family } from "./families";
import { valueNow } from "./families";
import { familyRange, valueCell } from "./definitions-table";

export function sayingOf(family: Family, context: SheetContext): Term<string> {
  const words = context.text.comparison;
  const values = family.definitions.map(({ compared }) => valueNow(compared));
  const known = values.filter((value): value is number => value !== "");
  const [range, names] = [familyRange(family, "value"), familyRange(family, "name")];
  const first = family.definitions[0];
  if (!first) return literal("");
  const extreme = (name: "MIN" | "MAX", value: number): Term<number> => call(`${name}(${range})`, value);
  const [low, high] = [extreme("MIN", Math.min(...or0(known))), extreme("MAX", Math.max(...or0(known)))];
  const shown = (term: Term<number>) => figureText(term, family, context);
  const own = valueCell(first);
  const parts = {
    kpi: literal(family.name),
    first: shown(assured(own)),
    firstName: reference(`⟦compared ${first.id} name⟧`, first.words.name),
    low: shown(low), high: shown(high),
    lowName: nameAt(low, range, names, family.definitions, values), highName: nameAt(high, range, names, family.definitions, values),
  };
  const [says, same, one, none] = [words.says, words.same, words.one, words.none].map((template) => sentence(template, parts)) as [Term<string>, Term<string>, Term<string>, Term<string>];
  const isSame = known.length > 0 && low.value === high.value;
  const value = own.value === "" ? none.value : known.length === 1 ? one.value : isSame ? same.value : says.value;
  return call(`IF(COUNT(${own.text})=0,${none.text},IF(COUNT(${range})=1,${one.text},IF(${low.text}=${high.text},${same.text},${says.text})))`, value);
}

/** A figure of a family's unit, in words. */
function figureText(term: Term<number>, { id, unit }: Pick<Family, "id" | "unit">, { text: { comparison: words } }: SheetContext): Term<string> {
  switch (unit) {
    case "percent": return percentText(term, 1);
    case "days": return sentence(words.days, { n: numberText(term, 1) });
    case "ratio": return sentence(words.times, { n: numberText(term, 1) });
    default: return id === "velocity" ? sentence(words.perDay, { n: groupedText(term) }) : groupedText(term);
  }
}

function nameAt(extreme: Term<number>, range: string, names: string, rows: readonly DefinitionRow[], values: readonly Figure[]): Term<string> {
  return call(`INDEX(${names},MATCH(${extreme.text},${range},0))`, rows[values.indexOf(extreme.value)]?.words.name ?? "");
}

function or0(values: readonly number[]): readonly number[] {
  return values.length === 0 ? [0] : values;
}
