// Which stages does a customer's way have before anyone typed others?

export const journeyStageIds = ["awareness", "consideration", "purchase", "onboarding", "use", "renewal"] as const;
export type JourneyStageId = (typeof journeyStageIds)[number];

export const salePhases = ["preSale", "sale", "afterSale"] as const;
export type SalePhase = (typeof salePhases)[number];
