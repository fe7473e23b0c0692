// Battlecards: one for each competitor, to be written; how it stands with him follows by formula.

import { countifs } from "../../formula/aggregate";
import { thisRow, type Column } from "../../formula/column";
import { is } from "../../formula/criteria";
import { sentence } from "../../formula/sentence";
import { call, reference, type Figure, type Term } from "../../formula/term";
import { amount, deals, type DealModel } from "../../metrics/deals";
import { shareWon } from "../../metrics/win-rate";
import type { CellValue } from "../../values";
import { isTyped, readTable } from "../any-language";
import type { Block, ColumnSpec, TableSpec } from "../block";
import type { SheetContext } from "../context";
import { heightsOf } from "../gates/heights";
import type { Format } from "../plan";
import { section, winLossNames, winLossWidths } from "./parts";

const typedColumns = ["competitor", "owner", "reviewed", "strengths", "weaknesses", "win", "ask", "proof"] as const;
type Typed = (typeof typedColumns)[number];
type Card = Readonly<Record<Typed, CellValue>>;

/** What a card should say. */
const answers = ["strengths", "weaknesses", "win", "ask", "proof"] as const;

/** Competitors that get a card unasked, and empty cards where none is known. */
const mostSeeded = 8;
const emptyCards = 3;

/** A card has room to write in. */
const leastLines = 4;

/** Cards typed before, then the competitors met most often that have none; `model` is null without deals. */
export function cardBlocks(context: SheetContext, model: DealModel | null, competitors: readonly string[]): readonly Block[] {
  const words = context.text.winLoss;
  const table = cardsTable(cardRows(context, competitors), context, model);
  return [section(words.cardsTitle, words.cardsNote), { kind: "beside", blocks: [{ column: 0, block: { kind: "table", table } }, { column: 0, block: heightsOf(table, winLossWidths, leastLines) }] }];
}

function cardRows({ memory }: SheetContext, competitors: readonly string[]): readonly Card[] {
  const table = readTable(memory.tables.get(winLossNames.cards), ({ winLoss }) => winLoss.cards);
  const typed = table.rows.filter((row) => row.some(isTyped)).map((row) => Object.fromEntries(typedColumns.map((name) => [name, table.value(row, name)])) as Card);
  const known = typed.filter((card) => typedColumns.some((name) => isTyped(card[name])));
  const named = new Set(known.map(({ competitor }) => String(competitor ?? "").toLowerCase()));
  const fresh = competitors.slice(0, mostSeeded).filter((name) => !named.has(name.toLowerCase())).map((competitor): Card => ({ ...emptyCard, competitor }));
  const rows = [...known, ...fresh];
  return rows.length > 0 ? rows : Array.from({ length: emptyCards }, () => emptyCard);
}

const emptyCard: Card = { competitor: null, owner: null, reviewed: null, strengths: null, weaknesses: null, win: null, ask: null, proof: null };

function cardsTable(rows: readonly Card[], context: SheetContext, model: DealModel | null): TableSpec {
  const words = context.text.winLoss;
  const headers = words.cards;
  const column = context.data.get("deal")?.fields.get("competitor");
  const user = (name: Typed, more: Partial<ColumnSpec> = {}): ColumnSpec => ({ name: headers[name], owner: "user", format: "text", look: "inputWrapped", contents: rows.map((row) => row[name]), ...more });
  const made = (name: "met" | "won" | "lost" | "rate" | "open" | "openAmount", format: Format): ColumnSpec => ({
    name: headers[name], owner: "formula", format,
    contents: rows.map((row): CellValue | Term => (model && column ? ofCard(row, name, model, column, headers) : null)),
  });
  return {
    name: winLossNames.cards, kind: "form", key: [headers.competitor], filter: false, style: "form",
    columns: [
      user("competitor"), user("owner"), user("reviewed", { format: "day", look: "input", allowed: { kind: "day", prompt: words.prompts.day } }),
      made("met", "count"), made("won", "count"), made("lost", "count"), made("rate", "percent"), made("open", "count"), made("openAmount", "money"),
      { name: headers.filled, owner: "formula", format: "text", look: "centred", contents: rows.map((row) => filledOf(row, context)) },
      ...answers.map((name) => user(name)),
    ],
  };
}

/** "" for a card without a name. */
function ofCard(row: Card, name: "met" | "won" | "lost" | "rate" | "open" | "openAmount", model: DealModel, column: Column, headers: SheetContext["text"]["winLoss"]["cards"]): Term<Figure> {
  const own = thisRow(winLossNames.cards, headers.competitor);
  const wanted = row.competitor === null ? "" : String(row.competitor);
  const here = is(column, reference(own, wanted));
  const cell = (header: string, value: number) => reference(thisRow(winLossNames.cards, header), value);
  const figure = ((): Term<Figure> => {
    switch (name) {
      case "met": return countifs(here);
      case "won": case "lost": case "open": return deals(model, name, here);
      case "openAmount": return amount(model, "open", here);
      case "rate": return shareWon(cell(headers.won, deals(model, "won", here).value), cell(headers.lost, deals(model, "lost", here).value));
    }
  })();
  return call(`IF(${own}="","",${figure.text})`, wanted === "" ? "" : figure.value, figure);
}

/** How many of the five answers a card has: `3 of 5`. */
function filledOf(row: Card, { text }: SheetContext): Term<string> {
  const { cards: headers, filled } = text.winLoss;
  const counted = answers.map((name) => `IF(${thisRow(winLossNames.cards, headers[name])}="",0,1)`).join("+");
  const n = answers.filter((name) => row[name] !== null && row[name] !== "").length;
  const said = sentence(filled, { n: call(`(${counted})&""`, String(n)) });
  return said;
}
