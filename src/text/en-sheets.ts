// What the sheets of the catalogue say, in English; apart from `en.ts`, since the pane opens without it.

import { bonus } from "./en/bonus";
import { coaching } from "./en/coaching";
import { comparison } from "./en/comparison";
import { gates } from "./en/gates";
import { health } from "./en/health";
import { history } from "./en/history";
import { loyalty } from "./en/loyalty";
import { quality } from "./en/quality";
import { review } from "./en/review";
import { roadmap } from "./en/roadmap";
import { scoring } from "./en/scoring";
import { scoringReview } from "./en/scoring-review";
import { team } from "./en/team";
import { together } from "./en/together";
import { value } from "./en/value";
import { winLoss } from "./en/win-loss";

export const enSheets = { bonus, coaching, comparison, gates, health, history, loyalty, quality, review, roadmap, scoring, scoringReview, team, together, value, winLoss };
