// The pieces that conditions cut a field's values into: each record is in one, and a condition takes all of a piece or nothing.

import { sql } from "kysely";
import type { Condition } from "../formula/question";
import { isAmong } from "./case-of";
import { tellingOutputs, type Currencies } from "./currency";
import type { Sql } from "./dialect";
import { nothingIn, type FieldSql, type Fields } from "./field-sql";
import type { ReadKey } from "./merge-groups";
import { recordsSql, type Output, type Source } from "./records-sql";
import { asked, nullIfTooMany, textOf } from "./table-sql";
import { isNumeric, numberSql } from "./values-sql";

export interface Pieces {
  readonly field: string;
  /** The piece of a record, a small number. */
  readonly output: Output;
  readonly all: readonly number[];
  /** The pieces that meet all conditions on the field. */
  readonly accepted: (where: readonly Condition[]) => ReadonlySet<number>;
}

export type PieceMaker = (field: string, conditions: readonly Condition[]) => Promise<Pieces>;

/** No value at all. */
const nothing = -1;
/** More texts than these are not looked at one by one. */
const mostTexts = 20_000;

/** A text of a field as written, with whether its records have an amount where that matters, and what it is read as. */
interface Written {
  readonly raw: string;
  readonly has: number | null;
  readonly value: string | null;
}

export function piecesOf(source: Source, fields: Fields, currencies: Currencies, read: ReadKey): PieceMaker {
  const texts = new Map<string, Promise<readonly Written[] | null>>();
  return async (field, conditions) => {
    const found = fields(field);
    if (!found) return pieces(field, { name: `piece_of_${field}`, inner: new Map(), sql: sql.lit(nothing) }, [nothing], () => false);
    if (isNumeric(found)) return ofNumbers(source, field, found, conditions);
    if (found.shape === "key") return ofTexts(field, found, conditions, (text) => sql`${found.sql} = ${text}`, null);
    if (!texts.has(field)) texts.set(field, writtenTexts(source, field, found, currencies, read));
    const written = await texts.get(field)!;
    return written ? ofWritten(field, found, conditions, written, currencies) : ofManyTexts(source, field, found, conditions);
  };
}

/** A place between numbers: before all that are at least `at`, or after all that are at most `at`. */
interface Cut {
  readonly at: number;
  readonly isAfter: boolean;
}

/** Between the cuts that the conditions ask for, and no others: comparing is what costs. */
function ofNumbers(source: Source, field: string, found: FieldSql, conditions: readonly Condition[]): Pieces {
  const cuts = cutsOf(conditions);
  const value = numberSql(source, found);
  const piece = sql`case when ${value} is null then ${sql.lit(nothing)} else ${pieceOfNumber(value, cuts)} end`;
  const all = [nothing, ...Array.from({ length: cuts.length + 1 }, (_, at) => at)];
  return pieces(field, { name: `piece_of_${field}`, inner: found.inner, sql: piece }, all, (piece, { operator, operand }) => {
    if (operator === "empty" || operator === "filled") return (piece === nothing) === (operator === "empty");
    const [before, after] = [false, true].map((isAfter) => cuts.findIndex((cut) => cut.at === Number(operand) && cut.isAfter === isAfter));
    const isBelow = (cut: number) => cut >= 0 && piece <= cut;
    const isAbove = (cut: number) => cut >= 0 && piece > cut;
    if (piece === nothing) return false;
    switch (operator) {
      case "is": case "=": return isAbove(before!) && isBelow(after!);
      case "<": return isBelow(before!);
      case "<=": return isBelow(after!);
      case ">": return isAbove(after!);
      case ">=": return isAbove(before!);
    }
  });
}

/** In their order, each once. */
function cutsOf(conditions: readonly Condition[]): readonly Cut[] {
  const cuts = conditions.flatMap(({ operator, operand }): Cut[] => {
    const at = Number(operand);
    if (operand === null || !Number.isFinite(at)) return [];
    switch (operator) {
      case "empty": case "filled": return [];
      case "is": case "=": return [{ at, isAfter: false }, { at, isAfter: true }];
      case "<": case ">=": return [{ at, isAfter: false }];
      case "<=": case ">": return [{ at, isAfter: true }];
    }
  });
  return [...new Map(cuts.map((cut) => [`${cut.at} ${String(cut.isAfter)}`, cut])).values()].sort((left, right) => left.at - right.at || Number(left.isAfter) - Number(right.isAfter));
}

