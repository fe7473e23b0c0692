// Records as JSON files have them: an array, one a line, with fields missing, nested, of other types, or broken.

import fc from "fast-check";
import { byteChanges, changedBytes } from "./bytes";
import { nastyTexts } from "./texts";

const value = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("Closed Won", "Prospecting", "2026-11-23", "23.11.2026", "1,200.50", "D1", "Ivy", "") },
  { weight: 3, arbitrary: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(1e15, 1e30, -1e100, 0.1)) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [1, 2], { name: "Ivy" }, { a: { b: [null] } }) },
  { weight: 1, arbitrary: fc.constantFrom(...nastyTexts) },
);
const name = fc.constantFrom("Deal ID", "Stage", "Amount", "Close Date", "Created Date", "Owner", "Account Name", "金额", "销售阶段", "stage", "__proto__", "", "a.b");
const usual = fc.record({ "Deal ID": fc.nat(40).map((id) => `D${id}`), Stage: fc.constantFrom("Prospecting", "Closed Won", "Closed Lost"), Amount: fc.nat(9000), "Close Date": fc.constantFrom("2026-01-02", "2026-11-23") }, { requiredKeys: ["Deal ID", "Stage"] });
const odd = fc.dictionary(name, value, { maxKeys: 8 });
const records = fc.array(fc.oneof({ weight: 4, arbitrary: usual }, { weight: 2, arbitrary: fc.record({ usual, odd }).map((both) => ({ ...both.usual, ...both.odd })) }, { weight: 1, arbitrary: odd }), { maxLength: 30 });

const written = fc.record({ records, each: fc.boolean() }).map(({ records: all, each }) => (each ? all.map((one) => JSON.stringify(one)).join("\n") : JSON.stringify(all)));

/** The bytes of a file of JSON. */
export const anyJsonRecords = fc.record({ text: fc.oneof({ weight: 6, arbitrary: written }, { weight: 1, arbitrary: fc.json() }), all: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: byteChanges }) })
  .map(({ text, all }) => changedBytes(new TextEncoder().encode(text), all));
