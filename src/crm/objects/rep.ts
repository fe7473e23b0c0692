// What a sales representative (user, employee, 销售代表) is; the rates serve the bonus.

import { day, flag, id, money, percent, text, type RecordOf } from "../fields";

export const repFields = {
  id,
  name: text,
  firstName: text,
  lastName: text,
  email: text,
  role: text,
  team: text,
  region: text,
  manager: text,
  isActive: flag,
  hired: day,
  quota: money,
  sales: money,
  currency: text,
  /** Sales as a share of the quota; the bonus is weighed by it, `csat` and `process`. */
  attainment: percent,
  csat: percent,
  process: percent,
  bonusBase: money,
} as const;

/** A representative as the export has it. */
export interface Rep extends RecordOf<typeof repFields> {
  /** Line of the export. */
  readonly row: number;
}
