// 用户能读到的每一句中文。缺一句就无法通过编译。

import type { Text } from "./en";
import { crms } from "./zh/crms";
import { dashboard } from "./zh/dashboard";
import { fields } from "./zh/fields";
import { funnel } from "./zh/funnel";
import { issues } from "./zh/issues";
import { journey } from "./zh/journey";
import { metrics } from "./zh/metrics";
import { report } from "./zh/report";
import { objects } from "./zh/objects";
import { pane } from "./zh/pane";
import { problems } from "./zh/problems";
import { tables } from "./zh/tables";

export const zh: Text = { crms, dashboard, fields, funnel, issues, journey, metrics, report, objects, pane, problems, tables };
