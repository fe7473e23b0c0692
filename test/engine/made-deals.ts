// Deals as a CRM might export them, with what is hard about them: placeholders, blanks, spellings, flags, several currencies, deleted ones.

const stages = ["Prospecting", "Proposal", "Closed Won", "Closed Lost", " Closed Won", "N/A", ""] as const;
const owners = ["Ivy", "Max", "ivy", "王芳", "Unknown", "-", "", "O'Neil \"Q\""] as const;
const sources = ["Web", "web ", "Phone", "None", "null", ""] as const;
const currencies = ["USD", "EUR", "", "usd"] as const;

export const madeHeader = [
  "Opportunity ID", "Opportunity Name", "Account Name", "Opportunity Owner", "Stage", "Amount", "Amount Currency", "Probability (%)", "Created Date", "Close Date", "Won Date", "Last Activity", "Lead Source", "IsDeleted", "Notes",
] as const;

/** The same rows at every run. */
export function madeDeals(count: number): readonly (readonly string[])[] {
  let seed = 7;
  const below = (most: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >> 8) % most;
  };
  const of = (words: readonly string[]): string => words[below(words.length)]!;
  const day = (from: number, span: number): string => new Date(Date.UTC(2025, 0, 1 + from + below(span))).toISOString().slice(0, 10);
  return Array.from({ length: count }, (_, at) => {
    const created = below(300);
    return [
      `D${at}`, below(9) === 0 ? "tbd" : `Deal ${at}`, `Account ${below(40)}`, of(owners), of(stages),
      below(12) === 0 ? "" : (below(1_000_000) / 100 - (below(40) === 0 ? 9000 : 0)).toFixed(2), of(currencies), below(6) === 0 ? "" : String(below(101)),
      day(created, 1), below(8) === 0 ? "" : day(created - 5, 200), below(5) === 0 ? day(created, 150) : "", below(3) === 0 ? "" : day(created, 90), of(sources), below(25) === 0 ? "true" : "false", below(4) === 0 ? "n/a" : below(3) === 0 ? "" : `note ${below(5)}`,
    ];
  });
}

/** As CSV with every cell in quotes. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return [madeHeader, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n");
}
