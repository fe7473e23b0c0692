import * as fc from "fast-check";
import { emptyMemory, type Memory, type RememberedTable, type Stray } from "../../src/sheets/memory";
import { memoryOfText, memoryText } from "../../src/sheets/memory-text";
import { mergedMemory } from "../../src/sheets/merge-memory";
import type { CellValue } from "../../src/values";

const value: fc.Arbitrary<CellValue> = fc.oneof(fc.string({ unit: "binary" }), fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => (one === 0 ? 0 : one)), fc.boolean(), fc.constant(null));
const name = fc.string({ minLength: 1 });
const table: fc.Arbitrary<RememberedTable> = fc.uniqueArray(name, { minLength: 1, maxLength: 4 }).chain((columns) => {
  const line = <T>(one: fc.Arbitrary<T>) => fc.array(fc.array(one, { minLength: columns.length, maxLength: columns.length }), { minLength: 2, maxLength: 2 });
  const ours = fc.array(fc.record({ name, owner: fc.constantFrom("key" as const, "crm" as const, "formula" as const, "user" as const) }));
  return fc.record({ columns: fc.constant(columns), rows: line(value), formulas: line(fc.option(fc.string())), ours }, { requiredKeys: ["columns", "rows"] });
});
const stray: fc.Arbitrary<Stray> = fc.record({
  sheet: name, row: fc.nat(), column: fc.nat(), value, formula: fc.string(), isAside: fc.constant(true as const), by: fc.record({ block: name, rows: fc.integer(), columns: fc.integer() }),
}, { requiredKeys: ["sheet", "row", "column", "value"] });
const mapOf = <T>(one: fc.Arbitrary<T>) => fc.array(fc.tuple(name, one), { maxLength: 4 }).map((entries) => new Map(entries));
const memory: fc.Arbitrary<Memory> = fc.record({
  inputs: mapOf(value), tables: mapOf(table), carriesTwins: fc.boolean(), sheets: mapOf(name), language: fc.constantFrom("en" as const, "zh-CN" as const),
  named: fc.record({ sheets: fc.array(name), own: fc.array(name), tables: fc.array(name), names: fc.array(fc.tuple(name, name)) }),
  inputFormulas: mapOf(fc.string()), strays: fc.array(stray, { maxLength: 3 }), inserted: mapOf(mapOf(fc.nat())),
}, { requiredKeys: ["inputs", "tables"] });

it("is the same memory after it was text", () => {
  fc.assert(fc.property(memory, (one) => { expect(memoryOfText(memoryText(one))).toEqual(one); }));
});

it.each(["", "{", "null", "[]", "{}", '{"version":2,"inputs":[],"tables":[]}', '{"version":1,"inputs":[["a",{}]],"tables":[]}', '{"version":1,"inputs":[],"tables":[["T",{"columns":[1],"rows":[]}]]}'])("takes no other text for a memory: %s", (text) => {
  expect(memoryOfText(text)).toBeNull();
});

describe("a memory merged with what a run that died left", () => {
  const tableWith = (rows: readonly (readonly CellValue[])[], columns = ["Deal ID", "Note"]): RememberedTable => ({ columns, rows, ours: [{ name: "Deal ID", owner: "key" }] });
  const withTable = (one: RememberedTable): Memory => ({ ...emptyMemory, tables: new Map([["Deals", one]]) });

  it("is as it was where the journal says the same", () => {
    fc.assert(fc.property(memory, (one) => {
      const merged = mergedMemory(one, one);
      expect([...merged.inputs]).toEqual([...one.inputs]);
      expect(merged.strays ?? []).toEqual(one.strays ?? []);
    }));
  });

  it("holds what the workbook holds, and where that is empty what the journal holds", () => {
    const now = withTable(tableWith([["A", "new"], ["B", null]]));
    const left = withTable(tableWith([["B", "old b"], ["A", "old a"], ["C", "old c"]]));
    expect(mergedMemory(now, left).tables.get("Deals")?.rows).toEqual([["A", "new"], ["B", "old b"], ["C", "old c"]]);
  });

  it("gets back a column the workbook has lost, with its formulas", () => {
    const left: RememberedTable = { ...tableWith([["A", "x", 2]], ["Deal ID", "Note", "Double"]), formulas: [[null, null, "1+1"]] };
    const merged = mergedMemory(withTable(tableWith([["A", "y"]])), withTable(left)).tables.get("Deals");
    expect([merged?.columns, merged?.rows, merged?.formulas]).toEqual([["Deal ID", "Note", "Double"], [["A", "y", 2]], [[null, null, "1+1"]]]);
  });

  it("gets back inputs and cells that are gone, and no cell twice", () => {
    const cell = (row: number, text: string): Stray => ({ sheet: "goals", row, column: 1, value: text });
    const now: Memory = { ...emptyMemory, inputs: new Map([["Currency", null], ["WindowMonths", 6]]), strays: [cell(9, "moved")] };
    const left: Memory = { ...emptyMemory, inputs: new Map<string, CellValue>([["Currency", "EUR"], ["WindowMonths", 3]]), inputFormulas: new Map([["WindowMonths", "1+2"]]), strays: [cell(5, "moved"), cell(6, "gone")] };
    const merged = mergedMemory(now, left);
    expect([...merged.inputs]).toEqual([["Currency", "EUR"], ["WindowMonths", 6]]);
    expect(merged.inputFormulas).toBeUndefined();
    expect(merged.strays).toEqual([cell(9, "moved"), cell(6, "gone")]);
  });
});
