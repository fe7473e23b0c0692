// What the table of scores is computed from, read once from the forms: a column of cells for each measure and exception, above its points.

import { column } from "../../formula/column";
import { call, cell, literalText, type Figure, type Term } from "../../formula/term";
import { asItself } from "../../formula/wildcards";
import type { ExceptionCells, MeasureCells } from "../../metrics/health-score";
import { exceptionOperators } from "../../metrics/health-score";
import type { WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import type { Readable } from "./columns";
import { operatorNumber, type ExceptionField, type ExceptionRow } from "./exceptions";
import type { MeasureField, MeasureRow } from "./measures";
import { columnsName, exceptionsName, measuresName } from "./names";

/** The lines above the table, in their order. */
export const slotLines = ["name", "place", "weight", "poor", "good", "blank", "most", "action"] as const;
export type SlotLine = (typeof slotLines)[number];

/** A measure or exception: what each line holds, and the same as cells. */
export interface Slot<C> {
  readonly lines: Readonly<Partial<Record<SlotLine, Term>>>;
  readonly cells: C;
  readonly name: Term<string>;
  readonly action: Term<string>;
  readonly id: (line: SlotLine) => string;
}

export type MeasureSlot = Slot<MeasureCells>;
export type ExceptionSlot = Slot<ExceptionCells>;

type MeasureState = keyof WholeText["health"]["states"];
type ExceptionState = keyof WholeText["health"]["exceptionStates"];

/** Where a column stands among those that can be read, from 1; "" where it does not. */
export function placeOf(value: CellValue, region: readonly Readable[]): Figure {
  const at = region.findIndex(({ header }) => header.toLowerCase() === String(value ?? "").toLowerCase());
  return value === null || value === "" || at < 0 ? "" : at + 1;
}

/** The same as a formula on a cell's text. */
export function placeText(cellText: string, text: WholeText): string {
  return `IFERROR(MATCH(${asItself(cellText)},${column(columnsName, text.health.columns.column, []).text},0),"")`;
}

/** What keeps a measure from being used; null for an empty row. */
export function measureState(row: MeasureRow, region: readonly Readable[]): MeasureState | null {
  const { column: read, poor, good, weight } = row;
  if (read === null || read === "") return null;
  if (placeOf(read, region) === "") return "noColumn";
  if (typeof poor !== "number" || typeof good !== "number") return "noLimits";
  if (poor === good) return "same";
  return typeof weight === "number" && weight > 0 ? "used" : "noWeight";
}

export function exceptionState(row: ExceptionRow, region: readonly Readable[]): ExceptionState | null {
  if (row.column === null || row.column === "") return null;
  if (placeOf(row.column, region) === "") return "noColumn";
  if (operatorNumber(row.operator) === "") return "noOperator";
  return typeof row.most === "number" ? "used" : "noMost";
}

export function measureSlots(rows: readonly MeasureRow[], region: readonly Readable[], text: WholeText): readonly MeasureSlot[] {
  const words = text.health;
  return rows.map((row, index) => {
    const isUsed = measureState(row, region) === "used";
    const at = (field: MeasureField | "status") => `INDEX(${column(measuresName, words.measures[field], []).text},${index + 1})`;
    const used = (content: string, otherwise: string) => `IFERROR(IF(${at("status")}=${literalText(words.states.used)},${content},${otherwise}),${otherwise})`;
    const number = (field: "poor" | "good") => call<Figure>(used(at(field), '""'), isUsed ? Number(row[field]) : "");
    const zero = row.missing === words.missing.zero;
    const lines = {
      name: nameTerm(at("measure"), row.measure),
      place: call<Figure>(used(placeText(at("column"), text), '""'), isUsed ? placeOf(row.column, region) : ""),
      weight: call(used(at("weight"), "0"), isUsed ? Number(row.weight) : 0),
      poor: number("poor"),
      good: number("good"),
      blank: call<Figure>(used(`IF(${at("missing")}=${literalText(words.missing.zero)},0,"")`, '""'), isUsed && zero ? 0 : ""),
      action: nameTerm(at("action"), row.action),
    };
    const id = (line: SlotLine) => `health.measure.${index}.${line}`;
    const own = <V extends CellValue>(line: SlotLine, term: Term<V>) => cell(id(line), term.value);
    return {
      lines, id, name: own("name", lines.name), action: own("action", lines.action),
      cells: { place: own("place", lines.place), weight: own("weight", lines.weight), poor: own("poor", lines.poor), good: own("good", lines.good), blank: own("blank", lines.blank) },
    };
  });
}

export function exceptionSlots(rows: readonly ExceptionRow[], region: readonly Readable[], text: WholeText): readonly ExceptionSlot[] {
  const words = text.health;
  return rows.map((row, index) => {
    const isUsed = exceptionState(row, region) === "used";
    const at = (field: ExceptionField | "status") => `INDEX(${column(exceptionsName, words.exceptions[field], []).text},${index + 1})`;
    const used = (content: string) => `IFERROR(IF(${at("status")}=${literalText(words.exceptionStates.used)},${content},""),"")`;
    const lines = {
      name: nameTerm(at("exception"), row.exception),
      place: call<Figure>(used(placeText(at("column"), text)), isUsed ? placeOf(row.column, region) : ""),
      poor: call<Figure>(used(`MATCH(${at("operator")},{${exceptionOperators.map((one) => literalText(words.operators[one])).join(",")}},0)`), isUsed ? operatorNumber(row.operator) : ""),
      good: call<CellValue>(used(`IF(${at("value")}="","",${at("value")})`), isUsed ? (row.value ?? "") : ""),
      most: call<Figure>(used(at("most")), isUsed ? Number(row.most) : ""),
      action: nameTerm(at("action"), row.action),
    };
    const id = (line: SlotLine) => `health.exception.${index}.${line}`;
    const own = <V extends CellValue>(line: SlotLine, term: Term<V>) => cell(id(line), term.value);
    return {
      lines, id, name: own("name", lines.name), action: own("action", lines.action),
      cells: { place: own("place", lines.place), operator: own("poor", lines.poor), operand: own("good", lines.good), most: own("most", lines.most) },
    };
  });
}

/** A text of a form, "" where its row is gone. */
function nameTerm(at: string, value: CellValue): Term<string> {
  return call(`IFERROR(${at}&"","")`, value === null ? "" : String(value));
}
