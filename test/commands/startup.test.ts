// Whether the pane opens with a workbook: remembered in it, and never a reason to fail.

import { openIfWanted, openWithWorkbook } from "../../src/commands/startup";
import { inOffice } from "./pretend-office";

it("opens the pane with a workbook that asks for it, and not with another", async () => {
  const office = inOffice();
  await openIfWanted();
  expect(office.opened).toBe(0);
  await openWithWorkbook(true);
  expect(office.startup).toBe("Load");
  await openIfWanted();
  expect(office.opened).toBe(1);
});

it("opens it no longer once that is taken back", async () => {
  const office = inOffice();
  await openWithWorkbook(true);
  await openWithWorkbook(false);
  await openIfWanted();
  expect([office.startup, office.opened, office.settings.size]).toEqual(["None", 0, 0]);
});

it("does nothing where Excel has no shared runtime", async () => {
  const office = inOffice({ sharedRuntime: false });
  await openWithWorkbook(true);
  await openIfWanted();
  expect([office.startup, office.opened, office.settings.size]).toEqual([null, 0, 0]);
});

it.each(["setStartupBehavior", "saveAsync", "showAsTaskpane"] as const)("does not fail where Excel refuses %s", async (call) => {
  const office = inOffice();
  office.refuses(call);
  await expect(openWithWorkbook(true)).resolves.toBeUndefined();
  await expect(openIfWanted()).resolves.toBeUndefined();
});
