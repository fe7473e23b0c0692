// What closed in the window of Setup, by stage.

import { newest } from "../../formula/aggregate";
import { column, thisRow } from "../../formula/column";
import { dayText, sentence } from "../../formula/sentence";
import { assured, call, dayTerm, reference, type Term } from "../../formula/term";
import { amountInStage, dealsInStage, inWindow } from "../../metrics/stage-summary";
import { grid, show, type Block } from "../block";
import { figures, fixed, reportTable } from "../report-table";
import type { FunnelParts } from "./parts";

const windowName = "WindowByStage";

/** The window's dates, its table in the order of the pipeline, and a sentence where it is empty; four columns wide. */
export function windowBlocks(parts: FunnelParts): readonly Block[] {
  const { words, model } = parts;
  const { windowStart, windowEnd } = model.settings;
  const criteria = inWindow(model);
  const stages = model.stages.rows.map((row) => row.stage);
  const here = (stage: string) => reference(thisRow(windowName, words.window.stage), stage);
  const deals = stages.map((stage) => dealsInStage(model, here(stage), ...criteria));
  const dates = [show("label", words.windowFrom), show("value", windowStart, { format: "day" }), show("label", words.windowTo), show("value", windowEnd, { format: "day" })];
  return [
    grid([[show("section", words.windowTitle, { across: 4 })], dates]),
    reportTable(windowName, words.window.stage, [
      fixed(words.window.stage, "text", stages),
      figures(words.window.deals, "count", deals),
      figures(words.window.amount, "money", stages.map((stage) => amountInStage(model, here(stage), ...criteria))),
    ]),
    grid([[show("note", emptyWindow(parts, deals), { across: 4 })]], [32]),
  ];
}

/** Says where the data end when nothing closed in the window. */
function emptyWindow({ words, model }: FunnelParts, deals: readonly Term<number>[]): Term<string> {
  const count = deals.reduce((sum, term) => sum + term.value, 0);
  const last = newest(model.deals.columns.closed);
  const said = sentence(words.windowEmpty, { from: dayText(dayTerm(model.settings.windowStart)), newest: dayText(assured(last)) });
  const total = `SUM(${column(windowName, words.window.deals, []).text})`;
  const text = `IF(${total}>0,"",IF(${last.text}="",${sentence(words.windowNone, {}).text},${said.text}))`;
  return call(text, count > 0 ? "" : last.value === "" ? words.windowNone : said.value);
}
