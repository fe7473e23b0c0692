// Excel lets no add-in move a comment: what stands beside another record after a refresh is said, and none is deleted.

import type { StrandedComment } from "../../../src/hosts/host";
import { officeBook } from "../../../src/hosts/office/book";
import { refresh } from "../../../src/refresh";
import type { StartedExcel } from "../../excel-host/node-bridge";
import { inNewExcel } from "./excel";
import { smallReport, type Small } from "./small-reports";

async function refreshed(small: Small): Promise<readonly StrandedComment[]> {
  const told: StrandedComment[] = [];
  await refresh(officeBook(), smallReport(small), { stranded: (comments) => told.push(...comments) });
  return told;
}

/** A built workbook with comments at these cells. */
async function withComments({ book }: StartedExcel, small: Small, ...cells: readonly string[]): Promise<void> {
  await refreshed(small);
  for (const cell of cells) book.Comments.Add(book.active.range(cell), `about ${cell}`);
}

const standing = ({ book }: StartedExcel) => book.Comments.items.map(({ Content, at }) => `${Content}: ${at.Address}`);

it("says which comments stand beside another deal now, and where theirs is", () => inNewExcel(async (excel) => {
  await withComments(excel, { deals: [1, 2, 3] }, "Deals!B2", "Deals!C4", "Deals!B1", "Setup!B2");
  expect(await refreshed({ deals: [9, 1, 2] })).toEqual([{ sheet: "Deals", at: "B2", to: "B3" }, { sheet: "Deals", at: "C4", to: null }]);
  expect(standing(excel)).toEqual(["about Deals!B2: Deals!B2", "about Deals!C4: Deals!C4", "about Deals!B1: Deals!B1", "about Setup!B2: Setup!B2"]);
}));

it("says nothing of comments that stand where they belong", () => inNewExcel(async (excel) => {
  await withComments(excel, { deals: [1, 2, 3] }, "Deals!B2");
  expect(await refreshed({ deals: [1, 2, 3, 4], more: 5 })).toEqual([]);
}));

it("writes nothing while a comment would be deleted with its row, and says where it is", () => inNewExcel(async (excel) => {
  await withComments(excel, { deals: [1, 2, 3] }, "Deals!B4");
  await expect(refreshed({ deals: [3, 2] })).rejects.toMatchObject({ troubles: [{ kind: "comments", sheet: "Deals", address: "B4" }] });
  expect(excel.book.table("Deals")!.Rows.Count).toBe(3);
  expect(standing(excel)).toEqual(["about Deals!B4: Deals!B4"]);
}));

it("leaves a sheet the plan no longer has where a comment stands on it", () => inNewExcel(async (excel) => {
  await withComments(excel, { deals: [1, 2], calls: [1] }, "Activities!B2");
  await refreshed({ deals: [1, 2] });
  expect(excel.book.sheet("Activities")).toBeDefined();
}));

it("asks nothing of comments where Excel has none", () => inNewExcel(async () => {
  await refreshed({ deals: [1, 2] });
  expect(await refreshed({ deals: [2, 1] })).toEqual([]);
}, { api: "1.9" }));
