// Custom functions that score and grade leads.

import { literal } from "../formula/term";
import { grade, gradeOf, type Threshold } from "../metrics/lead-grade";
import { Refusal } from "../metrics/refusal";
import { score } from "../metrics/rules/score";
import type { Answer, Cells } from "./given/cells";
import { isBlank, optional } from "./given/cells";
import { days, numbers } from "./given/figures";
import { eachCell, single } from "./given/grid";
import { needed } from "./given/needed";
import { articlePoints, pointRules, type PointTable } from "./given/points";
import { isChinese, table } from "./given/table";
import { thresholds } from "./given/thresholds";
import { flagOrElse } from "./given/choice";
import { firedText } from "./words/fired";
