// What a survey answer (NPS, CSAT, 客户满意度) is.

import { day, id, number, text, type RecordOf, note } from "../fields";

export const surveyFields = {
  id,
  account: text,
  contact: text,
  segment: text,
  owner: text,
  on: day,
  kind: text,
  touchpoint: text,
  product: text,
  score: number,
  comment: note,
} as const;

/** One answer; the score is as written (0 to 10 for NPS, 1 to 5 or 0 to 100 for CSAT). */
export interface Survey extends RecordOf<typeof surveyFields> {
  /** Line of the export. */
  readonly row: number;
}
