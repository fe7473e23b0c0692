// Names of the tables and cells of Loyalty, the same in every language.

export const surveysName = "LoyaltySurveys";
export const allName = "LoyaltyAnswers";
export const periodsName = "LoyaltyPeriods";
export const segmentsName = "LoyaltySegments";
export const topName = "LoyaltyTopCustomers";
export const churnName = "LoyaltyChurn";
export const splitName = "LoyaltyChurnSplit";
export const retentionName = "LoyaltyRetention";
export const customersName = "LoyaltyCustomers";
export const curveName = "LoyaltyCohortCurve";
export const cohortsName = "LoyaltyCohorts";
export const countsName = "LoyaltyCohortCounts";

/** Cells the user types in. */
export const inputNames = {
  period: "LoyaltyPeriod", fewAnswers: "LoyaltyFewAnswers", npsTarget: "LoyaltyNpsTarget", topTarget: "LoyaltyTopTarget", churnTarget: "LoyaltyChurnTarget", months: "LoyaltyMonths", cohort: "LoyaltyCohortPeriod",
} as const;
/** Those that choose from a list of ours. */
export const choiceNames: readonly string[] = [inputNames.period, inputNames.cohort];
