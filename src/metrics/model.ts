// What measures are computed from: the tables and settings of the workbook as formulas see them.

import type { Outcome } from "../crm/objects/deal";
import type { ObjectKind } from "../crm/reading";
import type { Column } from "../formula/column";
import { isEmpty } from "../formula/criteria";
import type { Term } from "../formula/term";
import type { CellValue, Day } from "../values";

/** Columns of the Deals table: those every workbook has, empty where the export does not tell, and some only where it does. */
export interface DealColumns {
  readonly id: Column;
  readonly owner: Column;
  readonly stage: Column;
  readonly outcome: Column;
  /** In the reporting currency; empty where unknown or in a currency without a rate. */
  readonly amount: Column;
  readonly probability: Column;
  /** Amount × probability where the export has both. */
  readonly weighted: Column;
  readonly created: Column;
  readonly closed: Column;
  readonly due: Column;
  /** The day it came into its stage; the day it was created where the export has no stage dates. */
  readonly stageSince: Column;
  readonly lastActivity: Column | null;
  /** Days from created to closed of a closed deal; empty where either is missing or the order is wrong. */
  readonly cycle: Column;
  readonly source: Column | null;
  readonly lostReason: Column | null;
}

export interface DealTable {
  readonly name: string;
  readonly count: number;
  readonly columns: DealColumns;
  /** The export says how probable each deal is, so stages need not. */
  readonly hasProbability: boolean;
  readonly has: { readonly stageSince: boolean; readonly due: boolean };
  /** Where the rows stand for groups of deals: whether each that is still open is a row of its own. */
  readonly groups?: { readonly eachOpen: boolean };
}

/** A stage and what it says of the deals in it. */
export interface FunnelStage {
  readonly stage: string;
  readonly outcome: Outcome;
}

/** A row of Setup's Stages table, in the order of the pipeline. */
export interface StageRow extends FunnelStage {
  readonly probability: number | null;
  readonly targetConversion: number | null;
  readonly entryCriteria: string | null;
  readonly exitCriteria: string | null;
  /** Days a deal may stay before it counts as stalled. */
  readonly longestStay: number | null;
}

export interface StageTable {
  readonly name: string;
  readonly rows: readonly StageRow[];
  readonly stage: Column;
  readonly outcome: Column;
  readonly probability: Column;
  readonly longestStay: Column;
  readonly targetConversion: Column;
}

/** Stage changes, one row each or in groups. */
export type MoveTable = MoveColumns & ({ readonly first?: undefined; readonly order: MoveOrder } | {
  /** Of groups, where no row is one entry of one deal: what deals' first entries tell, in place of `firstEntry`, `wentFurther` and `since`. */
  readonly first: FirstEntries;
  /** Null where entries of one day have no order. */
  readonly order: MoveOrder | null;
});

interface MoveColumns {
  readonly stage: Column;
  readonly entered: Column;
  /** 1 on a deal's first entry into the stage, or into any of the won or of the lost ones; else 0. */
  readonly firstEntry: Column;
  /** 1 on a first entry of a deal that also entered a stage further on (lost not counted), else 0. */
  readonly wentFurther: Column;
  /** The day the deal entered its first known stage. */
  readonly cohort: Column;
  /** Days from the deal's first known stage to this entry. */
  readonly since: Column;
  /** Seen from one snapshot of the workbook to the next, not told by an export: it begins with the first snapshot. */
  readonly fromSnapshots?: true;
}

/** How each entry follows the one before it in its deal. */
export interface MoveOrder {
  /** Days from this entry to the deal's next stage. */
  readonly daysInStage: Column;
  /** The stage before; empty where none is known. */
  readonly from: Column;
  /** 1 for a stage further on than the one before, -1 for one back, 0 where one of the two is lost or unknown; empty on a deal's first entry. */
  readonly direction: Column;
  /** Of groups: 1 where the stage before is another one, else 0. */
  readonly isMove?: Column;
}

/** Stage changes whose order is known. */
export type OrderedMoves = MoveTable & { readonly order: MoveOrder };

/** Tables whose records are deals that entered a stage, each deal once a stage. */
export interface FirstEntries {
  /** `further` is 1 where the deal also entered a stage further on; `once` is 1 in one of the stages that each deal entered. */
  readonly reached: Readonly<Record<"stage" | "cohort" | "further" | "once", Column>>;
  /** `within` is the least of `cohortHorizons` that is not below the days since its first stage, `since`. */
  readonly entered: Readonly<Record<"stage" | "on" | "cohort" | "within" | "since", Column>>;
}

/** Leads, where there are any. */
export interface LeadTable {
  readonly count: number;
  /** Yes or No in words. */
  readonly converted: Column;
}

/** Cells of Setup, by their names. */
export interface Settings {
  readonly asOf: Term<Day>;
  readonly windowStart: Term<Day>;
  readonly windowEnd: Term<Day>;
  /** The last day of the newest complete month. */
  readonly lastMonthEnd: Term<Day>;
  readonly noActivityDays: Term<number>;
  readonly fiscalYearStart: Term<number>;
}

/** The words the workbook uses in its columns. */
export interface Words {
  readonly outcome: Readonly<Record<Outcome, string>>;
  readonly yes: string;
  readonly no: string;
}

/** A data column as the export had it, for completeness. */
export interface CompletenessColumn {
  readonly kind: ObjectKind;
  /** Name of the sheet that shows it. */
  readonly object: string;
  /** The export's header. */
  readonly header: string;
  readonly column: Column;
  /** Stages whose deals cannot have it yet. */
  readonly notYetStages: readonly string[];
  /** Where the records are in groups: the table that says how many have each column filled. */
  readonly counted?: FilledTable;
}

/** How many records have a column of the source filled, a row for each column (and stage). */
export interface FilledTable {
  readonly header: Column;
  readonly stage: Column;
  readonly records: Column;
  readonly filled: Column;
}

export interface Model {
  readonly settings: Settings;
  readonly words: Words;
  readonly stages: StageTable;
  readonly deals: DealTable | null;
  readonly moves: MoveTable | null;
  readonly leads: LeadTable | null;
  readonly reps: readonly string[];
  readonly completeness: readonly CompletenessColumn[];
  /** Where the table of these columns has its cells, missing cells and cells that cannot be filled yet. */
  readonly completenessTable: { readonly object: string; readonly cells: string; readonly missing: string; readonly notYet: string };
}

/** A value of a column for no export column at all. */
export function emptyColumn(column: Column): boolean {
  if (column.grouping) return column.grouping.count([isEmpty(column)]).value === column.grouping.rows().value;
  return column.values.every((value: CellValue) => value === null || value === "");
}
