// From a table of any size in a database to an import: its records where they are few, else groups of them, the whole way on one page.

import { keepingOf, keptRows } from "./kept";
import type { Answer, Groups } from "../crm/groups";
import type { Reading } from "../crm/reading";
import type { Known } from "../read-exports";
import type { Import } from "../sheets/data/import";
import type { Question } from "../formula/question";
import type { Day } from "../values";
import { alsoGroups } from "./also-groups";
import { answers } from "./answers";
import { groupByMost } from "./choose-dimensions";
import { currenciesOf } from "./currency";
import { decide } from "./decide";
import { EngineProblem, type Engine, type EngineTable } from "./engine";
import { factsOf } from "./facts";
import { fieldsOf } from "./field-sql";
import { filledOf } from "./filled";
import { groupStatement, type Quantity } from "./group-statement";
import { issuesOf } from "./issues";
import { keyMaker } from "./keys";
import { fieldNames, mainTable } from "./main-table";
import { mergeGroups } from "./merge-groups";
import { customerGroups, type CustomersAsked } from "./customers";
import { moreGroups } from "./more-groups";
import { pathsOf } from "./paths";
import { cellReader } from "./read-cells";
import { importTable, isSure, readSample, UnsureTable, type TableRead } from "./read-sample";
import { mostRowsRead, readRowByRow } from "./row-by-row";
import { dimensionsOf, measuresOf, rollupLimits, ungroupedFields, type RollupLimits } from "./rollups/definition";
import { rollupDefinitions } from "./rollups/definitions";

export interface RollupOptions extends Known {
  /** Days at which months are cut: a group is before such a day, or on it and after. */
  readonly breaks: readonly Day[];
  readonly limits?: Partial<RollupLimits>;
  /** What is asked of customers where sales are too many for a line for each of their days. */
  readonly customers?: CustomersAsked;
  /** A table of at most so many records is read row by row; 0: never. */
  readonly mostRows?: number;
  /** When: an ISO date and time with zone. */
  readonly at: string;
}

export interface Rollup {
  readonly import: Import;
  /** The stage history that the columns of a table of deals tell. */
  readonly history?: Import;
  /** What the groups cannot tell; answers by the key of the question. */
  readonly answer: (questions: readonly Question[]) => Promise<ReadonlyMap<string, Answer>>;
}

/** A small table is read row by row. Throws an UnsureTable where nobody can say what the rows are, and an EngineProblem where the engine does not answer. */
export async function rollup(engine: Engine, table: EngineTable, options: RollupOptions): Promise<Rollup> {
  const read = readSample(engine, table, options);
  if (!isSure(read, options)) throw new UnsureTable(table.name, table.columns.map(({ name }) => name), read.recognition.object, options.object !== undefined);
  if (table.sample.length === 0) throw new EngineProblem("no-rows", table.name, table.columns.map(({ name }) => name).join(", "));
  const mostRows = options.mostRows ?? mostRowsRead;
  const [records, history] = mostRows === 0 ? [] : ((await readRowByRow(read, options, mostRows)) ?? []);
  return records ? { import: records, ...(history ? { history } : {}), answer: () => Promise.resolve(new Map()) } : groupsOf(engine, table, read, options);
}

async function groupsOf(engine: Engine, table: EngineTable, read: TableRead, options: RollupOptions): Promise<Rollup> {
  const { object } = read.recognition;
  const definition = rollupDefinitions[object];
  const limits = { ...rollupLimits, ...options.limits };

  // What the whole table says: deleted records, words for nothing, how each record ended, in which currency it is.
  const facts = await factsOf(read);
  const { decided, counts, issues: undecided } = await decide(read, facts);
  const source = { read, facts };
  const fields = fieldsOf(read, facts, decided);
  const currencies = await currenciesOf(source, fields);
  // Amounts that name several currencies by themselves are told apart by them.
  const mapped = new Set([...read.columns.keys(), ...(currencies.areSeveral ? ["currency"] : [])]);
  const readCell = cellReader(source, fields, currencies);

  // What to group by, and what stays as it is.
  const keyOf = keyMaker(source, fields, options.breaks, currencies.hasAmount);
  const quantities = measuresOf(definition, mapped).flatMap(({ name }): Quantity[] => (fields(name) ? [{ name, field: fields(name)! }] : []));
  const keeping = await keepingOf(source, fields, definition, limits, counts.get(String(definition.keepsOpen?.is)) ?? 0);
  const dimensions = dimensionsOf(definition, mapped).flatMap((dimension) => keyOf(dimension) ?? []);
  // What only open deals have is null in every group where each open deal is a row of its own.
  const keys = dimensions.filter(({ isOpenOnly }) => !isOpenOnly || !keeping.eachOpen);

  // The rows.
  const { taken, left, rows } = (await groupByMost(source, keys, 0, quantities, keeping.output, Math.max(1, Math.min(limits.groups, limits.rows - keeping.count))))!;
  const merged = mergeGroups(rows, taken, quantities, readCell);
  const kept = await keptRows(source, fields, fieldNames(object), quantities, keeping, currencies.hasAmount, readCell);
  const main = mainTable(object, kept, merged, currencies, mapped.has("currency"));
  const { more, leftOut } = await moreGroups(source, definition, keys, left, quantities, limits, readCell);
  const also = await alsoGroups(source, definition, keyOf, [taken.map(({ field }) => field), ...more.map(({ columns }) => Object.keys(columns))], limits, readCell);
  const paths = await pathsOf(definition.paths ?? [], source, fields, options.breaks, limits.paths, readCell);
  const filled = await filledOf(source, object === "deal" ? keyOf({ field: "stage" }) : null, currencies, readCell);

  const groups: Groups = {
    dimensions: dimensions.filter((key) => taken.includes(key) || !keys.includes(key)).map(({ field }) => field),
    breaks: [...options.breaks].sort((left, right) => left - right),
    records: main.records,
    measures: main.measures,
    filled,
    more: [...more, ...also],
    paths,
    customers: await customerGroups({ source, definition, mapped, fields, keyOf, read: readCell, limits, hasCurrencies: currencies.areSeveral }, options.customers ?? null),
    leftOut: [...leftOut, ...ungroupedFields(definition, mapped)],
    eachOpen: keeping.eachOpen,
    answers: new Map(),
    origin: { engine: engine.name, place: [engine.place, table.name].filter((part) => part !== "").join(" "), at: options.at, statement: engine.dialect.compile(groupStatement(source, taken, quantities, keeping.output)).sql },
  };
  const issues = [...(await issuesOf(source, fields, filled, limits)), ...currencies.issues, ...undecided];
  const reading = { count: main.count, columns: main.columns, extras: main.extras.filter(({ header }) => filled.some((one) => one.header === header)), issues, groups } as unknown as Reading<never>;
  return {
    import: { table: importTable(table, table.rowsRead ?? facts.rowsRead), recognition: read.recognition, reading } as unknown as Import,
    answer: (questions) => answers(source, fields, currencies, readCell, questions),
  };
}
