// Fit against engagement: leads in each of nine places, the limits between them, and the next step for each.

import { thisRow } from "../../formula/column";
import { countifs } from "../../formula/aggregate";
import { is } from "../../formula/criteria";
import { call, literal, ratio, reference, subtract, type Term } from "../../formula/term";
import type { CellValue } from "../../values";
import { isTyped, readTable, translated } from "../any-language";
import { gap, grid, input, show, stack, type Block, type Cell, type RuleSpec, type TableSpec } from "../block";
import type { SheetContext } from "../context";
import { figures, fixed } from "../report-table";
import { bandInputs, bandLimits, stepsTableName, type BandInput } from "./names";
import { leadScoring } from "./model";

const letters = ["A", "B", "C"] as const;
const digits = ["1", "2", "3"] as const;
export const places = letters.flatMap((letter) => digits.map((digit) => `${letter}${digit}` as const));
type Place = (typeof places)[number];

/** Next steps as typed, else ours, by place. */
export function nextSteps({ memory, text }: SheetContext): ReadonlyMap<Place, CellValue> {
  const table = readTable(memory.tables.get(stepsTableName), ({ scoring }) => scoring.next);
  return new Map(places.map((place) => {
    const row = table.rows.find((before) => table.value(before, "place") === place);
    const typed = row ? table.value(row, "step") : null;
    return [place, row ? (isTyped(typed) ? translated(typed, ({ scoring }) => scoring.nextSteps, text) : null) : text.scoring.nextSteps[place]];
  }));
}

export function nextStepsTable(context: SheetContext): TableSpec {
  const { text } = context;
  const words = text.scoring.next;
  const { levels } = text.scoring;
  const { columns, count } = leadScoring(context);
  const steps = nextSteps(context);
  const own = places.map((place) => reference(thisRow(stepsTableName, words.place), place));
  const leads = own.map((place) => (count === 0 ? literal(0) : countifs(is(columns.place, place))));
  const open = own.map((place) => (count === 0 ? literal(0) : countifs(is(columns.place, place), is(columns.converted, literal(text.tables.no)))));
  const cellOf = (header: string, value: number) => reference(thisRow(stepsTableName, header), value);
  return {
    name: stepsTableName, kind: "form", key: [words.place], filter: false, style: "form",
    columns: [
      fixed(words.place, "text", places, "centred"),
      fixed(words.says, "text", letters.flatMap((letter) => digits.map((digit) => text.scoring.nextSays(levels[letter], levels[digit])))),
      figures(words.leads, "count", leads, "centred"),
      figures(words.open, "count", open, "centred"),
      figures(words.rate, "percent", places.map((_, at) => {
        const all = cellOf(words.leads, leads[at]!.value);
        const left = cellOf(words.open, open[at]!.value);
        return ratio(subtract(all, left), all);
      }), "centred"),
      { name: words.step, owner: "user", format: "text", look: "input", contents: places.map((place) => steps.get(place) ?? null) },
    ],
  };
}

/** The grid of counts and the limits to type; both fill columns of 2 + 3. */
export function placeBlock(context: SheetContext): Block {
  const { text } = context;
  const words = text.scoring;
  const { columns, count, bands } = leadScoring(context);
  const openIn = (place: Place): Term<number> => (count === 0 ? literal(0) : countifs(is(columns.place, literal(place)), is(columns.converted, literal(text.tables.no))));
  const limit = (label: string, name: BandInput): readonly (Cell | null)[] => {
    const { typed, byRules, limit: { value } } = bands[name];
    return [
      show("label", label, { across: 3 }),
      input(bandInputs[name], typed, { allowed: { kind: "number", min: -100_000, max: 100_000, whole: false, prompt: words.prompts.limit } }),
      show("centred", call(`IF(ISNUMBER(${bandInputs[name]}),${bandInputs[name]},${byRules})`, value), { name: bandLimits[name] }),
    ];
  };
  return stack(
    grid([
      [show("section", words.gridLeads, { across: 5 })],
      [show("heading", null, { across: 2 }), ...digits.map((digit) => show("heading", words.engagedLevels[digit]))],
      ...letters.map((letter) => [show("label", words.fitLevels[letter], { across: 2 }), ...digits.map((digit) => show("centred", openIn(`${letter}${digit}`), { format: "count", id: `score.place.${letter}${digit}` }))]),
    ], [24, 32]),
    gap(),
    grid([
      [show("section", words.bandsTitle, { across: 5 })],
      limit(words.fitFrom("A"), "fitA"), limit(words.fitFrom("B"), "fitB"),
      limit(words.engagedFrom("1"), "engagedFirst"), limit(words.engagedFrom("2"), "engagedSecond"),
    ], [24]),
  );
}

/** The best place stands out, the next ones a little; the letters say the same. */
export function placeRules(): readonly RuleSpec[] {
  const paint = (place: Place, tone: "good" | "fair"): RuleSpec => ({ kind: "formula", area: { from: `score.place.${place}`, to: `score.place.${place}` }, formula: `⟦score.place.${place}⟧>0`, tone });
  return [paint("A1", "good"), paint("A2", "fair"), paint("B1", "fair")];
}
