// Where most deals are lost, and what is missing in the data.

import { groupedText } from "../../formula/thousands";
import { numberText, percentText, sentence } from "../../formula/sentence";
import { assured, call, join, literal, subtract, type Figure, type Term } from "../../formula/term";
import type { DealModel } from "../../metrics/deals";
import { openWithAmount, withoutOwner } from "../../metrics/period";
import { grid, show, type Block } from "../block";
import type { SheetContext } from "../context";
import { leakNow } from "../funnel";
import { measured, measuredCount } from "../measured";

/** The biggest leak, what is open, and how complete the data are. */
export function leaksBlock(model: DealModel, context: SheetContext): Block {
  const words = context.text.review;
  return grid([
    [show("section", words.leaksTitle, { across: 11 })],
    [show("label", leakOf(context), { across: 11 })],
    [show("label", pipeline(model, context), { across: 11 })],
    [show("label", quality(model, context), { across: 11 })],
  ], [22]);
}

function leakOf(context: SheetContext): Term<string> {
  const words = context.text.review;
  if (!context.shown?.includes("funnel")) return literal(words.noFunnelSheet);
  const leak = leakNow(context);
  if (!leak) return literal(words.noLeak);
  return call(`IF(${leak.text}="",${literal(words.noLeak).text},${leak.text})`, leak.value === "" ? words.noLeak : leak.value);
}

function pipeline(model: DealModel, context: SheetContext): Term<string> {
  const words = context.text.review;
  const open = numberText(measuredCount(context, "deals.open"));
  const worth = measured(context, "amount.open");
  const [plain, known] = [sentence(words.pipeline, { open }), sentence(words.pipelineWorth, { open, amount: money(assured(worth), context) })];
  const count = call(`IF(ISNUMBER(${worth.text}),${known.text},${plain.text})`, worth.value === "" ? plain.value : known.value);
  const without = subtract(measuredCount(context, "deals.open"), openWithAmount(model));
  return join(count, sentence(words.space + words.withoutAmount, { n: numberText(without) }), sentence(words.space + words.withoutOwner, { n: numberText(withoutOwner(model)) }));
}

function money(term: Term<number>, { currency }: SheetContext): Term<string> {
  const text = groupedText(term);
  return currency === "" ? text : join(literal(`${currency} `), text);
}

function quality(model: DealModel, context: SheetContext): Term<string> {
  const words = context.text.review;
  const known = model.completeness.length > 0;
  const share = known ? measured(context, "completeness") : literal<Figure>("");
  const filled = sentence(words.filled, { share: percentText(assured(share), 1) });
  const leftOut = context.imports.reduce((sum, { rowsRead, rowsKept }) => sum + rowsRead - rowsKept, 0);
  const said = call(`IF(ISNUMBER(${share.text}),${filled.text},"")`, share.value === "" ? "" : filled.value);
  return leftOut > 0 ? join(said, literal(words.space + words.leftOut(leftOut))) : said;
}
