// 用户能读到的每一句中文。缺一句就无法通过编译。

import type { Text } from "./en";
import { changes } from "./zh/changes";
import { cli } from "./zh/cli";
import { crms } from "./zh/crms";
import { dashboard } from "./zh/dashboard";
import { excel } from "./zh/excel";
import { fields } from "./zh/fields";
import { funnel } from "./zh/funnel";
import { goals } from "./zh/goals";
import { issues } from "./zh/issues";
import { journey } from "./zh/journey";
import { kept } from "./zh/kept";
import { mapping } from "./zh/mapping";
import { metrics } from "./zh/metrics";
import { report } from "./zh/report";
import { objects } from "./zh/objects";
import { pane } from "./zh/pane";
import { problems } from "./zh/problems";
import { rollup } from "./zh/rollup";
import { setup } from "./zh/setup";
import { sheets } from "./zh/sheets";
import { tables } from "./zh/tables";
import { template } from "./zh/template";

export const zh: Text = { changes, cli, crms, dashboard, excel, fields, funnel, goals, issues, journey, kept, mapping, metrics, objects, pane, problems, report, rollup, setup, sheets, tables, template };
