// Which CRM and object is this table, which field is each column, and how sure is that?

import type { Field, FieldKind, FieldMapping } from "./fields";
import { isUnnamed } from "./header";
import { lookUp, type HeaderMatch } from "./headers/dictionary";
import { hints, hintText, type Hint } from "./headers/hints";
import { headerKeys } from "./headers/key";
import { whichCrm } from "./headers/which-crm";
import { whichObject } from "./headers/which-object";
import { fieldOf, fieldTables, kindOf } from "./objects/tables";
import type { Crm, CrmTable, ObjectKind, Recognition } from "./reading";
import { fitOf, sampleOf } from "./sample";
import { nothingSaid, type Said } from "./said";

/** Recognises a table; `hint` is the object when the user has said so, `said` what else they have said. */
export function recognise(table: CrmTable, hint?: ObjectKind, said?: Said): Recognition {
  const guess = hint ? { object: hint, lead: 1, isSure: true } : whichObject(table);
  const crm = whichCrm(table, guess.object);
  const mapping = mapColumns(table, guess.object, crm, said);
  const named = table.header.filter((header) => !isUnnamed(header));
  const matched = Object.keys(mapping).length;
  // Nobody maps two hundred custom columns: ten that fit are as good as all.
  const share = Math.min(1, matched / Math.max(1, Math.min(named.length, 10)));
  const confidence = (guess.isSure ? 0.4 : 0.1) + 0.35 * share + 0.25 * guess.lead;
  return { object: guess.object, crm, confidence: matched === 0 ? 0 : Math.min(1, Math.round(confidence * 100) / 100), matched, columns: named.length, mapping, ...(said ? { said } : {}) };
}

/** An export below this confidence is not taken for records unless the user says what it holds. */
const leastConfidence = 0.6;

/** Whether a table is beyond doubt what it is taken for. */
export function isRecognised({ confidence, mapping }: Recognition): boolean {
  return confidence >= leastConfidence && Object.keys(mapping).length > 0;
}

/** The likely field of each column: what was said first, then known headers, then headers that hint, then values that tell. */
function mapColumns(table: CrmTable, object: ObjectKind, crm: Crm, said: Said = nothingSaid): FieldMapping {
  const mapping: Record<string, string> = { ...said.mapping };
  const taken = new Set([...Object.values(said.mapping), ...said.notUsed]);
  const assign = (field: string, header: string): void => {
    mapping[field] = header;
    taken.add(header);
  };
  for (const { field, header } of knownColumns(table, object, crm)) if (!(field in mapping) && !taken.has(header)) assign(field, header);
  assignHinted(table, object, mapping, taken, assign);
  if (object === "deal" && !("stage" in mapping)) {
    const at = table.header.findIndex((header, column) => !taken.has(header) && sampleOf(table, column).filled > 2 && sampleOf(table, column).stages > 0.5);
    if (at >= 0) assign("stage", table.header[at]!);
  }
  if (object === "deal") amountFrom(mapping, "wonAmount", said);
  // Odoo and home-made sheets call the deal's amount its expected revenue.
  if (object === "deal" && crm === "other") amountFrom(mapping, "weightedAmount", said);
  return inTableOrder(mapping, object);
}

/** The only amounts there are count as the deal's, unless the user said what they are. */
function amountFrom(mapping: Record<string, string>, field: "wonAmount" | "weightedAmount", said: Said): void {
  const header = mapping[field];
  if (header === undefined || "amount" in mapping || field in said.mapping) return;
  mapping["amount"] = header;
  delete mapping[field];
}

/** Values must not contradict a known header, and must bear out a hint. */
const NOT_CONTRADICTED = 0.1;
const BORNE_OUT = 0.6;

function knownColumns(table: CrmTable, object: ObjectKind, crm: Crm): { field: string; header: string; rank: number }[] {
  return table.header
    .flatMap((header, at) => {
      if (isUnnamed(header)) return [];
      const match = lookUp(headerKeys(header), object, crm);
      return match && isPossible(table, at, fieldOf(object, match.field), NOT_CONTRADICTED) ? [{ header, ...match, rank: emptyLast(table, at, idsLast(header, match)) }] : [];
    })
    .sort((left, right) => left.rank - right.rank);
}

/** An id stands for an owner or account only where no column has the name. */
function idsLast(header: string, { field, rank }: HeaderMatch): number {
  return (field === "owner" || field === "account") && /id$/i.test(header) ? rank + 500 : rank;
}

/** A column without a value gives way to one that has some. */
function emptyLast(table: CrmTable, at: number, rank: number): number {
  return table.rows.length > 0 && sampleOf(table, at).filled === 0 ? rank + 1000 : rank;
}

function assignHinted(table: CrmTable, object: ObjectKind, mapping: Readonly<Record<string, string>>, taken: ReadonlySet<string>, assign: (field: string, header: string) => void): void {
  const texts = table.header.map(hintText);
  for (const hint of hints) {
    if (!(hint.field in fieldTables[object]) || hint.field in mapping) continue;
    const kind = kindOf(object, hint.field);
    const fitting = table.header.filter(
      (header, at) =>
        !taken.has(header) && !isUnnamed(header) && !isElse(table, header) && agrees(hint, texts[at]!) && !(hint.field === "id" && isIdOfOther(header, object)) && sampleOf(table, at).filled > 0 && isPossible(table, at, fieldOf(object, hint.field), BORNE_OUT) && isText(table, at, kind),
    );
    // Several columns of counts or scores: which one is meant only a person knows.
    if (fitting.length === 1 || (fitting.length > 1 && kind !== "number")) assign(hint.field, fitting[0]!);
  }
}

/** Text fields do not take columns of bare figures, dates or yes and no. */
function isText(table: CrmTable, at: number, kind: FieldKind): boolean {
  if (kind !== "text") return true;
  const { figures, days, flags, filled } = sampleOf(table, at);
  return filled > 0 && figures < 0.5 && days < 0.5 && flags < 0.7;
}

/** A deal's `AccountId` names another record, not the deal. */
function isIdOfOther(header: string, object: ObjectKind): boolean {
  return object !== "account" && /^(?:account|customer)|客户/.test(hintText(header));
}

/** A second `Deal - Value (2)`, and HubSpot's stage dates, are no fields. */
function isElse(table: CrmTable, header: string): boolean {
  const again = /^(.*) \(\d+\)$/.exec(header);
  return (again !== null && table.header.includes(again[1]!)) || /^(?:cumulative|latest )?.*(?:time in|date (?:entered|exited)) /i.test(header);
}

function agrees(hint: Hint, text: string): boolean {
  return hint.pattern.test(text) && !(hint.unless && hint.unless.test(text));
}

function isPossible(table: CrmTable, at: number, field: Field, least: number): boolean {
  const sample = sampleOf(table, at);
  return sample.filled < 2 ? sample.filled === 0 || fitOf(sample, field) > 0 || least < 0.5 : fitOf(sample, field) >= least;
}

function inTableOrder(mapping: Readonly<Record<string, string>>, object: ObjectKind): FieldMapping {
  return Object.fromEntries(Object.keys(fieldTables[object]).flatMap((field) => (field in mapping ? [[field, mapping[field]!]] : [])));
}
