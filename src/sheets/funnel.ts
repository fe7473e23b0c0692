// The Funnel sheet: how far deals come, where most are left behind, and what closed in the window.

import { column } from "../formula/column";
import { numberText, percentText, sentence } from "../formula/sentence";
import { call, cell, choose, literal, reference, subtract, type Figure, type Term } from "../formula/term";
import { amount, deals } from "../metrics/deals";
import { gap, grid, input, show, stack, type Block, type Cell, type RuleSpec, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { chartTable, funnelChart } from "./funnel/chart";
import { modesTable, reachedByMode } from "./funnel/modes";
import { funnelParts, isMode, modeName, stagesName, type FunnelParts } from "./funnel/parts";
import { daysKind, dealsNow, stageFigures, stagesTable, type StageFigures } from "./funnel/stages";
import { windowBlocks } from "./funnel/window";
import { measured, measuredCount } from "./measured";
import { tabColours } from "./tabs";

/** Where the sentence on the biggest leak stands, for other sheets. */
export const leakCell = "funnel leak";

const wide = 13;

/** Funnel of deals: chosen way to count, chart, stages, all ways side by side, window summary. */
export const funnelEntry: SheetEntry = { make: funnelSheet, forms: [], inputs: [modeName], choices: [modeName], definitions: () => [] };

export function funnelSheet(context: SheetContext): SheetSpec {
  const { text } = context;
  const parts = funnelParts(context);
  const open = parts?.steps.some((step) => step.kind === "open") ?? false;
  const blocks = parts && open ? funnelBlocks(parts) : [grid([[show("sentence", parts ? text.funnel.noStages : text.funnel.noDeals, { across: wide })]], [36])];
  return {
    id: "funnel",
    name: text.sheets.funnel.name,
    tab: tabColours.work,
    columnWidths: [7, 26, 13, 15, 13, 13, 13, 13, 26, 13, 13, 15, 13, 13],
    gridlines: false,
    blocks: [grid([[show("title", text.funnel.title, { across: wide })]]), ...blocks],
    rules: parts && open ? gapRules(parts) : [],
    print: { orientation: "landscape", paper: "a4", fitToHeight: false },
  };
}

/** The sentence on the biggest leak as other sheets of the workbook refer to it; null where the funnel has no stages. */
export function leakNow(context: SheetContext): Term<string> | null {
  const parts = funnelParts(context);
  if (!parts?.steps.some((step) => step.kind === "open")) return null;
  return cell(leakCell, leak(parts, stageFigures(parts, reachedByMode(parts, dealsNow(parts)))).value);
}

function funnelBlocks(parts: FunnelParts): readonly Block[] {
  const { words } = parts;
  const now = dealsNow(parts);
  const counted = reachedByMode(parts, now);
  const shown = stageFigures(parts, counted);
  const height = Math.max(14, parts.steps.length + 4, parts.model.stages.rows.length + 6);
  const reached = shown.reached.some((term) => term.value !== "" && term.value > 0);
  const chart = reached ? funnelChart(parts, 7, height) : grid([[show("note", words.noReached, { across: 7 })]]);
  return [
    head(parts),
    grid([[show("sentence", leak(parts, shown), { across: wide, id: leakCell })]], [24]),
    gap(),
    { kind: "beside", blocks: [{ column: 0, block: chart }, { column: 8, block: stack(...windowBlocks(parts)) }] },
    gap(),
    grid([[show("section", words.stagesTitle, { across: wide })]]),
    stagesTable(parts, now, shown),
    grid([...lines(parts, now), [show("note", `${words.stagesNote} ${words.daysNote[daysKind(parts)]}`, { across: wide })]], [...lines(parts, now).map(() => null), 40]),
    gap(),
    grid([[show("section", words.modesTitle, { across: wide })], ...parts.modes.map((mode) => definition(words.modes[mode])), [show("note", words.modesNote, { across: wide })]]),
    modesTable(parts, counted),
    gap(),
    grid([[null, show("section", words.behindTitle, { across: 3 })]]),
    { kind: "beside", blocks: [{ column: 1, block: chartTable(parts, shown) }] },
  ];
}

/** The as-of day and the way to count, with what it means. */
function head({ words, model, modes, mode }: FunnelParts): Block {
  const names = modes.map((one) => words.modes[one].name);
  const chooser: Cell = {
    ...input(modeName, words.modes[mode].name, { allowed: { kind: "list", items: names, prompt: words.modePrompt } }),
    look: "choice",
  };
  const meaning = modes.slice(1).reduceRight<Term<string>>(
    (rest, one) => choose(isMode({ words, mode }, one), literal(words.modes[one].what), rest),
    literal(words.modes[modes[0] ?? "snapshot"].what),
  );
  return grid([
    [show("label", words.asOf, { across: 2 }), show("value", model.settings.asOf, { format: "day" })],
    [show("label", words.mode, { across: 2 }), chooser, show("note", meaning, { across: wide - 3 })],
  ], [20, 24]);
}

/** `IF(COUNT(drops)=0,"",IF(MAX(drops)=0,"no leak","Biggest leak: …"))`. */
function leak({ words, steps }: FunnelParts, shown: StageFigures): Term<string> {
  const of = (header: string) => column(stagesName, header, []).text;
  const drops = of(words.stages.dropOff);
  const numbers = shown.dropOff.map((term) => (term.value === "" ? -1 : term.value));
  const most = Math.max(...numbers);
  const index = numbers.indexOf(most);
  const at = (header: string) => `INDEX(${of(header)},MATCH(MAX(${drops}),${drops},0))`;
  const reached = Math.max(1, Number(shown.reached[index]?.value ?? 1));
  const said = sentence(words.leak, {
    n: numberText(call(`MAX(${drops})`, Math.max(0, most))),
    reached: numberText(call(at(words.stages.reached), reached)),
    stage: reference(at(words.stages.stage), steps[index]?.label ?? ""),
    share: percentText(call(`MAX(${drops})/${at(words.stages.reached)}`, Math.max(0, most) / reached)),
  });
  const none = literal(words.noLeak);
  return call(`IF(COUNT(${drops})=0,"",IF(MAX(${drops})<=0,${none.text},${said.text}))`, most === -1 ? "" : most <= 0 ? words.noLeak : said.value);
}

/** Under the table: lost deals, and open ones the table cannot place. */
function lines(parts: FunnelParts, now: readonly Term<Figure>[]): readonly (readonly (Cell | null)[])[] {
  const { words, model, context } = parts;
  const lost = [null, show("total", words.lost), show("total", measured(context, "deals.lost"), { format: "count" }), show("total", amount(model, "lost"), { format: "money" })];
  const open = deals(model, "open").value;
  const placed = parts.steps.reduce((sum, step, index) => sum + (step.kind === "open" ? Number(now[index]?.value ?? 0) : 0), 0);
  if (open === placed) return [lost];
  const sum = call(`SUM(${column(stagesName, words.stages.now, []).text})`, placed + measuredCount(context, "deals.won").value);
  const rest = subtract(measuredCount(context, "deals.open"), subtract(sum, measuredCount(context, "deals.won")));
  return [lost, [null, show("label", words.noStage), show("value", rest, { format: "count" })]];
}

function definition({ name, what }: { readonly name: string; readonly what: string }): readonly (Cell | null)[] {
  return [show("label", name, { across: 2 }), show("label", what, { across: wide - 2 })];
}

/** Words beside the colour: the gap's own sign. */
function gapRules({ words }: FunnelParts): readonly RuleSpec[] {
  const area = { table: stagesName, column: words.stages.gap };
  const gapCell = `⟦${stagesName}.${words.stages.gap}⟧`;
  return [
    { kind: "formula", area, formula: `AND(ISNUMBER(${gapCell}),${gapCell}<0)`, tone: "bad" },
    { kind: "formula", area, formula: `AND(ISNUMBER(${gapCell}),${gapCell}>=0)`, tone: "good" },
    { kind: "dataBar", area: { table: stagesName, column: words.stages.ofFirst }, colour: "aqua", min: 0, max: 1 },
  ];
}
