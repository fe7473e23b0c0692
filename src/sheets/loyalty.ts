// NPS, satisfaction, retention, churn and cohorts.

import { gap, grid, show, stack, type Block, type RuleSpec, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { allAnswersTable, periodChart, periodPart, segmentPart, surveysBlock } from "./loyalty/answers";
import { withoutChurn } from "./loyalty/churn";
import { withoutCohorts } from "./loyalty/cohorts";
import { hasMeasure } from "./loyalty/answer-columns";
import type { Answers } from "./loyalty/surveys";
import { cardsBlock, headline } from "./loyalty/cards";
import { loyaltyModel, type LoyaltyModel } from "./loyalty/model";
import { choiceNames, inputNames, surveysName } from "./loyalty/names";
import { missingOrders } from "./loyalty/orders";
import { withoutOrders } from "./loyalty/retention";
import { settingsBlock } from "./loyalty/settings";
import { topPart } from "./loyalty/top";
import { tabColours } from "./tabs";

export const loyaltyEntry: SheetEntry = {
  make: loyaltySheet,
  more: loyaltySheets,
  moreNames: ({ loyalty }) => ({ loyaltyCohorts: loyalty.cohortsSheet, loyaltyCustomers: loyalty.customersSheet }),
  forms: [surveysName],
  inputs: Object.values(inputNames),
  choices: choiceNames,
  definitions: ({ loyalty }) => loyalty.definitions,
};

/** Columns a title or note spans. */
const width = 12;

function loyaltySheet(context: SheetContext): SheetSpec {
  const { text } = context;
  const model = loyaltyModel(context);
  const { answers, retention, churn } = model;
  const { blocks, rules } = answers || retention || churn || missingOrders(context) !== null ? contents(model) : { blocks: [grid([[show("sentence", text.loyalty.nothing, { across: width })]], [36]), gap(), settingsBlock(context, model.settings)], rules: [] };
  return {
    id: "loyalty",
    name: text.sheets.loyalty.name,
    tab: tabColours.work,
    columnWidths: widthsFor(answers),
    gridlines: false,
    blocks: [grid([[show("title", text.loyalty.title, { across: 8 })]], [30]), ...blocks],
    rules,
    print: { orientation: "landscape", paper: "a3", fitToHeight: false },
  };
}

/** Wide where the remark on answers stands. */
function widthsFor(answers: Answers | null): readonly number[] {
  const remark = 1 + (answers && hasMeasure(answers, "nps") ? 6 : 0) + (answers && hasMeasure(answers, "csat") ? 4 : 0);
  return Array.from({ length: 15 }, (_, at) => (at === 0 ? 30 : at === 1 ? 20 : at === remark && at > 4 ? 32 : 13));
}

function contents(model: LoyaltyModel): { readonly blocks: readonly Block[]; readonly rules: readonly RuleSpec[] } {
  const { context, settings, answers, retention, churn, cohorts } = model;
  const words = context.text.loyalty;
  const all = answers && allAnswersTable(answers, settings, context);
  const periods = answers && periodPart(answers, settings, context, width);
  const segments = answers && segmentPart(answers, settings, context, width);
  const top = topPart(answers, settings, context, width);
  const charted = answers?.field("on") ? periodChart(answers, context, 8) : null;
  const surveyTitle = grid([[show("section", words.surveyTitle, { across: width })], [show("note", answers ? words.surveyNote : words.noSurveys, { across: width })]], [24, 32]);
  return {
    blocks: [
      grid([[show("sentence", headline(model), { across: width })]], [36]),
      cardsBlock(model), gap(),
      { kind: "beside", blocks: [{ column: 0, block: settingsBlock(context, settings) }, ...(charted ? [{ column: 3, block: charted }] : [])] },
      gap(), surveyTitle,
      ...(all && periods && segments ? [all.block, gap(), ...periods.blocks, gap(), ...segments.blocks, gap()] : []),
      ...top.blocks,
      gap(), ...(retention?.blocks ?? withoutOrders(context, width)),
      gap(), ...(churn?.blocks ?? withoutChurn(context, width)),
      gap(), ...(cohorts ? [cohortBlock(cohorts.blocks, cohorts.chart)] : withoutCohorts(context, width)),
      ...(answers ? surveysBlock(answers, context, width) : []),
    ],
    rules: [...(periods?.rules ?? []), ...(segments?.rules ?? []), ...top.rules, ...(churn?.rules ?? [])],
  };
}

function cohortBlock([title, ...table]: readonly Block[], chart: Block): Block {
  return stack(title!, { kind: "beside", blocks: [{ column: 0, block: stack(...table) }, { column: 6, block: chart }] });
}

function loyaltySheets(context: SheetContext): readonly SheetSpec[] {
  const { retention, cohorts } = loyaltyModel(context);
  return [...(cohorts ? [cohorts.sheet] : []), ...(retention ? [retention.sheet] : [])];
}
