// Ranking, attainment, pace and a balanced view of each rep.

import { literal, type Term } from "../formula/term";
import { emptyColumn } from "../metrics/model";
import { gap, grid, show, type Block, type RuleSpec, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { tabColours } from "./tabs";
import { awardInputs, awards } from "./team/awards";
import { balance, typedWeights, updatesTarget, weightsTableName } from "./team/balance";
import { section, shownInChart, width, type TeamParts } from "./team/parts";
import { rankedReps, ranking } from "./team/ranking";
import { mostReps, quotasForm, quotasTableName, teamReps, typedByRep } from "./team/reps";
import { settingsBlock, teamChoices, teamSettings, type ActualKey } from "./team/settings";
import { updates } from "./team/updates";

export const teamEntry: SheetEntry = {
  make: teamSheet,
  forms: [quotasTableName, weightsTableName],
  shared: [weightsTableName],
  inputs: [...Object.values(teamChoices), ...Object.values(awardInputs).map(([name]) => name)],
  choices: Object.values(teamChoices),
  definitions: ({ team }) => team.definitions,
};

function teamSheet(context: SheetContext): SheetSpec {
  const { text } = context;
  const { blocks, rules } = contents(context);
  return {
    id: "team",
    name: text.sheets.team.name,
    tab: tabColours.work,
    columnWidths: [24, ...Array.from<number>({ length: width + 4 }).fill(13)],
    gridlines: false,
    freeze: { rows: 0, columns: 1 },
    blocks: [grid([[show("title", text.team.title, { across: width })]], [30]), ...blocks],
    rules,
    print: { orientation: "landscape", paper: "a3", fitToHeight: false },
  };
}

function contents(context: SheetContext): { readonly blocks: readonly Block[]; readonly rules: readonly RuleSpec[] } {
  const words = context.text.team;
  const typed = typedByRep(context);
  const everyone = teamReps(context, typed);
  const settings = teamSettings(context, sourcesOf(context));
  if (everyone.length === 0) return { blocks: [grid([[show("sentence", words.noReps, { across: width })], []], [24]), settingsBlock(context, settings)], rules: [] };
  const { deals } = context.model;
  const base: TeamParts = { context, words, settings, deals: deals && !emptyColumn(deals.columns.owner) ? { ...context.model, deals } : null, reps: everyone, quotas: quotasForm(context, everyone, typed) };
  const shownReps = rankedReps(base).filter(({ rep }, place) => place < mostReps || typed.has(rep.key.toLowerCase()));
  const reps = shownReps.map(({ rep }) => rep);
  const parts: TeamParts = { ...base, reps, quotas: quotasForm(context, reps, typed) };
  const ranked = rankedReps(parts);
  const first = ranking(parts, ranked);
  const weights = typedWeights(context);
  const timely = updates(parts, updatesTarget(words, weights));
  const balanced = balance(parts, weights, first, timely.share);
  const prizes = awards(parts, first);
  return {
    blocks: [
      grid([[show("sentence", first.headline, { across: width })]], [22]), gap(),
      settingsBlock(context, settings),
      first.cards, gap(),
      section(words.rankingTitle, words.rankingNote),
      ...notesOf(parts, everyone.length),
      first.table, gap(),
      ...(first.chart ? [first.chart, gap()] : []),
      ...prizes.blocks,
      ...balanced.blocks,
      ...timely.blocks,
      section(words.typedTitle, words.typedNote),
      { kind: "table", table: parts.quotas.table },
    ],
    rules: [...first.rules, ...prizes.rules, ...balanced.rules, ...timely.rules],
  };
}

/** Where sales can come from, the likelier first. */
function sourcesOf({ model: { deals }, data }: SheetContext): readonly ActualKey[] {
  const sales = data.get("rep")?.fields.get("sales");
  const columns = deals?.columns;
  const tells = columns && ![columns.owner, columns.amount, columns.closed].some(emptyColumn);
  return [...(tells ? ["deals" as const] : []), ...(sales && !emptyColumn(sales) ? ["export" as const] : [])];
}

/** What the figures cannot tell of some reps, and who is not shown. */
function notesOf({ reps, words, deals, context }: TeamParts, all: number): readonly Block[] {
  const isAsked = deals !== null || context.data.has("activity");
  const shared = !isAsked ? [] : [...new Set(reps.filter(({ isAlone }) => !isAlone).map(({ name }) => name))];
  const notes: readonly Term<string>[] = [
    ...(shared.length > 0 ? [literal(words.sharedNames.replace("{names}", () => shared.join(", ")))] : []),
    ...(all > reps.length ? [literal(words.shownOf.replace("{n}", String(reps.length)).replace("{all}", String(all)))] : []),
    ...(reps.length > shownInChart ? [literal(words.inCharts.replace("{n}", String(shownInChart)))] : []),
  ];
  return notes.map((note) => grid([[show("note", note.value, { across: width })]], [16]));
}
