// How much room does the sheet need: widths of its columns, heights of rows whose texts wrap, shares of the cards.

import { valueOf, type TableSpec } from "../block";
import type { Language } from "../../text/language";
import { textWidth } from "../theme";

/** Widths of the lanes in their order: stage, phase, goal, touchpoint, channel, owner, collaborator, sla, handoffs, pain, opportunity, emotion. */
const laneWidths = [15, 12, 22, 24, 22, 15, 16, 21, 24, 24, 24, 24, 10] as const;
const figureWidth = 12.5;
/** Points a line takes in the body's font: Microsoft YaHei sets its lines further apart than Calibri. */
const lineHeights: Readonly<Record<Language, number>> = { en: 14, "zh-CN": 16.5 };

/** The sheet's columns: the lanes, then the figures. */
export function widthsOf(columns: number): readonly number[] {
  return Array.from({ length: Math.max(columns, laneWidths.length) }, (_, at) => laneWidths[at] ?? figureWidth);
}

/** How many columns each of so many cards covers, so that cards are about as wide as each other. */
export function spansOf(widths: readonly number[], cards: number): readonly number[] {
  const count = Math.min(cards, widths.length);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const ends = widths.map((_, at) => widths.slice(0, at + 1).reduce((sum, width) => sum + width, 0));
  let from = 0;
  return Array.from({ length: count }, (_, card) => {
    const wanted = (total * (card + 1)) / count;
    const most = widths.length - (count - card - 1);
    let to = from + 1;
    while (to < most && Math.abs((ends[to] ?? total) - wanted) < Math.abs((ends[to - 1] ?? 0) - wanted)) to += 1;
    if (card === count - 1) to = widths.length;
    const span = to - from;
    from = to;
    return span;
  });
}

/** Height in points of a table's header and of each row, by its longest text. */
export function rowHeights({ columns }: TableSpec, widths: readonly number[], language: Language): readonly number[] {
  const lines = (value: unknown, at: number): number => (typeof value === "string" ? linesOf(value, (widths[at] ?? figureWidth) - 1.4) : 1);
  const count = columns[0]?.contents.length ?? 0;
  const tallest = (row: number) => Math.max(...columns.map(({ contents }, at) => lines(valueOf(contents[row] ?? null), at)));
  const header = Math.max(...columns.map(({ name }, at) => lines(name, at)));
  return [header * 14 + 8, ...Array.from({ length: count }, (_, row) => Math.max(2, tallest(row)) * lineHeights[language] + 6)];
}

/** Height of a row of cards' notes, which are set smaller than the body. */
export function noteHeight(notes: readonly string[], spans: readonly number[], widths: readonly number[]): number {
  const starts = spans.map((_, at) => spans.slice(0, at).reduce((sum, span) => sum + span, 0));
  const room = spans.map((span, at) => widths.slice(starts[at] ?? 0, (starts[at] ?? 0) + span).reduce((sum, width) => sum + width, 0));
  const most = Math.max(1, ...spans.map((_, at) => linesOf(notes[at] ?? "", ((room[at] ?? 0) - 3) * 1.12)));
  return most * 14 + 4;
}

/** Lines a text takes when words are kept whole; Chinese breaks anywhere. */
function linesOf(text: string, width: number): number {
  return text.split("\n").reduce((lines, paragraph) => lines + paragraphLines(paragraph, width), 0);
}

/** Column widths count digits; letters are narrower, and a Chinese character is less than two. */
const bodyScale = 0.88;

function paragraphLines(paragraph: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of paragraph.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/g) ?? []) {
    const wordWidth = textWidth(word) * bodyScale;
    if (used > 0 && used + textWidth(word.trimEnd()) * bodyScale > width) {
      lines += 1;
      used = 0;
    }
    used += wordWidth;
  }
  return lines;
}
