// A small export of deals as a CRM would give it, the same at every run.

const owners = ["Ann Li", "Bob Ray", "Chen Wei"];
const stages = ["Qualified", "Demo scheduled", "Proposal made", "Won", "Lost"];
const header = [
  "Deal - ID", "Deal - Title", "Deal - Organization", "Deal - Stage", "Deal - Value", "Deal - Currency of Value", "Colleague",
  "Deal - Deal created", "Deal - Deal closed on", "Deal - Expected close date",
];

/** Rows of the export, header first. */
export const exported: readonly (readonly string[])[] = [header, ...Array.from({ length: 60 }, (_, index) => row(index))];

/** As Excel puts it on the clipboard. */
export const exportedText = exported.map((cells) => cells.join("\t")).join("\r\n") + "\r\n";
export const exportedHtml = `<html><body><table>${exported.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table></body></html>`;

/** The same a week before: fewer deals, one still open, one due earlier, one in an earlier stage, one with another amount. */
export const exportedBefore = exported.slice(0, 58).map((cells) => {
  const [id] = cells;
  if (id === "1020") return changed(cells, { 3: "Proposal made", 8: "", 9: "2026-12-01" });
  if (id === "1051") return changed(cells, { 9: "2026-11-01" });
  if (id === "1057") return changed(cells, { 3: "Qualified" });
  return id === "1053" ? changed(cells, { 4: "12000" }) : cells;
}).map((cells) => cells.join("\t")).join("\r\n");

function changed(cells: readonly string[], to: Readonly<Record<number, string>>): string[] {
  return cells.map((cell, at) => to[at] ?? cell);
}

function row(index: number): string[] {
  const stage = stages[(index * 7) % stages.length] ?? "";
  const isClosed = stage === "Won" || stage === "Lost";
  const [created, closed] = [dayText(index * 5), dayText(index * 5 + 20 + (index % 9))];
  return [
    String(1001 + index), `Deal ${index + 1}`, `Customer ${(index * 11) % 17}`, stage, String(1000 + ((index * 977) % 9000)), "USD",
    owners[index % owners.length] ?? "", created, isClosed ? closed : "", isClosed ? "" : dayText(index * 5 + 90),
  ];
}

function dayText(day: number): string {
  return new Date(Date.UTC(2026, 0, 2 + day)).toISOString().slice(0, 10);
}
