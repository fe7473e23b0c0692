// Names of the tables and cells of Customer health, the same in every language.

export const measuresName = "HealthMeasures";
export const exceptionsName = "HealthExceptions";
export const intentName = "HealthIntent";
export const scoresName = "HealthScores";
export const logName = "HealthLog";
export const bandsName = "HealthBands";
export const columnsName = "HealthColumns";
export const firstName = "HealthFirst";
export const renewalsName = "HealthRenewals";

/** Cells the user types in. */
export const inputNames = { target: "HealthTarget", yellowAbove: "HealthYellowAbove", greenAbove: "HealthGreenAbove", renewalDays: "HealthRenewalDays", countLeft: "HealthCountLeft" } as const;
