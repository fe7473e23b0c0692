// What a refresh reads back before it writes: every cell and table the user types in.

import { modeName } from "./funnel/parts";
import { journeyForms } from "./journey";
import { chosenCustomer } from "./journey/timeline";
import { mappingTableName } from "./mapping";
import type { Remembered } from "./memory";
import { ratesTableName } from "./rates";
import { settingNames } from "./settings";
import { snapshotsTableName } from "./snapshots";
import { stagesTableName } from "./stages";
import { unmatchedTableName } from "./unmatched";

export const remembered: Remembered = {
  inputs: [...Object.values(settingNames), "AtRiskBelow", "OffTrackBelow", modeName, chosenCustomer],
  tables: [stagesTableName, ratesTableName, "Goals", "CheckIns", ...journeyForms, snapshotsTableName, mappingTableName, unmatchedTableName],
};
