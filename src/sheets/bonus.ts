// What each rep earns under a plan, and what another plan would cost.

import { gap, grid, show, type Block, type RuleSpec, type SheetSpec } from "./block";
import { comparisonOf, costTable, gainBlock, headline, payoutChart, risk, unpaid } from "./bonus/cost";
import { payoutRows, payoutRules, payoutTable } from "./bonus/payout";
import { likeMarks, payoutName, peopleOf, strangers } from "./bonus/people";
import { planBlocks, planName, planRules, plansOf, typedPlans } from "./bonus/plan";
import { quarterBlock, quarterNames, quarterOf } from "./bonus/quarter";
import { quarterBlocks } from "./bonus/quarters";
import { scenariosOf, sensitivityName, sensitivityTable } from "./bonus/sensitivity";
import { signOffName, signOffTable } from "./bonus/sign-off";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { sectionOf } from "./headings";
import { tabColours } from "./tabs";

/** Columns a title or note spans. */
const wide = 11;
const section = sectionOf(wide);

export const bonusEntry: SheetEntry = {
  make: bonusSheet,
  forms: [planName, payoutName, sensitivityName, signOffName],
  shared: [planName, sensitivityName],
  inputs: Object.values(quarterNames),
  definitions: ({ bonus }) => bonus.definitions,
};

function bonusSheet(context: SheetContext): SheetSpec {
  const { text } = context;
  const words = text.bonus;
  const { blocks, rules } = contents(context);
  return {
    id: "bonus",
    name: text.sheets.bonus.name,
    tab: tabColours.work,
    columnWidths: [32, 14, 14, 13, 13, 13, 14, 14, 14, 14, 38, 14, 14, 14, 14, 14],
    gridlines: false,
    blocks: [grid([[show("title", words.title, { across: wide })], [show("sentence", words.intro, { across: wide })]], [30, 20]), ...blocks],
    rules,
    print: { orientation: "landscape", paper: "a3", fitToHeight: false },
  };
}

function contents(context: SheetContext): { readonly blocks: readonly Block[]; readonly rules: readonly RuleSpec[] } {
  const { text, memory } = context;
  const words = text.bonus;
  const typed = typedPlans(memory);
  const plans = plansOf(typed, text);
  const quarter = quarterOf(context);
  const people = peopleOf(context);
  const rows = payoutRows(people, plans, quarter, context);
  const planPart = [section(words.plansTitle), grid([[show("note", words.plansNote, { across: wide })]], [16]), ...planBlocks(typed, plans, text)];
  const signPart = [section(words.signTitle), grid([[show("note", words.signNote, { across: wide })]], [16]), { kind: "table", table: signOffTable(context) } as const];
  if (rows.length === 0) return { blocks: [grid([[show("sentence", words.noReps, { across: wide })]], [22]), gap(), ...planPart, gap(2), quarterBlock(context), gap(), ...signPart], rules: planRules() };
  const comparison = comparisonOf(rows, plans, context);
  const outsiders = strangers(context);
  const marks = likeMarks(context);
  const warnings = [...(outsiders > 0 ? [words.strangers(outsiders)] : []), ...(marks === null ? [] : [words.scale(`${Number((marks * 100).toPrecision(6))}%`)])];
  return {
    blocks: [
      grid([[show("sentence", headline(plans, comparison, context), { across: wide })], [show("sentence", unpaid(rows, comparison, context), { across: wide })]], [20, 20]),
      gap(), ...planPart,
      gap(), section(words.costTitle),
      { kind: "beside", blocks: [
        { column: 0, block: { kind: "stack", blocks: [costTable(comparison, context), gap(), gainBlock(rows, comparison, context)] } },
        { column: 5, block: payoutChart(rows, context, 6, 18) },
      ] },
      gap(), grid([[show("sentence", risk(comparison, rows, context), { across: wide })]], [20]),
      gap(), section(words.payoutTitle), grid([[show("wrapped", words.payoutNote, { across: wide })], ...warnings.map((warning) => [show("label", warning, { across: wide })])], [48]),
      quarterBlock(context),
      gap(), { kind: "table", table: payoutTable(rows, context) },
      gap(2), section(words.sensitivityTitle), grid([[show("wrapped", words.sensitivityNote, { across: wide })]], [34]),
      { kind: "table", table: sensitivityTable(scenariosOf(memory, text), rows, plans.b, comparison, context) },
      gap(2), ...quarterBlocks(rows, plans, quarter, context, wide),
      gap(2), ...signPart,
    ],
    rules: [...planRules(), ...payoutRules(context)],
  };
}
