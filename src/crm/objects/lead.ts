// What a lead (潜在客户, 线索) is.

import { day, flag, id, money, number, text, type RecordOf, note } from "../fields";

export const leadFields = {
  id,
  name: text,
  firstName: text,
  lastName: text,
  company: text,
  jobTitle: text,
  email: text,
  phone: text,
  owner: text,
  source: text,
  channel: text,
  campaign: text,
  status: text,
  rating: text,
  score: number,
  industry: text,
  companySize: number,
  annualRevenue: money,
  amount: money,
  currency: text,
  product: text,
  country: text,
  region: text,
  city: text,
  created: day,
  modified: day,
  lastActivity: day,
  nextActivity: day,
  converted: flag,
  convertedOn: day,
  description: note,
  isDeleted: flag,
} as const;

/** A lead as the export has it, and what a reader concludes from it. */
export interface Lead extends RecordOf<typeof leadFields> {
  /** Line of the export. */
  readonly row: number;
  /** The flag decides, else a conversion date, else a status that says so. */
  readonly isConverted: boolean;
}
