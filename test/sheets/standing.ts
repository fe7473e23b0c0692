// The Maven deals as they stood on an earlier day.

/** The line as the CRM had it at the end of the day: not there yet, still open, or as it is. */
export function standing(line: string, day: string): string[] {
  const [id, agent, product, account, stage, engaged = "", closed = "", value] = line.split(",");
  if (engaged > day) return [];
  return [(closed > day ? [id, agent, product, account, "Engaging", engaged, "", ""] : [id, agent, product, account, stage, engaged, closed, value]).join(",")];
}
