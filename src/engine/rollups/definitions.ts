// The rollup of each object.

import type { ObjectKind } from "../../crm/reading";
import { accountRollup } from "./account";
import { activityRollup } from "./activity";
import { dealRollup } from "./deal";
import type { RollupDefinition } from "./definition";
import { leadRollup } from "./lead";
import { orderRollup } from "./order";
import { repRollup } from "./rep";
import { spendRollup } from "./spend";
import { stageMoveRollup } from "./stage-move";
import { surveyRollup } from "./survey";

export const rollupDefinitions: Readonly<Record<ObjectKind, RollupDefinition>> = {
  deal: dealRollup, lead: leadRollup, account: accountRollup, activity: activityRollup, stageMove: stageMoveRollup,
  spend: spendRollup, order: orderRollup, survey: surveyRollup, rep: repRollup,
};
