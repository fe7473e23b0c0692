// What groups of records cannot answer is asked of their engine while a plan is made, until nothing is left to ask.

import type { Answer } from "../crm/groups";
import type { Question } from "../formula/question";
import { withAnswers } from "../sheets/data/answers";
import type { Import } from "../sheets/data/import";
import type { Brought } from "./bring";
import { linked } from "./files";
import { InputError } from "./input-error";
import { inWords, type Voice } from "./voice";

/** What was made, with the imports and all answers it was made from, names not yet joined. */
interface Asked<T> {
  readonly made: T;
  readonly imports: readonly Import[];
}

/** Answers can lead to further questions (a limit that follows from a median), but not for long. */
const mostRounds = 5;

/** Makes it from the imports, joined, again with each round of answers. Throws an InputError where a question has no answer. */
export async function madeWithAnswers<T extends { readonly questions: readonly Question[] }>(brought: Brought, make: (imports: readonly Import[]) => T, voice: Voice): Promise<Asked<T>> {
  let { imports } = brought;
  for (let round = 0; ; round++) {
    const made = make(linked({ ...brought, imports }));
    if (made.questions.length === 0) return { made, imports };
    if (round === mostRounds) throw new InputError(voice.engine.unanswered);
    const file = made.questions.flatMap(({ object }) => (brought.answers.has(object) ? [] : [brought.fromFile.get(object) ?? ""]))[0];
    if (file !== undefined) throw new InputError(voice.text.rollup.unanswered(file));
    voice.tell(voice.engine.asking(made.questions.length));
    imports = await inWords(voice, () => answered(imports, made.questions, brought));
  }
}

async function answered(imports: readonly Import[], questions: readonly Question[], { answers }: Brought): Promise<readonly Import[]> {
  const said: (readonly [string, Answer])[] = [];
  for (const object of new Set(questions.map((one) => one.object))) {
    said.push(...((await answers.get(object)?.(questions.filter((one) => one.object === object))) ?? []));
  }
  return withAnswers(imports, new Map(said));
}
