// What an activity (call, meeting, task, 跟进记录) is.

import type { Day } from "../../values";
import { day, flag, id, minutes, text, type RecordOf, note } from "../fields";

export const activityFields = {
  id,
  subject: note,
  type: text,
  status: text,
  outcome: text,
  direction: text,
  priority: text,
  owner: text,
  account: text,
  contact: text,
  deal: text,
  lead: text,
  on: day,
  due: day,
  doneOn: day,
  isDone: flag,
  minutes,
  created: day,
  modified: day,
  description: note,
  isDeleted: flag,
} as const;

/** An activity as the export has it, and when it took place. */
export interface Activity extends RecordOf<typeof activityFields> {
  /** Line of the export. */
  readonly row: number;
  /** The day it took place: the date as written, else when it was done, due or created. */
  readonly day: Day | null;
}
