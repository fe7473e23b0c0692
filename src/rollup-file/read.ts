// A rollup file's JSON, checked part by part. What is not as it must be throws a Damaged, which readRollup makes a problem.

import type { FieldMapping } from "../crm/fields";
import type { Answer, Filled, Grouped, Groups, Measured } from "../crm/groups";
import { pathNames, type PathName } from "../crm/paths";
import { crms, issueKinds, objects, type CrmTable, type Issue, type Recognition } from "../crm/reading";
import type { Said } from "../crm/said";
import type { RollupFile, RollupProblem } from "../rollup-file";
import type { Import } from "../sheets/data/import";
import type { CellValue } from "../values";
import { customersIn, dayIn } from "./customers";
import { unpacked, unpackedFigures, unpackedNumbers } from "./packed";
import { choiceOf, countOf, Damaged, flagOf, isObject, memberOf, membersOf, numberOf, numberOrNull, partsOf, rowsOf, textOf, textOrNull, type Part } from "./parts";

/** The rollup in a document. Throws a Damaged. */
export function readWhole(whole: unknown, newest: number): RollupFile | RollupProblem {
  if (!isObject(whole) || whole["salesbook"] !== "rollup") return { problem: "not-a-rollup", where: "" };
  const root: Part = { value: whole, where: "" };
  const version = countOf(memberOf(root, "version"));
  if (version > newest) return { problem: "newer", where: "" };
  return {
    asOf: dayIn(memberOf(root, "asOf")),
    products: partsOf(memberOf(root, "products")).map(textOf),
    imports: partsOf(memberOf(root, "tables")).map(importIn),
  };
}

function importIn(part: Part): Import {
  const count = rowsOf(memberOf(part, "count"));
  const groups = memberOf(part, "groups");
  const reading = {
    count,
    columns: columnsIn(memberOf(part, "columns"), count),
    extras: partsOf(memberOf(part, "extras")).map((extra) => ({ header: textOf(memberOf(extra, "header")), values: unpacked(memberOf(extra, "values"), count) })),
    issues: partsOf(memberOf(part, "issues")).map(issueIn),
    ...(groups.value === undefined ? {} : { groups: groupsIn(groups, count) }),
  };
  // Columns by name are those of the object's records, which no type can follow here.
  return { table: tableIn(memberOf(part, "table")), recognition: recognitionIn(memberOf(part, "recognition")), reading } as unknown as Import;
}

function tableIn(part: Part): Pick<CrmTable, "file" | "encoding" | "delimiter" | "headerRow" | "header" | "rowsRead"> {
  return {
    file: textOf(memberOf(part, "file")),
    encoding: textOf(memberOf(part, "encoding")),
    delimiter: textOrNull(memberOf(part, "delimiter")),
    headerRow: countOf(memberOf(part, "headerRow")),
    header: partsOf(memberOf(part, "header")).map(textOf),
    rowsRead: countOf(memberOf(part, "rowsRead")),
  };
}

function recognitionIn(part: Part): Recognition {
  const said = memberOf(part, "said");
  return {
    object: choiceOf(memberOf(part, "object"), objects),
    crm: choiceOf(memberOf(part, "crm"), crms),
    confidence: numberOf(memberOf(part, "confidence")),
    matched: countOf(memberOf(part, "matched")),
    columns: countOf(memberOf(part, "columns")),
    mapping: mappingIn(memberOf(part, "mapping")),
    ...(said.value === undefined ? {} : { said: saidIn(said) }),
  };
}

function saidIn(part: Part): Said {
  return {
    mapping: mappingIn(memberOf(part, "mapping")),
    notUsed: partsOf(memberOf(part, "notUsed")).map(textOf),
    dateOrders: Object.fromEntries(membersOf(memberOf(part, "dateOrders")).map(([column, order]) => [column, choiceOf(order, ["dmy", "mdy"])])),
    filled: partsOf(memberOf(part, "filled")).map(textOf),
  };
}

function mappingIn(part: Part): FieldMapping {
  return Object.fromEntries(membersOf(part).map(([field, header]) => [field, textOf(header)]));
}

function issueIn(part: Part): Issue {
  const row = memberOf(part, "row");
  return {
    kind: choiceOf(memberOf(part, "kind"), issueKinds),
    row: row.value === null ? null : countOf(row),
    column: textOrNull(memberOf(part, "column")),
    found: textOrNull(memberOf(part, "found")),
    count: countOf(memberOf(part, "count")),
  };
}

function groupsIn(part: Part, count: number): Groups {
  const customers = memberOf(part, "customers");
  return {
    dimensions: partsOf(memberOf(part, "dimensions")).map(textOf),
    breaks: partsOf(memberOf(part, "breaks")).map(dayIn),
    records: unpackedNumbers(memberOf(part, "records"), count),
    measures: measuresIn(memberOf(part, "measures"), count),
    filled: filledIn(memberOf(part, "filled")),
    more: partsOf(memberOf(part, "more")).map(groupedIn),
    customers: customers.value === null ? null : customersIn(customers, groupedIn),
    paths: Object.fromEntries(membersOf(memberOf(part, "paths")).map(([name, piece]) => [nameOfPath(name, part), groupedIn(piece)])),
    leftOut: partsOf(memberOf(part, "leftOut")).map(textOf),
    eachOpen: flagOf(memberOf(part, "eachOpen")),
    answers: new Map(partsOf(memberOf(part, "answers")).map(answerIn)),
    origin: originIn(memberOf(part, "origin")),
  };
}

function nameOfPath(name: string, { where }: Part): PathName {
  return choiceOf({ value: name, where: `${where}.paths` }, pathNames);
}

function filledIn(part: Part): readonly Filled[] {
  const count = rowsOf(memberOf(part, "count"));
  const headers = unpacked(memberOf(part, "header"), count);
  const stages = unpacked(memberOf(part, "stage"), count);
  const records = unpackedNumbers(memberOf(part, "records"), count);
  const filled = unpackedNumbers(memberOf(part, "filled"), count);
  return headers.map((header, row) => ({ header: textOf({ value: header, where: `${part.where}.header` }), stage: textOrNull({ value: stages[row], where: `${part.where}.stage` }), records: records[row]!, filled: filled[row]! }));
}

function answerIn(part: Part): [string, Answer] {
  const [key, answer, ...more] = partsOf(part);
  if (!key || !answer || more.length > 0) throw new Damaged(part.where);
  return [textOf(key), isObject(answer.value) ? groupedIn(answer) : numberOrNull(answer)];
}

function groupedIn(part: Part): Grouped {
  const count = rowsOf(memberOf(part, "count"));
  return { columns: columnsIn(memberOf(part, "columns"), count), records: unpackedNumbers(memberOf(part, "records"), count), measures: measuresIn(memberOf(part, "measures"), count) };
}

function originIn(part: Part): Groups["origin"] {
  return { engine: textOf(memberOf(part, "engine")), place: textOf(memberOf(part, "place")), at: textOf(memberOf(part, "at")), statement: textOf(memberOf(part, "statement")) };
}

function columnsIn(part: Part, count: number): Readonly<Record<string, readonly CellValue[]>> {
  return Object.fromEntries(membersOf(part).map(([field, values]) => [field, unpacked(values, count)]));
}

function measuresIn(part: Part, count: number): Readonly<Record<string, Measured>> {
  return Object.fromEntries(membersOf(part).map(([name, measure]) => [name, { sum: unpackedFigures(memberOf(measure, "sum"), count), known: unpackedNumbers(memberOf(measure, "known"), count) }]));
}
