// Every sentence a user can read, in English. A file an area; zh.ts must say all of it too.

import { changes } from "./en/changes";
import { cli } from "./en/cli";
import { crms } from "./en/crms";
import { dashboard } from "./en/dashboard";
import { excel } from "./en/excel";
import { fields } from "./en/fields";
import { funnel } from "./en/funnel";
import { goals } from "./en/goals";
import { issues } from "./en/issues";
import { journey } from "./en/journey";
import { kept } from "./en/kept";
import { mapping } from "./en/mapping";
import { metrics } from "./en/metrics";
import { report } from "./en/report";
import { objects } from "./en/objects";
import { pane } from "./en/pane";
import { problems } from "./en/problems";
import { rollup } from "./en/rollup";
import { setup } from "./en/setup";
import { sheets } from "./en/sheets";
import { tables } from "./en/tables";
import { template } from "./en/template";

export const en = { changes, cli, crms, dashboard, excel, fields, funnel, goals, issues, journey, kept, mapping, metrics, objects, pane, problems, report, rollup, setup, sheets, tables, template };

/** What each language must say. */
export type Text = typeof en;
