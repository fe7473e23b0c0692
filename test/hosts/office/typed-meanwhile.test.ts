// Someone goes on typing in Excel while the pane plans: nothing of that is written over.

import { officeBook } from "../../../src/hosts/office/book";
import { refresh } from "../../../src/refresh";
import { remembered } from "../../../src/sheets/remembered";
import type { StartedExcel } from "../../excel-host/node-bridge";
import { inNewExcel } from "./excel";
import { smallReport } from "./small-reports";
import { differences } from "./written";

/** The built workbook with a column of the user's. */
async function withNotes({ user }: StartedExcel): Promise<void> {
  await refresh(officeBook(), smallReport({ deals: [1, 2, 3] }));
  user.addColumn("Deals", "Note");
}

/** What stands in a column of the deals, by their ids. */
function notes({ book }: StartedExcel): Readonly<Record<string, unknown>> {
  const column = (name: string) => book.table("Deals")!.Columns.GetItem(name).GetDataBodyRange().Values!.flat();
  const [ids, texts] = [column("Record ID"), column("Note")];
  return Object.fromEntries(ids.map((id, row) => [String(id), texts[row]]));
}

function typeNote({ book }: StartedExcel, row: number, text: string): void {
  book.table("Deals")!.Columns.GetItem("Note").GetDataBodyRange().GetCell(row, 0).Values = [[text]];
}

it("keeps what is typed while the workbook is planned, beside its record", () => inNewExcel(async (excel) => {
  await withNotes(excel);
  const planOf = smallReport({ deals: [3, 9, 1, 2] });
  let plans = 0;
  const plan = await refresh(officeBook(), (memory) => {
    if ((plans += 1) === 1) {
      typeNote(excel, 0, "call again");
      excel.book.names.find(({ Name }) => Name === "WindowMonths")!.GetRange().Values = [[7]];
    }
    return planOf(memory);
  });
  expect(notes(excel)).toEqual({ "D-3": "", "D-9": "", "D-1": "call again", "D-2": "" });
  expect(differences(excel.book, plan)).toEqual([]);
  expect((await officeBook().recall(remembered)).inputs.get("WindowMonths")).toBe(7);
  expect(plans).toBe(2);
}));

it("keeps a name the user gave a sheet meanwhile, and the order a table was sorted in", () => inNewExcel(async (excel) => {
  await withNotes(excel);
  typeNote(excel, 0, "first");
  const planOf = smallReport({ deals: [1, 2, 3], more: 1 });
  let plans = 0;
  await refresh(officeBook(), (memory) => {
    if ((plans += 1) === 1) {
      excel.user.renameSheet("Goals", "Ours");
      excel.user.sort("Deals", "Amount", false);
    }
    return planOf(memory);
  });
  expect(excel.book.sheet("Ours")).toBeDefined();
  expect(notes(excel)).toEqual({ "D-1": "first", "D-2": "", "D-3": "" });
}));

it("writes nothing of a plan that does not know what was typed, and says so", () => inNewExcel(async (excel) => {
  await withNotes(excel);
  const office = officeBook();
  const plan = smallReport({ deals: [3, 2, 1] })(await office.recall(remembered));
  typeNote(excel, 1, "too late");
  await expect(office.render(plan)).rejects.toMatchObject({ troubles: [{ kind: "typed-meanwhile" }] });
  expect(notes(excel)).toEqual({ "D-1": "", "D-2": "too late", "D-3": "" });
  expect((await officeBook().look()).left).toBeNull();
}));

it("says so when typing never stops", () => inNewExcel(async (excel) => {
  await withNotes(excel);
  let plans = 0;
  const run = refresh(officeBook(), (memory) => {
    typeNote(excel, 1, `once more ${plans += 1}`);
    return smallReport({ deals: [3, 2, 1] })(memory);
  });
  await expect(run).rejects.toMatchObject({ troubles: [{ kind: "typed-meanwhile" }] });
  expect(notes(excel)["D-2"]).toBe(`once more ${plans}`);
}));

it("takes another result of a formula, and a cell that is the CRM's, for nothing typed", () => inNewExcel(async (excel) => {
  await withNotes(excel);
  const column = (name: string) => excel.book.table("Deals")!.Columns.GetItem(name).GetDataBodyRange();
  column("Note").Formulas = [["=RAND()"], ["=RAND()"], ["=RAND()"]];
  let plans = 0;
  await refresh(officeBook(), (memory) => {
    plans += 1;
    const { sheet, area } = column("Note");
    sheet.grid.set(area.top, area.left, plans, "=RAND()");
    column("Amount").GetCell(0, 0).Values = [[-1]];
    return smallReport({ deals: [1, 2, 3] })(memory);
  });
  expect([plans, column("Amount").Values!.flat()]).toEqual([1, [10, 20, 30]]);
}));
