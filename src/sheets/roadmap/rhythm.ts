// Which reviews are held how often, and which is due?

import { thisRow } from "../../formula/column";
import { call, literalText, type Term } from "../../formula/term";
import type { WholeText } from "../../text/whole";
import type { Day } from "../../values";
import type { TableSpec } from "../block";
import { madeColumn, oneOfList, typedColumn, typedRows, type Form, type FormRow } from "../form";
import type { Memory } from "../memory";

export const rhythmTableName = "ReviewRhythm";

const fields = ["review", "what", "leader", "sheets", "last", "every"] as const;
type Field = (typeof fields)[number];
type Review = FormRow<Field>;

const seedsOf = (field: "review" | "what" | "leader" | "sheets") => oneOfList(({ roadmap }) => roadmap.seeds.reviews.map((one) => one[field]));

const form: Form<Field | "next" | "state", Field> = {
  table: rhythmTableName, headers: ({ roadmap }) => roadmap.rhythm, fields,
  words: { review: seedsOf("review"), what: seedsOf("what"), leader: seedsOf("leader"), sheets: seedsOf("sheets") },
};

export function reviewsOf(memory: Memory, text: WholeText): readonly Review[] {
  return typedRows(form, memory, text) ?? text.roadmap.seeds.reviews.map((one) => ({ ...one, last: null }));
}

export function rhythmTable(rows: readonly Review[], asOf: Term<Day>, text: WholeText): TableSpec {
  const words = text.roadmap.rhythm;
  const typed = (field: Field, format: "text" | "count" | "day", more = {}) => typedColumn(form, field, rows, text, format, more);
  const [last, every, next] = [words.last, words.every, words.next].map((header) => thisRow(rhythmTableName, header)) as [string, string, string];
  const dueOf = (row: Review) => (typeof row.last === "number" && typeof row.every === "number" ? row.last + row.every : "");
  const { planned, overdue, never } = words.states;
  const stateOf = (row: Review) => (typeof row.last !== "number" ? never : dueOf(row) === "" ? "" : Number(dueOf(row)) < asOf.value ? overdue : planned);
  const state = `IF(NOT(ISNUMBER(${last})),${literalText(never)},IF(${next}="","",IF(${next}<${asOf.text},${literalText(overdue)},${literalText(planned)})))`;
  return {
    name: rhythmTableName, kind: "form", key: [words.review], filter: false, style: "form",
    columns: [
      typed("review", "text"), typed("what", "text"), typed("leader", "text"), typed("sheets", "text"),
      typed("last", "day", { allowed: { kind: "day", prompt: text.roadmap.milestones.prompts.day } }),
      madeColumn(words.next, "day", rows.map((row) => call(`IF(COUNT(${last},${every})<2,"",${last}+${every})`, dueOf(row))), { look: "value" }),
      typed("every", "count", { allowed: { kind: "number", min: 1, max: 3650, whole: true } }),
      madeColumn(words.state, "text", rows.map((row) => call(state, stateOf(row))), { look: "centred" }),
    ],
  };
}
