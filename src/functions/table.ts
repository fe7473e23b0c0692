// Every custom function by its id.

import { CLV, COHORT, RFM } from "./customers";
import type { Answer, Cells } from "./given/cells";
import type { FunctionId } from "./ids";
import { GATECHECK } from "./gates";
import { COMPLETENESS } from "./completeness";
import { SALESCYCLE, SALESVELOCITY, WINRATE } from "./deals";
import { FORECAST } from "./forecast";
import { FUNNELCONV } from "./funnel";
import { GOALPACE, GOALPROGRESS, GOALSTATUS } from "./goals";
import { HEALTHSCORE } from "./health";
import { LEADGRADE, LEADSCORE } from "./leads";
import { CHURN, CSAT, NPS, NRR, RETENTION } from "./loyalty";
import { BONUS, CAC, LTV, LTVCAC, PAYBACK } from "./value";

/** Takes one argument for each parameter, null where one is left out. */
export type CustomFunction = (...given: Cells[]) => Answer;

/** What computes each id. */
export const customFunctions = { WINRATE, SALESCYCLE, SALESVELOCITY, FORECAST, FUNNELCONV, COMPLETENESS, LTV, CAC, LTVCAC, PAYBACK, BONUS, CLV, RFM, COHORT, RETENTION, CHURN, NRR, NPS, CSAT, GOALPROGRESS, GOALPACE, GOALSTATUS, LEADSCORE, LEADGRADE, HEALTHSCORE, GATECHECK } as unknown as Readonly<Record<FunctionId, CustomFunction>>;
