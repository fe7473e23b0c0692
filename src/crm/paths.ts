// What happened to each customer, account or deal over time: two steps of grouping, first by whom, then what follows.

import type { Grouped } from "./groups";

/**
 * Of activities (a customer is the account, else the contact, the lead or the deal, told apart by its name in small letters):
 * - `ways`: by `customer` (null for none) and `type`, the `first` and `last` day; the measure `dated` counts those with a day.
 * - `again`: for a `customer` with an activity of the type `again` before its first one of `type`, the next `day` of `again` from that one on.
 * - `touched`: by `account`, cut at the breaks, the `first` and `last` day an activity took place.
 *
 * Of stage moves (a deal is its id, else its name; a row without one stands alone; stages in one spelling, but `to` and `from` of `moved` as written):
 * - `moved`: each row of the history by stage (`to`), the day (`on`), the stage given as the one before (`from`), the stage of the
 *   deal's row `before`, whether it is its deal's first, and the first day of its deal (`cohort`); the measure `stay`, the days until the next row.
 * - `reached`: by stage (`to`) and `cohort`, how many deals ever entered it, by all the stages (`stages`, in small letters, by line) they ever entered.
 * - `entered`: by stage (`to`), the day first entered (`on`), `cohort` and the days between (`within` one of the horizons), how many deals; the measure `since`.
 * - `stays`: by deal (`dealId` where the history has ids, else `deal`) and `stage`, the measure `days` spent there.
 */
export const pathNames = ["ways", "again", "touched", "moved", "reached", "entered", "stays"] as const;
export type PathName = (typeof pathNames)[number];

export type Paths = Readonly<Partial<Record<PathName, Grouped>>>;
