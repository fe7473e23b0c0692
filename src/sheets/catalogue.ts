// Every sheet that can be left out. A sheet says all about itself in its own file; here it only stands in the list.

import type { ChosenSheet } from "./chosen";
import type { SheetEntry } from "./entry";
import { bonusEntry } from "./bonus";
import { coachingEntry } from "./coaching";
import { comparisonEntry } from "./comparison";
import { dashboardEntry } from "./dashboard";
import { funnelEntry } from "./funnel";
import { gatesEntry } from "./gates";
import { goalsEntry } from "./goals";
import { healthEntry } from "./health";
import { historyEntry } from "./history";
import { journeyEntry } from "./journey";
import { loyaltyEntry } from "./loyalty";
import { qualityEntry } from "./quality";
import { reviewEntry } from "./review";
import { roadmapEntry } from "./roadmap";
import { scoringEntry } from "./scoring";
import { scoringReviewEntry } from "./scoring-review";
import { teamEntry } from "./team";
import { togetherEntry } from "./together";
import { valueEntry } from "./value";
import { winLossEntry } from "./win-loss";

export const sheetCatalogue: Readonly<Record<ChosenSheet, SheetEntry>> = {
  dashboard: dashboardEntry,
  review: reviewEntry,
  goals: goalsEntry,
  funnel: funnelEntry,
  gates: gatesEntry,
  winLoss: winLossEntry,
  history: historyEntry,
  scoring: scoringEntry,
  scoringReview: scoringReviewEntry,
  journey: journeyEntry,
  health: healthEntry,
  loyalty: loyaltyEntry,
  value: valueEntry,
  team: teamEntry,
  coaching: coachingEntry,
  bonus: bonusEntry,
  quality: qualityEntry,
  comparison: comparisonEntry,
  together: togetherEntry,
  roadmap: roadmapEntry,
};
