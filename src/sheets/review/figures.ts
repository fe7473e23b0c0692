// Six figures of the period beside those of the period before.

import { hasNumbers } from "../../formula/side-by-side";
import { than } from "../../formula/criteria";
import { absolute, dayText, numberText, percentText, sentence } from "../../formula/sentence";
import { add, assured, call, cell, literal, subtract, type Figure, type Term } from "../../formula/term";
import { amount, deals, type DealModel } from "../../metrics/deals";
import { closedIn, createdIn, ofClosed, type Period } from "../../metrics/period";
import { meanCycle } from "../../metrics/sales-cycle";
import { winRate } from "../../metrics/win-rate";
import type { WholeText } from "../../text/whole";
import { grid, show, type Block, type Cell } from "../block";
import type { SheetContext } from "../context";
import type { Format } from "../plan";
import type { Periods } from "./meeting";

type Words = WholeText["review"];
type Kind = "share" | "count" | "points" | "days";

interface Line {
  readonly id: keyof Words["figure"];
  readonly format: Format;
  readonly kind: Kind;
  readonly of: (period: Period) => Term<Figure>;
}

/** The figures as rows under a heading: label, now, before, change. */
export function figuresBlock(model: DealModel, periods: Periods, { text }: SheetContext): Block {
  const words = text.review;
  const heading = [show("heading", words.figures.figure, { across: 3 }), ...(["now", "before"] as const).map((key) => show("heading", words.figures[key], { format: "count" })), show("heading", words.figures.change)];
  return grid([
    [show("section", words.figuresTitle, { across: 6 })], heading,
    ...linesOf(model).map((line): readonly Cell[] => {
      const [now, before] = [line.of(periods.now), line.of(periods.before)];
      return [
        show("label", words.figure[line.id], { across: 3 }),
        show("value", now, { format: line.format, id: lineId(line.id, "now") }), show("value", before, { format: line.format, id: lineId(line.id, "before") }),
        show("label", changeOf(line, now, before, words)),
      ];
    }),
  ], [22, 20]);
}

function linesOf(model: DealModel): readonly Line[] {
  const of = (outcome: "won" | "lost") => (period: Period) => deals(model, outcome, ...closedIn(model, period));
  const hasCreated = hasNumbers(model.deals.columns.created);
  return [
    { id: "wonAmount", format: "money", kind: "share", of: (period) => ofClosed(model, period, (...criteria) => amount(model, "won", ...criteria)) },
    { id: "won", format: "count", kind: "count", of: of("won") },
    { id: "lost", format: "count", kind: "count", of: of("lost") },
    { id: "winRate", format: "percent", kind: "points", of: (period) => winRate(model, ...closedIn(model, period)) },
    { id: "created", format: "count", kind: "count", of: (period) => (hasCreated ? createdIn(model, period) : literal("")) },
    { id: "cycle", format: "days", kind: "days", of: (period) => meanCycle(model, "won", ...closedIn(model, period)) },
  ];
}

/** `▲ 12%`, with a sign for print in black and white; a word where there is nothing to compare. */
function changeOf({ id, kind }: Line, now: Term<Figure>, before: Term<Figure>, { change: words }: Words): Term<string> {
  const [here, there] = [cell(lineId(id, "now"), now.value), cell(lineId(id, "before"), before.value)];
  const size = sizeOf(kind, assured(here), assured(there), words);
  const [up, down] = [sentence(words.up, { change: size }), sentence(words.down, { change: size })];
  const none = kind === "share" ? `OR(COUNT(${here.text},${there.text})<2,N(${there.text})=0)` : `COUNT(${here.text},${there.text})<2`;
  const isNone = here.value === "" || there.value === "" || (kind === "share" && there.value === 0);
  const value = isNone ? words.none : here.value === there.value ? words.same : Number(here.value) > Number(there.value) ? up.value : down.value;
  return call(`IF(${none},${literal(words.none).text},IF(${here.text}=${there.text},${literal(words.same).text},IF(${here.text}>${there.text},${up.text},${down.text})))`, value);
}

function sizeOf(kind: Kind, now: Term<number>, before: Term<number>, words: Words["change"]): Term<string> {
  const difference = absolute(subtract(now, before));
  switch (kind) {
    case "share": return percentText(call(`ABS(${now.text}/${before.text}-1)`, before.value === 0 ? 0 : Math.abs(now.value / before.value - 1)));
    case "count": return numberText(difference);
    case "points": return sentence(words.points, { n: numberText(call(`${difference.text}*100`, difference.value * 100), 1) });
    case "days": return sentence(words.days, { n: numberText(difference, 1) });
  }
}

/** That nothing closed since the period began, which may mean older data; "" where something did. */
export function noneClosed(model: DealModel, { now }: Periods, { text }: SheetContext): Term<string> {
  const since = than(model.deals.columns.closed, ">=", now.from);
  const count = add(deals(model, "won", since), deals(model, "lost", since));
  const said = sentence(text.review.noneClosed, { from: dayText(now.from) });
  return call(`IF(${count.text}=0,${said.text},"")`, count.value === 0 ? said.value : "");
}

function lineId(id: string, when: string): string {
  return `review ${id} ${when}`;
}
