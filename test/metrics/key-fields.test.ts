import { column } from "../../src/formula/column";
import { literal, reference } from "../../src/formula/term";
import { amountAtRisk, amountWithout, dealsAtRisk, dealsWithout, isBlank, missingKeyCells, ownedBy, rowsLacking, type KeyField } from "../../src/metrics/key-fields";
import { dealModel, withValues } from "./deal-model";

const plain = dealModel({
  asOf: "2026-06-30", stages: [["Lead", "open"], ["Won", "won"]],
  deals: [{ owner: "Ann", stage: "Lead", amount: 100 }, { owner: "Bo", stage: "Lead", amount: 40 }, { owner: "Bo", stage: "Lead", amount: 7 }, { stage: "Lead", amount: 1 }, { owner: "Ann", stage: "Won", outcome: "won", amount: 1000 }],
});
const model = withValues(plain, "amount", [100, "40", 7, null, 1000]);
const step = column("Deals", "Step", ["Call", "", null, "Demo", null]);
const contact = column("Deals", "Contact", ["X", "Y", null, null, null]);
const key = (of: KeyField["column"], isKey: string, cell: string): KeyField => ({ column: of, isKey: reference(cell, isKey) });
const both = [key(step, "yes", "B2"), key(contact, "Yes", "B3")];
const one = [key(step, "No", "B2"), key(contact, "Yes", "B3")];
const bo = ownedBy(model, literal("Bo"));
const open = '(Deals[Outcome]="Open")';
const whole = '(((Deals[Step]<>"")+(B2<>"Yes"))>0)*(((Deals[Contact]<>"")+(B3<>"Yes"))>0)';

it("takes an empty text for an empty cell, and a cell beyond the last row", () => {
  expect([0, 1, 2, 9].map((row) => isBlank(step, row))).toEqual([false, true, true, true]);
  expect([rowsLacking(model, [step]), rowsLacking(model, [step, contact]), rowsLacking(model, []), rowsLacking(model, [contact], bo)]).toEqual([[1, 2], [1, 2, 3], [], [2]]);
});

it("counts open deals without a field cell by cell, and adds the amounts that are numbers", () => {
  expect(dealsWithout(model, step)).toMatchObject({ value: 2, text: `SUMPRODUCT(${open}*(Deals[Step]=""))` });
  expect(amountWithout(model, step)).toMatchObject({ value: 7, text: `SUMPRODUCT(${open}*(Deals[Step]=""),Deals[Amount])` });
  expect([dealsWithout(model, contact, bo).value, amountWithout(model, contact, bo).value]).toEqual([1, 7]);
});

it("counts a deal at risk once, however many key fields it lacks", () => {
  // Rows 2 and 3 lack a step, rows 3 and 4 a contact; of these only row 3 has a number as its amount.
  expect(dealsAtRisk(model, both)).toMatchObject({ value: 3, text: `SUMPRODUCT(${open}*(1-${whole}))` });
  expect(amountAtRisk(model, both)).toMatchObject({ value: 7, text: `SUMPRODUCT(${open}*(1-${whole}),Deals[Amount])` });
  expect([dealsAtRisk(model, one).value, amountAtRisk(model, one).value]).toEqual([2, 7]);
});

it("looks at one owner's deals, or at those without an owner", () => {
  expect(dealsAtRisk(model, both, bo)).toMatchObject({ value: 2, text: `SUMPRODUCT(${open}*(Deals[Owner]="Bo")*(1-${whole}))` });
  expect(amountAtRisk(model, both, bo)).toMatchObject({ value: 7, text: `SUMPRODUCT(${open}*(Deals[Owner]="Bo")*(1-${whole}),Deals[Amount])` });
  expect(dealsAtRisk(model, both, ownedBy(model, null))).toMatchObject({ value: 1, text: `SUMPRODUCT(${open}*(Deals[Owner]="")*(1-${whole}))` });
});

it("puts nothing at risk without fields", () => {
  expect(dealsAtRisk(model, [])).toMatchObject({ value: 0, text: `SUMPRODUCT(${open}*(1-1))` });
  expect(amountAtRisk(model, [])).toMatchObject({ value: 0, text: `SUMPRODUCT(${open}*(1-1),Deals[Amount])` });
});

it("counts each empty key field of open deals", () => {
  const each = '(Deals[Step]="")*(B2="Yes")+(Deals[Contact]="")*(B3="Yes")';
  expect(missingKeyCells(model, both, "Yes")).toMatchObject({ value: 2 + 2, text: `SUMPRODUCT(${open}*(${each}))` });
  expect(missingKeyCells(model, one, "Yes").value).toBe(2);
  expect(missingKeyCells(model, both, "Yes", bo)).toMatchObject({ value: 2 + 1, text: `SUMPRODUCT(${open}*(Deals[Owner]="Bo")*(${each}))` });
  expect(missingKeyCells(model, [], "Yes")).toMatchObject({ value: 0, text: `SUMPRODUCT(${open}*(0))` });
});
