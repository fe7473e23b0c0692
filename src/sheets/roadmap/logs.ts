// What was tried with one team first, and how it was rolled out to the others.

import { countifs } from "../../formula/aggregate";
import { thisRow } from "../../formula/column";
import { is, isFilled, than } from "../../formula/criteria";
import { numberText, percentText, sentence } from "../../formula/sentence";
import { call, literal, literalText, reference, subtract, whenNumbers, type Figure, type Term } from "../../formula/term";
import type { WholeText } from "../../text/whole";
import type { TableSpec } from "../block";
import { formColumn, madeColumn, oneOf, typedColumn, typedRows, withSpare, type Form, type FormRow } from "../form";
import type { Memory } from "../memory";
import { numberIn } from "./milestones";
import type { RoadmapSettings } from "./settings";

export const pilotsTableName = "PilotLog";
export const rollOutTableName = "RollOutLog";

/** Empty lines ready to type in. */
const spareLines = 5;

const pilotFields = ["team", "what", "start", "measure", "before", "after", "verdict"] as const;
type PilotField = (typeof pilotFields)[number];
type Pilot = FormRow<PilotField>;

const pilotForm: Form<PilotField | "change", PilotField> = {
  table: pilotsTableName, headers: ({ roadmap }) => roadmap.pilots, fields: pilotFields,
  words: { verdict: oneOf(({ roadmap }) => roadmap.pilots.verdicts) },
};

export function pilotsOf(memory: Memory, text: WholeText): readonly Pilot[] {
  return withSpare(typedRows(pilotForm, memory, text) ?? [], pilotFields, spareLines);
}

export function pilotsTable(rows: readonly Pilot[], text: WholeText): TableSpec {
  const words = text.roadmap.pilots;
  const typed = (field: PilotField, format: "text" | "general" | "day", more = {}) => typedColumn(pilotForm, field, rows, text, format, more);
  const cellOf = (field: "before" | "after", row: Pilot): Term<Figure> => reference(thisRow(pilotsTableName, words[field]), typeof row[field] === "number" ? row[field] : "");
  return {
    name: pilotsTableName, kind: "log", key: [], filter: false, style: "form",
    columns: [
      typed("team", "text"), typed("what", "text"),
      typed("start", "day", { allowed: { kind: "day", prompt: text.roadmap.milestones.prompts.day } }),
      typed("measure", "text"), typed("before", "general"), typed("after", "general"),
      madeColumn(words.change, "general", rows.map((row) => whenNumbers([cellOf("after", row), cellOf("before", row)], subtract)), { look: "value" }),
      typed("verdict", "text", { look: "choice", allowed: { kind: "list", items: Object.values(words.verdicts) } }),
    ],
  };
}

/** How many pilots there are, by verdict. */
export function pilotsSentence(rows: readonly Pilot[], text: WholeText): Term<string> {
  const words = text.roadmap.pilots;
  const what = formColumn(pilotForm, "what", rows, text);
  const verdict = formColumn(pilotForm, "verdict", rows, text);
  const all = call(`COUNTA(${what.text})`, what.values.filter((value) => value !== null).length);
  const [keep, adjust, stop] = (["keep", "adjust", "stop"] as const).map((one) => countifs(is(verdict, literal(words.verdicts[one])))) as [Term<number>, Term<number>, Term<number>];
  const judged = keep.value + adjust.value + stop.value;
  const open = call(`MAX(0,${all.text}-${keep.text}-${adjust.text}-${stop.text})`, Math.max(0, all.value - judged));
  const said = sentence(words.count, { all: numberText(all), keep: numberText(keep), adjust: numberText(adjust), stop: numberText(stop), open: numberText(open) });
  return call(`IF(${all.text}=0,${literalText(words.none)},${said.text})`, all.value === 0 ? words.none : said.value);
}

const rollOutFields = ["team", "what", "training", "support", "date", "adoption", "people", "remark"] as const;
type RollOutField = (typeof rollOutFields)[number];
type RollOut = FormRow<RollOutField>;

const rollOutForm: Form<RollOutField, RollOutField> = { table: rollOutTableName, headers: ({ roadmap }) => roadmap.rollOut, fields: rollOutFields };

export function rollOutOf(memory: Memory, text: WholeText): readonly RollOut[] {
  return withSpare(typedRows(rollOutForm, memory, text) ?? [], rollOutFields, spareLines);
}

export function rollOutTable(rows: readonly RollOut[], text: WholeText): TableSpec {
  const typed = (field: RollOutField, format: "text" | "count" | "day" | "percent", more = {}) => typedColumn(rollOutForm, field, rows, text, format, more);
  const share = { allowed: { kind: "number", min: 0, max: 1, whole: false, prompt: text.roadmap.milestones.prompts.done } } as const;
  return {
    name: rollOutTableName, kind: "log", key: [], filter: false, style: "form",
    columns: [
      typed("team", "text"), typed("what", "text"), typed("training", "percent", share), typed("support", "text"),
      typed("date", "day", { allowed: { kind: "day", prompt: text.roadmap.milestones.prompts.day } }),
      typed("adoption", "percent", share), typed("people", "count"), typed("remark", "text"),
    ],
  };
}

/** Share of the people who work in the new way, and how many teams reach the adoption aimed at. */
export function rollOutSentence(rows: readonly RollOut[], { adoption: goal }: RoadmapSettings, text: WholeText): Term<string> {
  const words = text.roadmap.rollOut;
  const adoption = formColumn(rollOutForm, "adoption", rows, text);
  const people = formColumn(rollOutForm, "people", rows, text);
  const both = rows.filter((row) => typeof row.adoption === "number" && typeof row.people === "number");
  const all = countifs(isFilled(adoption), than(people, ">", literal(0)));
  const heads = both.reduce((sum, row) => sum + Math.max(0, numberIn(row.people)), 0);
  const adopted = both.reduce((sum, row) => sum + Math.max(0, numberIn(row.people)) * numberIn(row.adoption), 0);
  const counted = `ISNUMBER(${adoption.text})*ISNUMBER(${people.text})`;
  const mean = call(`SUMPRODUCT(${counted},${people.text},${adoption.text})/SUMPRODUCT(${counted},${people.text})`, heads === 0 ? 0 : adopted / heads);
  const reached = countifs(than(adoption, ">=", goal), than(people, ">", literal(0)));
  const said = sentence(words.count, { mean: percentText(mean), reached: numberText(reached), all: numberText(all), goal: percentText(goal) });
  return call(`IF(${all.text}=0,${literalText(words.none)},${said.text})`, all.value === 0 ? words.none : said.value);
}
