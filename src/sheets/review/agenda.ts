// What is spoken about, and for how many minutes in which meeting.

import { column } from "../../formula/column";
import { call, choose, type Term } from "../../formula/term";
import type { CellValue } from "../../values";
import { isTyped, readTable, translated } from "../any-language";
import { grid, show, stack, type Block, type ColumnSpec } from "../block";
import type { SheetContext } from "../context";
import type { Format } from "../plan";
import { isMonthly } from "./meeting";

export const agendaName = "ReviewAgenda";

type Field = "item" | "weekly" | "monthly";
type Item = Readonly<Record<Field, CellValue>>;

const minutesAtFirst = { figures: [5, 10], changes: [5, 10], goals: [5, 20], leaks: [5, 15], deals: [15, 20], decisions: [10, 15] } as const;

/** The agenda as a form, and the minutes of the meeting chosen. */
export function agendaBlock(context: SheetContext): Block {
  const words = context.text.review;
  const items = agendaItems(context);
  const of = (field: Field, format: Format, more: Partial<ColumnSpec> = {}): ColumnSpec => ({ name: words.agenda[field], owner: "user", format, look: "input", contents: items.map((item) => item[field]), ...more });
  const minutes = { allowed: { kind: "number", min: 0, max: 240, whole: false, prompt: words.minutesPrompt } } as const;
  return stack(
    grid([[show("section", words.agendaTitle, { across: 3 })]], [22]),
    { kind: "table", table: { name: agendaName, kind: "form", key: [words.agenda.item], filter: false, style: "form", columns: [of("item", "text"), of("weekly", "count", minutes), of("monthly", "count", minutes)] } },
    grid([[show("total", words.minutes), show("total", minutesOf(items, context), { format: "count", across: 2 })]]),
  );
}

function minutesOf(items: readonly Item[], context: SheetContext): Term<number> {
  const sum = (field: "weekly" | "monthly") => call(`SUM(${column(agendaName, context.text.review.agenda[field], []).text})`, items.reduce((total, item) => total + (typeof item[field] === "number" ? item[field] : 0), 0));
  return choose(isMonthly(context), sum("monthly"), sum("weekly"));
}

/** Items typed before, else the six parts of the page. */
function agendaItems({ memory, text }: SheetContext): readonly Item[] {
  const table = readTable(memory.tables.get(agendaName), ({ review }) => review.agenda);
  const typed = table.rows.filter((row) => row.some(isTyped)).map((row): Item => ({
    item: translated(table.value(row, "item"), ({ review }) => review.agendaItems, text), weekly: table.value(row, "weekly"), monthly: table.value(row, "monthly"),
  }));
  if (typed.length > 0) return typed;
  return (Object.keys(minutesAtFirst) as (keyof typeof minutesAtFirst)[]).map((key) => ({ item: text.review.agendaItems[key], weekly: minutesAtFirst[key][0], monthly: minutesAtFirst[key][1] }));
}
