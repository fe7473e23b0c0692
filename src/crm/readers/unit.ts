// Units behind numbers: `30 days`, `12人`, `98 分`.

/** The text without the unit behind its number; a clock time as minutes. */
export function withoutUnit(cell: string): string {
  return cell.replace(UNIT, "$1").replace(CLOCK, (_, hours: string, minutes: string) => String(Number(hours) * 60 + Number(minutes)));
}

const CLOCK = /^\s*(\d{1,3}):([0-5]\d)(?::[0-5]\d)?\s*$/;
const UNIT = /(\d)\s*(?:days?|d|hours?|hrs?|h|min(?:ute)?s?|months?|years?|employees|people|times|pts?|points?|tage?|天|日|小时|分钟|分|个月|月|年|人|次|个|家|件|条|名)\.?\s*$/i;
