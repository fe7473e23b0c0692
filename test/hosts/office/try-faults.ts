// `npm run faults`: Excel fails at every sync of builds and refreshes, in every way; prints how many failures were tried and survived.

import { firstSheets } from "../../first-sheets";
import { againScenario, buildScenario, refreshScenario, sameScenario, type Scenario } from "./fault-scenarios";
import { effectsOf, fallIn, kinds, unharmed, type Fall, type Kind } from "./faults";

void main();

async function main(): Promise<void> {
  console.log("| Scenario | Kind | Syncs | Tried | Survived |\n|---|---|---|---|---|");
  const [only = "", onlyKind = ""] = process.argv.slice(2);
  let [tried, survived] = [0, 0];
  for (const scenario of [buildScenario(firstSheets), refreshScenario(firstSheets), againScenario(firstSheets), sameScenario(firstSheets)].filter(({ name }) => name.includes(only))) {
    const whole = await unharmed(scenario);
    for (const kind of (Object.keys(kinds) as Kind[]).filter((one) => one.includes(onlyKind))) {
      const falls = fallsOf(kind, whole.syncs);
      const failed = await failedOf(scenario, falls, whole);
      tried += falls.length;
      survived += falls.length - failed.length;
      console.log(`| ${scenario.name} | ${kind} | ${whole.syncs} | ${falls.length} | ${falls.length - failed.length} |`);
      for (const line of failed) console.error(line);
    }
  }
  console.log(`${tried} failures tried, ${survived} survived`);
  process.exit(survived === tried ? 0 : 1);
}

function fallsOf(kind: Kind, syncs: number): readonly Fall[] {
  return Array.from({ length: syncs }, (_, at) => at + 1).flatMap((sync) => effectsOf(kind).map((effect, number): Fall => ({ sync, kind, effect, then: (sync + number) % 2 === 0 ? "puts back" : "refreshes" })));
}

async function failedOf(scenario: Scenario, falls: readonly Fall[], whole: Awaited<ReturnType<typeof unharmed>>): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const fall of falls) {
    const said = await fallIn(scenario, fall, whole).catch((error: unknown) => [error instanceof Error ? (error.stack ?? error.message) : String(error)]);
    if (said.length > 0) failed.push(`  ${fall.kind} at sync ${fall.sync}, effect ${fall.effect}, user ${fall.then}: ${said.join("; ")}`);
  }
  return failed;
}
