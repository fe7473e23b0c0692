// What the command line says, in one language, and where it says it.

import { objects } from "../crm/reading";
import { EngineProblem } from "../engine/engine";
import type { UnsureTable } from "../engine/read-sample";
import type { Text } from "../text/en";
import { engineTextIn, type EngineText } from "../text/engine";
import { textIn, type Language } from "../text/language";
import { InputError } from "./input-error";

export interface Voice {
  readonly language: Language;
  readonly text: Text;
  readonly engine: EngineText;
  /** A line on stderr. */
  tell(line: string): void;
}

export function voiceIn(language: Language, tell: (line: string) => void): Voice {
  return { language, text: textIn(language), engine: engineTextIn(language), tell };
}

/** Does what asks an engine; its trouble comes as an InputError in the user's words. */
export async function inWords<T>({ engine: say }: Voice, asking: () => Promise<T>): Promise<T> {
  try {
    return await asking();
  } catch (error) {
    if (isUnsure(error)) {
      const headers = error.header.slice(0, 6).join(", ") + (error.header.length > 6 ? ", …" : "");
      throw new InputError(error.isSaid ? say.nothingKnown(error.table, headers) : say.unsure(error.table, error.likely, objects.join(", "), headers));
    }
    if (!(error instanceof EngineProblem)) throw error;
    const { kind, place, detail, near } = error;
    const meant = near.length > 0 ? [say.near(near.join(", "))] : [];
    throw new InputError([say.problems[kind](place === "" ? say.files : place, detail), ...meant, say.nothingWritten].join(" "));
  }
}

/** By its name: its file comes with the engine, which is loaded when it is asked for. */
function isUnsure(error: unknown): error is UnsureTable {
  return error instanceof Error && error.name === "UnsureTable";
}
