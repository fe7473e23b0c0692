// A score, a grade and the reasons for every lead; whom to call first.

import { numberText, sentence } from "../formula/sentence";
import { countifs } from "../formula/aggregate";
import { is } from "../formula/criteria";
import { literal, literalText, type Term } from "../formula/term";
import { gap, grid, show, stack, type Block, type RuleSpec, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { sectionOf } from "./headings";
import { fieldsTable } from "./scoring/fields-table";
import { gradeCounts, gradesTable, openLeadsTo } from "./scoring/grades";
import { handOverBlocks, listedRows, listRules, nurtureBlocks } from "./scoring/lists";
import { leadScoring } from "./scoring/model";
import { bandInputs, gradesTableName, routingTableName, rulesTableName, stepsTableName } from "./scoring/names";
import { ownersTable, routingTable, suggestOwners } from "./scoring/owners";
import { nextStepsTable, placeBlock, placeRules } from "./scoring/place-grid";
import { rulesTable } from "./scoring/rules-table";
import { scoresSheets } from "./scoring/scores-sheet";
import { tabColours } from "./tabs";
import { textWidth } from "./theme";
import { heightFor } from "./text-lines";

/** Columns a title or note spans. */
const width = 15;
const section = sectionOf(width);
const columnWidths = [7, 36, 13, 27, 18, 48, 10, 14, 13, 13, 16, 17, 34, 10, 9, 36];
const widthOfAll = columnWidths.slice(0, width).reduce((sum, one) => sum + one, 0);

export const scoringEntry: SheetEntry = {
  make: scoringSheet,
  more: scoresSheets,
  moreNames: ({ scoring }) => ({ leadScores: scoring.scoresSheet }),
  forms: [rulesTableName, gradesTableName, stepsTableName, routingTableName],
  shared: [rulesTableName, gradesTableName, stepsTableName],
  inputs: Object.values(bandInputs),
  definitions: ({ scoring }) => scoring.definitions,
};

/** The sheet; the table with a row for every lead stands on a sheet of its own. */
function scoringSheet(context: SheetContext): SheetSpec {
  const { text } = context;
  const words = text.scoring;
  const scoring = leadScoring(context);
  const hasLeads = scoring.count > 0;
  return {
    id: "scoring",
    name: text.sheets.scoring.name,
    tab: tabColours.work,
    columnWidths,
    gridlines: false,
    blocks: [
      grid([[show("title", words.title, { across: width })], [show("sentence", headline(context), { across: width })]], [30, 22]),
      gap(),
      section(words.gradesTitle),
      note(words.gradesNote),
      { kind: "beside", blocks: [{ column: 1, block: { kind: "table", table: gradesTable(context) } }, { column: 7, block: { kind: "table", table: gradeCounts(context) } }] },
      gap(),
      section(words.gridTitle),
      note(words.gridNote),
      { kind: "beside", blocks: [{ column: 0, block: { kind: "table", table: nextStepsTable(context) } }, { column: 7, block: placeBlock(context) }] },
      gap(),
      section(words.rulesTitle),
      note(words.rulesNote),
      note(words.sameNote),
      rulesBlock(context),
      gap(),
      ...(hasLeads ? [...handOverBlocks(context, width), gap(), ...nurtureBlocks(context, width), gap()] : []),
      ...ownerBlocks(context),
      ...(scoring.fields.length > 0 ? [gap(), section(words.fieldsTitle), note(words.fieldsNote), { kind: "beside" as const, blocks: [{ column: 1, block: { kind: "table" as const, table: fieldsTable(context) } }] }] : []),
    ],
    rules: [...placeRules(), ...(hasLeads ? listRules(context) : []), ...ruleTones(context)],
    print: { orientation: "landscape", paper: "a3", fitToHeight: false },
  };
}

/** The table with room for long values, which wrap. */
function rulesBlock(context: SheetContext): Block {
  const heights = leadScoring(context).rules.map(({ row }) => heightFor([row.value, 44], [row.note, 30]));
  return { kind: "beside", blocks: [{ column: 0, block: { kind: "table", table: rulesTable(context) } }, { column: 0, block: grid([[], ...heights.map(() => [])], [null, ...heights]) }] };
}

function headline(context: SheetContext): Term<string> | string {
  const words = context.text.scoring;
  const { count, counted, rules, columns, hasTooMany } = leadScoring(context);
  if (hasTooMany) return words.tooMany;
  if (count === 0) return words.noLeads;
  if (counted.length === 0) return words.noRules;
  return sentence(words.headline, {
    open: numberText(countifs(is(columns.converted, literal(context.text.tables.no)))),
    handOver: numberText(openLeadsTo(context, "handOver")), nurture: numberText(openLeadsTo(context, "nurture")),
    counted: literal(String(counted.length)), all: literal(String(rules.length)),
  });
}

function ownerBlocks(context: SheetContext): readonly Block[] {
  const words = context.text.scoring;
  const hasLeads = leadScoring(context).count > 0;
  const listed = hasLeads ? listedRows(context, "handOver").rows : [];
  const owners = hasLeads ? ownersTable(context, listed.length > 0 ? suggestOwners(context, listed) : []) : null;
  const beside: Block = owners ? { kind: "table", table: owners } : grid([[show("note", words.noOwners, { across: 5 })]], [34]);
  return [
    section(words.ownersTitle), note(words.ownersNote),
    { kind: "beside", blocks: [{ column: 1, block: { kind: "table", table: routingTable(context) } }, ...(hasLeads ? [{ column: 5, block: stack(beside) }] : [])] },
  ];
}

/** What does not count stands out, in words beside the colour. */
function ruleTones(context: SheetContext): readonly RuleSpec[] {
  const { status, rules } = context.text.scoring;
  const area = { table: rulesTableName, column: rules.status };
  const first = `⟦${rulesTableName}.${rules.status}⟧`;
  return [
    { kind: "formula", area, formula: `LEFT(${first},${status.ok.length})=${literalText(status.ok)}`, tone: "good" },
    { kind: "formula", area, formula: `${first}<>""`, tone: "fair" },
  ];
}

/** As many lines as the text takes. */
function note(text: string): Block {
  return grid([[show("note", text, { across: width })]], [6 + 13 * Math.ceil(textWidth(text) / (widthOfAll * 1.05))]);
}