/** How many cuts are before a number, found by halves, so that a hundred are seven comparisons a record. */
export function pieceOfNumber(value: Sql, cuts: readonly Cut[], from = 0, to = cuts.length): Sql {
  if (from === to) return sql.lit(from);
  const middle = (from + to) >> 1;
  const { at, isAfter } = cuts[middle]!;
  return sql`case when ${value} ${isAfter ? sql`<=` : sql`<`} (${sql.lit(at)}) then ${pieceOfNumber(value, cuts, from, middle)} else ${pieceOfNumber(value, cuts, middle + 1, to)} end`;
}

/** A piece for each text asked for; `of` says which records have it, `none` which have no text. */
function ofTexts(field: string, found: FieldSql, conditions: readonly Condition[], of: (text: string) => Sql | null, none: Sql | null, more: FieldSql["inner"] = new Map()): Pieces {
  const operands = [...new Set(conditions.flatMap(({ operator, operand }) => (operator === "is" ? [String(operand).toLowerCase()] : [])))].sort();
  const branches = operands.flatMap((text, at) => {
    const condition = of(text);
    return condition ? [sql`when ${condition} then ${sql.lit(at + 1)}`] : [];
  });
  const empty = none ? [sql`when ${none} then ${sql.lit(nothing)}`] : [];
  const cases = [...empty, ...branches];
  const piece = cases.length === 0 ? sql`${sql.lit(0)}` : sql`case ${sql.join(cases, sql` `)} else 0 end`;
  const all = [nothing, ...Array.from({ length: operands.length + 1 }, (_, at) => at)];
  return pieces(field, { name: `piece_of_${field}`, inner: new Map([...found.inner, ...more]), sql: piece }, all, (at, { operator, operand }) => {
    switch (operator) {
      case "empty": return at === nothing;
      case "filled": return at !== nothing;
      case "is": return at > 0 && operands[at - 1] === String(operand).toLowerCase();
      // A text is below no number.
      default: return false;
    }
  });
}

/** Every way a text is written is known. */
function ofWritten(field: string, found: FieldSql, conditions: readonly Condition[], written: readonly Written[], { hasAmount }: Currencies): Pieces {
  const among = (some: readonly Written[]): Sql | null => {
    const parts = [null, 0, 1].flatMap((has) => {
      const texts = some.filter((one) => one.has === has).map(({ raw }) => raw);
      if (texts.length === 0) return [];
      return [has === null || !hasAmount ? isAmong(found.sql, texts) : sql`(${hasAmount.sql} = ${sql.lit(has)} and ${isAmong(found.sql, texts)})`];
    });
    return parts.length === 0 ? null : sql`${sql.join(parts, sql` or `)}`;
  };
  const isAsked = conditions.some(({ operator }) => operator === "empty" || operator === "filled");
  const none = isAsked ? among(written.filter(({ value }) => value === null)) : null;
  const inner = field === "currency" && hasAmount ? hasAmount.inner : new Map<string, Sql>();
  return ofTexts(field, found, conditions, (text) => among(written.filter(({ value }) => value?.toLowerCase() === text)), none, inner);
}

/** Too many to look at each: equal is what is equal in small letters. */
function ofManyTexts(source: Source, field: string, found: FieldSql, conditions: readonly Condition[]): Pieces {
  const { read, facts } = source;
  return ofTexts(field, found, conditions, (text) => sql`${read.engine.dialect.folded(found.sql)} = ${text.trim()}`, isAmong(found.sql, ["", ...nothingIn(read, facts, field)]));
}

/** Null where they are too many. */
async function writtenTexts(source: Source, field: string, found: FieldSql, { hasAmount }: Currencies, read: ReadKey): Promise<readonly Written[] | null> {
  const outputs = tellingOutputs(source, field, found, hasAmount);
  const names = sql.join(outputs.map(({ name }) => sql.id(name)));
  const rows = await asked(source.read, sql`select distinct ${names} from ${recordsSql(source, outputs)} limit ${sql.lit(mostTexts + 1)}`, mostTexts).catch(nullIfTooMany);
  return rows && rows.map(([raw, has]) => {
    const value = read(field, raw!, Number(has) === 1);
    return { raw: textOf(raw), has: has === undefined ? null : Number(has), value: value === null ? null : String(value) };
  });
}

/** Records in some of the pieces. */
export function isIn({ output }: Pieces, some: ReadonlySet<number>): Sql {
  return some.size === 0 ? sql`1 = 0` : sql`${sql.id(output.name)} in (${sql.join([...some].sort((left, right) => left - right).map((piece) => sql.lit(piece)))})`;
}

function pieces(field: string, output: Output, all: readonly number[], meets: (piece: number, condition: Condition) => boolean): Pieces {
  return {
    field, output, all,
    accepted: (where) => new Set(all.filter((piece) => where.every((condition) => condition.field !== field || meets(piece, condition)))),
  };
}
