// Which table a name means.

import { namePartsOf, nearTables, tableNamed, type Listed } from "../../src/engine/table-name";

const tables: readonly Listed[] = [
  { schema: "public", name: "deals", visible: true },
  { schema: "crm", name: "opportunities", visible: false },
  { schema: "crm", name: "Opportunities", visible: false },
  { schema: "crm", name: "Leads", visible: false },
  { schema: "old", name: "deals", visible: false },
  { schema: "old", name: "leads_2024", visible: false },
];

it.each([
  ["deals", ["deals"]],
  ["crm.deals", ["crm", "deals"]],
  [' crm . "My Deals" ', ["crm", "My Deals"]],
  ['"a.b"."c""d"', ["a.b", 'c"d']],
  ["`crm`.`de``als`", ["crm", "de`als"]],
  ["销售.商机", ["销售", "商机"]],
  ["a.b.c", null],
  ["", null],
  ["crm.", ["crm"]],
  ['crm."deals', null],
  ['"crm"deals', null],
])("takes %s apart", (name, parts) => {
  expect(namePartsOf(name)).toEqual(parts);
});

it("finds a table by its exact name, else by the only one that differs in case", () => {
  expect(tableNamed(["deals"], tables)).toBe(tables[0]);
  expect(tableNamed(["crm", "Opportunities"], tables)).toBe(tables[2]);
  expect(tableNamed(["CRM", "leads"], tables)).toBe(tables[3]);
  expect(tableNamed(["crm", "OPPORTUNITIES"], tables)).toBeNull();
  expect(tableNamed(["leads"], tables)).toBeNull();
});

it("names what may have been meant", () => {
  expect(nearTables(["leads"], tables)).toEqual(["crm.Leads", "old.leads_2024"]);
  expect(nearTables(["oportunities"], tables)).toEqual(["crm.opportunities"]);
  expect(nearTables(["crm", "deals"], tables)).toEqual(["public.deals", "old.deals"]);
  expect(nearTables(["invoices"], tables)).toEqual([]);
  expect(nearTables(["invoices"], tables.slice(0, 2))).toEqual(["public.deals", "crm.opportunities"]);
});
