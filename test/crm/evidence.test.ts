// Why a table is taken for what it is, and each column for its field.

import { readFileSync } from "node:fs";
import { columnEvidence, tableEvidence } from "../../src/crm/evidence";
import { recognise } from "../../src/crm/recognise";
import { nothingSaid } from "../../src/crm/said";
import { isProblem, parseTable } from "../../src/crm/table";
import { tableOf } from "./tables";

function sample(file: string) {
  const table = parseTable({ file, bytes: new Uint8Array(readFileSync(`templates/samples/${file}`)) });
  if (isProblem(table)) throw new Error(table.problem);
  return { table, recognition: recognise(table) };
}

it.each(["salesforce", "hubspot", "fxiaoke", "dynamics", "pipedrive", "zoho"])("is nearly sure of the headers of %s itself, and names those that tell", (crm) => {
  const { table, recognition } = sample(`${crm}-deals-en.csv`);
  const own = columnEvidence(table, recognition).filter(({ kind }) => kind === "crm-header");
  expect(own.length).toBeGreaterThan(table.header.length / 3);
  expect(own.find(({ field }) => field === "stage")?.confidence).toBeGreaterThan(0.9);
  const { signs, known, forObject } = tableEvidence(table, recognition);
  expect(signs.length).toBeGreaterThan(0);
  expect(table.header).toEqual(expect.arrayContaining([...signs, ...known, ...forObject]));
});

it("tells headers in general use from words that hint and from values alone", () => {
  const table = tableOf(
    ["Deal Name", "Exp. signing of paper", "Where it is", "Amount"],
    [["Alpha", "2026-05-01", "Prospecting", "10"], ["Beta", "2026-06-01", "Negotiation", "20"], ["Gamma", "2026-07-01", "Closed Won", "30"]],
  );
  const found = Object.fromEntries(columnEvidence(table, recognise(table, "deal")).map(({ field, kind, confidence }) => [field, [kind, confidence]]));
  expect(found).toEqual({ name: ["known-header", 0.9], amount: ["known-header", 0.9], expectedClose: ["words", 0.7], stage: ["values", 0.5] });
});

it("is less sure where some values do not go with the field", () => {
  const table = tableOf(["Deal", "Stage", "Amount"], [["A", "New", "10"], ["B", "New", "soon"], ["C", "New", "30"], ["D", "New", "40"]]);
  const amount = columnEvidence(table, recognise(table, "deal")).find(({ field }) => field === "amount");
  expect(amount?.confidence).toBeCloseTo(0.9 * 0.75, 1);
});

it("is sure of what the user said", () => {
  const table = tableOf(["Deal Name", "Stage", "X1"], [["A", "New", "10"], ["B", "New", "20"]]);
  const recognition = recognise(table, "deal", { ...nothingSaid, mapping: { amount: "X1" } });
  expect(columnEvidence(table, recognition).find(({ field }) => field === "amount")).toEqual({ field: "amount", header: "X1", kind: "said", confidence: 1 });
});

it("names no headers for a CRM it does not know", () => {
  const table = tableOf(["Deal", "Stage", "Amount"], [["A", "New", "10"]]);
  expect(tableEvidence(table, recognise(table, "deal"))).toMatchObject({ signs: [], known: [], hasItsValues: false, forObject: expect.arrayContaining(["Stage", "Amount"]) as string[] });
});
