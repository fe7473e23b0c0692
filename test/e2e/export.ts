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
