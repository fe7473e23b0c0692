// Names of the tables and cells of the score sheets, the same in every language.

export const rulesTableName = "ScoreRules";
export const gradesTableName = "ScoreGrades";
export const stepsTableName = "ScoreNextSteps";
export const routingTableName = "LeadRouting";
export const scoresTableName = "LeadScores";
export const gradeStepsName = "ScoreGradeCounts";
export const handOverName = "LeadHandOver";
export const nurtureName = "LeadNurture";
export const ownersName = "LeadOwners";
export const fieldsName = "LeadFields";

/** Cells the user types in: from how many points on a lead fits well (A) or fairly (B), and is very (1) or somewhat (2) engaged. */
export const bandInputs = { fitA: "ScoreFitA", fitB: "ScoreFitB", engagedFirst: "ScoreEngagedFirst", engagedSecond: "ScoreEngagedSecond" } as const;
export type BandInput = keyof typeof bandInputs;
/** Cells beside them with the limits that count: typed, else by the rules. */
export const bandLimits = { fitA: "ScoreFitAUsed", fitB: "ScoreFitBUsed", engagedFirst: "ScoreEngagedFirstUsed", engagedSecond: "ScoreEngagedSecondUsed" } as const satisfies Record<BandInput, string>;
