// The Dashboard: the figures for the meeting on one page, the tables they come from below.

import { gap, grid, show, stack, type Block, type RuleSpec, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { periodBefore } from "../metrics/period";
import { attentionBlocks } from "./dashboard/attention";
import { cardRules, cardsBlock, cardsOf } from "./dashboard/cards";
import { expectedBlocks } from "./dashboard/expected";
import { healthBlocks, healthRules } from "./dashboard/health";
import { monthBlocks } from "./dashboard/months";
import { dashboardParts, picturesBlock, type DashboardParts } from "./dashboard/parts";
import { repBlocks, repRules } from "./dashboard/reps";
import { standsOutBlock } from "./dashboard/stands-out";
import { tabColours } from "./tabs";

const columns = 12;

/** Cards in a row, six charts, what stands out beside them; deals to look at, reps and the numbers behind the charts below. */
export const dashboardEntry: SheetEntry = { make: dashboardSheet, forms: [], inputs: [], definitions: () => [] };

export function dashboardSheet(context: SheetContext): SheetSpec {
  const { text } = context;
  const parts = dashboardParts(context);
  const { blocks, rules } = parts ? contents(parts) : { blocks: [grid([[show("sentence", text.dashboard.noDeals, { across: columns + 1 })]], [36])], rules: [] };
  return {
    id: "dashboard",
    name: text.sheets.dashboard.name,
    tab: tabColours.work,
    columnWidths: [...Array.from<number>({ length: columns }).fill(17), 64],
    gridlines: false,
    blocks: [grid([[show("title", text.dashboard.title, { across: columns + 1 })]]), ...blocks],
    rules,
    print: { orientation: "landscape", paper: "a4", fitToHeight: false },
  };
}

function contents(parts: DashboardParts): { readonly blocks: readonly Block[]; readonly rules: readonly RuleSpec[] } {
  const cards = cardsOf(parts);
  const months = monthBlocks(parts);
  const health = healthBlocks(parts);
  const reps = repBlocks(parts);
  const expected = expectedBlocks(parts);
  const pictures = picturesBlock([
    health.stagesChart, months.wonChart, months.forecastChart,
    reps.chart, health.conversionChart, "chart" in expected.chart ? expected.chart : months.dealsChart,
    ...("chart" in expected.chart ? [] : [expected.chart]),
  ]);
  return {
    blocks: [
      dates(parts), gap(),
      { kind: "beside", blocks: [{ column: 0, block: stack(cardsBlock(cards), gap(), pictures) }, { column: columns, block: standsOutBlock(parts, health, months, reps) }] },
      ...attentionBlocks(parts).blocks,
      gap(), ...reps.table,
      gap(), { kind: "beside", blocks: [{ column: 0, block: stack(...health.table) }, { column: 9, block: stack(...reps.top) }] },
      gap(), { kind: "beside", blocks: [{ column: 0, block: stack(...months.table) }, { column: 6, block: stack(...expected.table) }] },
    ],
    rules: [...cardRules(cards), ...healthRules(parts, health), ...repRules(parts, reps)],
  };
}

/** As of, the window, and the period before that it is compared with. */
function dates({ model, words }: DashboardParts): Block {
  const { asOf, windowStart, windowEnd } = model.settings;
  const before = periodBefore(model);
  const day = { format: "day" } as const;
  return grid([[
    show("label", words.asOf), show("value", asOf, day),
    null, show("label", words.window), show("value", windowStart, day), show("value", windowEnd, day),
    null, show("label", words.before), show("value", before.from, day), show("value", before.to, day),
  ]]);
}
