import { madeWithAnswers } from "../../src/cli/ask";
import type { Brought } from "../../src/cli/bring";
import { voiceIn } from "../../src/cli/voice";
import type { Question } from "../../src/formula/question";
import { engineTextIn } from "../../src/text/engine";

const median: Question = { object: "deal", ask: "median", field: "amount", by: [], conditions: [], days: [] } as unknown as Question;
const brought = { imports: [], products: [], answers: new Map([["deal", async () => new Map()]]), fromFile: new Map() } as unknown as Brought;
const voice = voiceIn("en", () => undefined);

/** Asks once in each of so many rounds. */
function asking(rounds: number): () => { readonly questions: readonly Question[] } {
  let made = 0;
  return () => ({ questions: made++ < rounds ? [median] : [] });
}

it("uses the answers of the last round it asks", async () => {
  await expect(madeWithAnswers(brought, asking(5), voice)).resolves.toMatchObject({ made: { questions: [] } });
});

it("ends in a sentence where answers lead to questions for ever", async () => {
  await expect(madeWithAnswers(brought, asking(Infinity), voice)).rejects.toThrow(engineTextIn("en").unanswered);
});
