// What each part of the pane gets.

import type { Text } from "../text/en";
import type { Actions } from "./actions";
import type { ExcelActions } from "./excel-actions";
import type { Session, SessionEvent } from "./session";

/** What is asked before something that cannot be undone. */
export interface Question {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly confirm: string;
  /** Does it. */
  run(): void;
}

export interface StepProps {
  readonly session: Session;
  readonly actions: Actions;
  /** Null on the plain page. */
  readonly excel: ExcelActions | null;
  readonly text: Text;
  /** Asks, and does it if the user is sure. */
  ask(question: Question): void;
  tell(event: SessionEvent): void;
}
