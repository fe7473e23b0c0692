// An export of any number of deals with twelve columns, the same at every run.

import { chanceOf } from "../templates/samples/random";

export const header = ["Deal - ID", "Deal - Title", "Deal - Organization", "Deal - Owner", "Deal - Stage", "Deal - Status", "Deal - Value", "Deal - Currency of Value", "Deal - Probability", "Deal - Deal created", "Deal - Deal closed on", "Deal - Expected close date"];
const stages = ["Qualified", "Contact Made", "Demo Scheduled", "Proposal Made", "Negotiations Started"];

/** Rows as text cells, without the header. */
export function* madeRows(count: number): Generator<string[]> {
  const chance = chanceOf(7);
  for (let at = 0; at < count; at += 1) {
    const status = ["Open", "Won", "Lost"][Math.floor(chance() * 3)]!;
    const [stage, created] = [Math.floor(chance() * 5), 20_000 + Math.floor(chance() * 700)];
    const account = Math.floor(chance() * 5000);
    yield [
      String(100_000 + at), `Customer ${account}, order ${at}`, `Customer ${account} Ltd`, `Rep ${Math.floor(chance() * 60)}`, stages[stage]!, status,
      (chance() * 90_000).toFixed(2), "USD", String(10 + stage * 20), isoOf(created),
      status === "Open" ? "" : isoOf(created + 10 + Math.floor(chance() * 90)), status === "Open" ? isoOf(created + 60) : "",
    ];
  }
}

/** The export as CSV. */
export function madeText(count: number): string {
  const lines = [header.join(",")];
  for (const row of madeRows(count)) lines.push(row.map((cell) => (cell.includes(",") ? `"${cell}"` : cell)).join(","));
  return lines.join("\r\n");
}

const isoDays = new Map<number, string>();

function isoOf(day: number): string {
  const known = isoDays.get(day) ?? new Date(day * 86_400_000).toISOString().slice(0, 10);
  isoDays.set(day, known);
  return known;
}
