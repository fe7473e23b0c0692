// The checklist of handoffs: what each stage passes on to the next, by formula from the map; done, date and remark are typed.

import { countifs } from "../../formula/aggregate";
import { column, thisRow } from "../../formula/column";
import { is } from "../../formula/criteria";
import { numberText, sentence } from "../../formula/sentence";
import { call, literal, reference, type Term } from "../../formula/term";
import type { WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import type { ColumnSpec, TableSpec } from "../block";
import type { Memory } from "../memory";
import { journeyTableName, type Lane, type MapRow } from "./map";
import { typedColumn, typedRows, textIn, type TypedRow } from "./typed";

export const handoffsTableName = "Handoffs";

/** The checklist and the sentence that counts what is done. */
export function handoffs(rows: readonly MapRow[], memory: Memory, text: WholeText): { readonly table: TableSpec; readonly count: Term<string> } {
  const words = text.journey.handoffs;
  const checked = checkedRows(rows, memory, text);
  const steps = checked.map((_, at) => at + 1);
  const from = (lane: Lane) => steps.map((step) => laneAt(lane, step, false, rows, text));
  const to = (lane: Lane) => steps.map((step) => laneAt(lane, step, true, rows, text));
  const formula = (name: string, contents: readonly Term[]): ColumnSpec => ({ name, owner: "formula", format: "general", look: "wrapped", contents });
  const typed = (header: string): readonly CellValue[] => checked.map((row) => row?.get(header) ?? null);
  const done = typed(words.done);
  const yesNo = [text.tables.yes, text.tables.no];
  const columns: readonly ColumnSpec[] = [
    { name: words.step, owner: "crm", format: "general", look: "wrapped", contents: steps },
    formula(words.phase, from("phase")),
    formula(words.from, from("stage")),
    formula(words.what, from("handoffOut")),
    formula(words.to, to("stage")),
    formula(words.gives, from("owner")),
    formula(words.takes, to("owner")),
    formula(words.within, to("sla")),
    formula(words.accepted, to("handoffIn")),
    { ...typedColumn(words.done, done, { kind: "list", items: yesNo, prompt: words.prompt }, "text"), look: "choice" },
    { ...typedColumn(words.date, typed(words.date), { kind: "day" }, "day"), look: "input" },
    typedColumn(words.note, typed(words.note)),
  ];
  const doneCount = countifs(is(column(handoffsTableName, words.done, done), literal(text.tables.yes)));
  const all = call(`COUNT(${column(handoffsTableName, words.step, steps).text})`, steps.length);
  return {
    table: { name: handoffsTableName, kind: "form", key: [words.step], columns, filter: false, style: "form" },
    count: sentence(words.count, { done: numberText(doneCount), all: numberText(all) }),
  };
}

/** What the map says of a step's own stage, or of the one that follows; after the last comes the first again. */
function laneAt(lane: Lane, step: number, following: boolean, rows: readonly MapRow[], { journey }: WholeText): Term<string> {
  const stages = `ROWS(${column(journeyTableName, journey.lanes.stage, []).text})`;
  const own = reference(thisRow(handoffsTableName, journey.handoffs.step), step);
  const place = following ? `MOD(${own.text},${stages})+1` : own.text;
  const entry = `INDEX(${column(journeyTableName, journey.lanes[lane], []).text},${place})&""`;
  const row = step > rows.length ? undefined : rows[following ? step % rows.length : step - 1];
  return call(`IF(OR(N(${own.text})<1,${own.text}>${stages}),"",${entry})`, String(row?.[lane] ?? ""));
}

/** What was typed beside each handoff: found by its stage's name, else by its step; what belongs to none comes after. */
function checkedRows(rows: readonly MapRow[], memory: Memory, text: WholeText): readonly (TypedRow | null)[] {
  const words = text.journey.handoffs;
  const before = (typedRows(memory, handoffsTableName, (one) => one.journey.handoffs, text) ?? []).filter((row) => [words.done, words.date, words.note].some((header) => textIn(row, header) !== null));
  const rest = new Set(before);
  const take = (row: TypedRow | undefined): TypedRow | null => {
    if (row) rest.delete(row);
    return row ?? null;
  };
  const names = rows.map(({ stage }) => String(stage ?? "").toLowerCase());
  const byName = names.map((name) => take(name === "" ? undefined : [...rest].find((row) => textIn(row, words.from)?.toLowerCase() === name)));
  const found = byName.map((row, at) => row ?? take([...rest].find((one) => one.get(words.step) === at + 1 && !names.includes(textIn(one, words.from)?.toLowerCase() ?? "?"))));
  return [...found, ...rest];
}
