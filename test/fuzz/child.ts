// Tries batches of one area in a process of its own and tells of each: a crash or a hang of it tells which batch it was.

import { areas } from "./areas";
import { tryBatch } from "./attempts";

void main();

async function main(): Promise<void> {
  const [name, first, count] = process.argv.slice(2);
  const area = areas.find((one) => one.name === name)!;
  for (let batch = Number(first); batch < Number(first) + Number(count); batch++) {
    process.send!({ batch, ...(await tryBatch(area, batch)), memory: process.resourceUsage().maxRSS / 1024 });
    // Lets the message out.
    await new Promise((resolve) => setImmediate(resolve));
  }
  process.disconnect();
}
