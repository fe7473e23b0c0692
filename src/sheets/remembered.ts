// What a refresh reads back before it writes: every cell and table the user types in.

import { sheetCatalogue } from "./catalogue";
import { mappingTableName } from "./mapping";
import type { Remembered } from "./memory";
import { paperName } from "./paper";
import { ratesTableName } from "./rates";
import { settingNames } from "./settings";
import { snapshotsTableName } from "./snapshots";
import { stagesTableName } from "./stages";
import { unmatchedTableName } from "./unmatched";

const catalogue = Object.values(sheetCatalogue);

export const remembered: Remembered = {
  inputs: [...Object.values(settingNames), "AtRiskBelow", "OffTrackBelow", paperName, ...catalogue.flatMap(({ inputs }) => inputs)],
  tables: [stagesTableName, ratesTableName, ...catalogue.flatMap(({ forms }) => forms), snapshotsTableName, mappingTableName, unmatchedTableName],
};
