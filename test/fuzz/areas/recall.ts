// A workbook of ours that something has broken since: it is read whole, or refused in a sentence.

import fc from "fast-check";
import { carry, CannotCarry } from "../../../src/hosts/xlsx/carry";
import { isSalesbook, recallXlsx } from "../../../src/hosts/xlsx/recall";
import { writeXlsx } from "../../../src/hosts/xlsx/write";
import type { Area } from "../area";
import { partsIn } from "../../hosts/package";
import { samplePlan } from "../../hosts/plans";
import { changedBytes } from "../inputs/bytes";
import { changedParts, partChanges, zipChanges, zipped, type Parts } from "../inputs/workbooks";

const plan = samplePlan();
const remembered = { inputs: ["CompanyName", "AsOf", "GoodRate", "Region", "Note"], tables: ["GoalTable", "Deals", "Awkward"] };
const start = writeXlsx(plan).then((bytes): Parts => Object.fromEntries([...partsIn(bytes)].filter(([path]) => !/theme|charts?\//.test(path))));

export const recallArea: Area<{ readonly parts: Parameters<typeof changedParts>[1]; readonly zip: Parameters<typeof changedBytes>[1] }> = {
  name: "recall",
  inputs: fc.record({ parts: partChanges, zip: zipChanges }),
  async attempt({ parts, zip }) {
    const bytes = changedBytes(zipped(changedParts(await start, parts)), zip);
    try {
      if (!isSalesbook(bytes)) return;
      recallXlsx(bytes, remembered);
      carry(bytes, plan, true);
    } catch (error) {
      if (!(error instanceof CannotCarry) && !(error instanceof Error && error.message === "not an .xlsx file")) throw error;
    }
  },
};
