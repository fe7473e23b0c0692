// Which cells of Setup do measures depend on, and what do they hold: what the user typed, else our defaults.

import { call, literalText, reference, type Term } from "../formula/term";
import type { Settings } from "../metrics/model";
import { addMonths, completeMonthEnd, lastDay, type CellValue, type Day } from "../values";
import { keyOfWord } from "./any-language";
import type { Memory } from "./memory";

/** Names of the cells the user types in; Setup shows each with its label. */
export const settingNames = {
  asOf: "AsOf",
  currency: "Currency",
  fiscalYearStart: "FiscalYearStart",
  windowMonths: "WindowMonths",
  windowOpenEnd: "WindowOpenEnd",
  noActivityDays: "NoActivityDays",
} as const;

/** Names of Setup's cells that follow from the typed ones. */
export const derivedNames = { windowStart: "WindowStart", windowEnd: "WindowEnd", lastMonthEnd: "LastMonthEnd" } as const;

/** What the typed cells hold. */
export interface TypedSettings {
  readonly asOf: Day;
  readonly currency: string;
  /** 1 to 12. */
  readonly fiscalYearStart: number;
  readonly windowMonths: number;
  readonly windowOpenEnd: boolean;
  readonly noActivityDays: number;
}

/** The typed settings: from memory where the cell held something of the right kind, else the defaults. The as-of day is always the one asked for. */
export function typedSettings(memory: Memory, defaults: { readonly asOf: Day; readonly currency: string }): TypedSettings {
  return {
    asOf: defaults.asOf,
    currency: textOf(memory.inputs.get(settingNames.currency)) ?? defaults.currency,
    fiscalYearStart: within(memory.inputs.get(settingNames.fiscalYearStart), 1, 12) ?? 1,
    windowMonths: within(memory.inputs.get(settingNames.windowMonths), 1, 120) ?? 3,
    windowOpenEnd: keyOfWord(memory.inputs.get(settingNames.windowOpenEnd), ({ tables: { yes, no } }) => ({ yes, no })) === "yes",
    noActivityDays: within(memory.inputs.get(settingNames.noActivityDays), 1, 3650) ?? 30,
  };
}

/** The settings as formulas see them: by name. */
export function settingsOf(typed: TypedSettings, yes: string): Settings & { readonly derived: Readonly<Record<keyof typeof derivedNames, Term<number>>> } {
  const { asOf, windowMonths, windowOpenEnd } = typed;
  const start = addMonths(asOf, -windowMonths);
  const end = (windowOpenEnd ? lastDay : asOf) as Day;
  const monthEnd = completeMonthEnd(asOf);
  return {
    asOf: reference("AsOf", asOf),
    windowStart: reference("WindowStart", start),
    windowEnd: reference("WindowEnd", end),
    lastMonthEnd: reference("LastMonthEnd", monthEnd),
    noActivityDays: reference("NoActivityDays", typed.noActivityDays),
    fiscalYearStart: reference("FiscalYearStart", typed.fiscalYearStart),
    derived: {
      windowStart: call("EDATE(AsOf,-WindowMonths)", start as number),
      windowEnd: call(`IF(WindowOpenEnd=${literalText(yes)},DATE(9999,12,31),AsOf)`, end as number),
      lastMonthEnd: call("EOMONTH(AsOf+1,-1)", monthEnd as number),
    },
  };
}

/** A whole number, cut as EDATE cuts it. */
function within(value: CellValue | undefined, min: number, max: number): number | null {
  const whole = typeof value === "number" ? Math.trunc(value) : null;
  return whole !== null && whole >= min && whole <= max ? whole : null;
}

function textOf(value: CellValue | undefined): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
