import type { Import } from "../../../src/sheets/data/import";
import { withAnswers } from "../../../src/sheets/data/answers";

function groupsOf(object: string): Import {
  return { recognition: { object }, reading: { groups: { answers: new Map([[`${object} count|a=b`, 1]]) } } } as unknown as Import;
}

it("gives an answer to the import of its object alone, and keeps those it has", () => {
  const rows = { recognition: { object: "account" }, reading: {} } as unknown as Import;
  const [deals, leads, accounts] = withAnswers([groupsOf("deal"), groupsOf("lead"), rows], new Map([["deal median cycle", 12], ["lead count|status=New", 7]]));
  expect(deals!.reading.groups!.answers).toEqual(new Map([["deal count|a=b", 1], ["deal median cycle", 12]]));
  expect(leads!.reading.groups!.answers).toEqual(new Map([["lead count|a=b", 1], ["lead count|status=New", 7]]));
  expect(accounts).toBe(rows);
});
