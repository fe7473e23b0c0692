import { objects } from "../../src/crm/reading";
import { emptyMemory } from "../../src/sheets/memory";
import { currenciesIn, refreshedChoice, sheetsLeftOut } from "../../src/taskpane/choices";
import { newSession } from "../../src/taskpane/session";
import type { Built } from "../../src/taskpane/work";
import { choice, table, today } from "./made";

const session = newSession("en", today);

it("refreshes a workbook in its own language, with the sheets it has", () => {
  const memory = { ...emptyMemory, language: "zh-CN" as const, sheets: new Map([...objects.map((object): [string, string] => [object, object]), ["goals", "目标"], ["setup", "设置"]]) };
  expect(refreshedChoice(choice, memory)).toEqual({ ...choice, language: "zh-CN", sheets: ["goals"] });
});

it("refreshes with what was wished where the workbook says nothing", () => {
  expect(refreshedChoice(choice, emptyMemory)).toEqual(choice);
});

it("names each currency of the tables once", () => {
  const [deals, more] = [{ ...table("1", "deal"), currencies: ["EUR", "USD"] }, { ...table("2", "deal"), currencies: ["USD"] }];
  expect(currenciesIn({ ...session, tables: [deals, more] })).toEqual(["EUR", "USD"]);
});

it("says of each sheet left out whether it was not wished or could not be made", () => {
  const built = { plan: { sheets: [{ id: "goals" }, { id: "journey" }] } } as unknown as Built;
  const wishes = { ...session.wishes, sheets: ["goals", "journey", "funnel"] as const };
  const { notChosen, needing } = sheetsLeftOut({ ...session, built, wishes });
  expect([notChosen.includes("coaching"), notChosen.includes("goals"), needing.includes("funnel")]).toEqual([true, false, true]);
});
