// What an account (company, 客户) is; subscription columns serve retention and lifetime value.

import { day, flag, id, money, months, number, text, type RecordOf, note } from "../fields";

export const accountFields = {
  id,
  name: text,
  owner: text,
  type: text,
  status: text,
  segment: text,
  industry: text,
  companySize: number,
  annualRevenue: money,
  currency: text,
  source: text,
  product: text,
  country: text,
  region: text,
  city: text,
  phone: text,
  website: text,
  parent: text,
  created: day,
  modified: day,
  lastActivity: day,
  nextActivity: day,
  contract: text,
  contractStart: day,
  renewal: day,
  tenureMonths: months,
  monthlyRevenue: money,
  totalRevenue: money,
  churned: flag,
  healthScore: number,
  usage: number,
  tickets: number,
  csat: number,
  nps: number,
  description: note,
  isDeleted: flag,
} as const;

/** An account as the export has it. */
export interface Account extends RecordOf<typeof accountFields> {
  /** Line of the export. */
  readonly row: number;
}
