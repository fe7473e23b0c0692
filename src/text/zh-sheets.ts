// 目录中各工作表的中文。缺一句就无法通过编译。

import type { SheetText } from "./whole";
import { bonus } from "./zh/bonus";
import { coaching } from "./zh/coaching";
import { comparison } from "./zh/comparison";
import { gates } from "./zh/gates";
import { health } from "./zh/health";
import { history } from "./zh/history";
import { loyalty } from "./zh/loyalty";
import { quality } from "./zh/quality";
import { review } from "./zh/review";
import { roadmap } from "./zh/roadmap";
import { scoring } from "./zh/scoring";
import { scoringReview } from "./zh/scoring-review";
import { team } from "./zh/team";
import { together } from "./zh/together";
import { value } from "./zh/value";
import { winLoss } from "./zh/win-loss";

export const zhSheets: SheetText = { bonus, coaching, comparison, gates, health, history, loyalty, quality, review, roadmap, scoring, scoringReview, team, together, value, winLoss };
