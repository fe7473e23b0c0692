// What each part of the pane gets.

import type { Text } from "../text/en";
import type { Actions } from "./actions";
import type { ExcelActions } from "./excel-actions";
import type { Session, SessionEvent } from "./session";

export interface StepProps {
  readonly session: Session;
  readonly actions: Actions;
  /** Null on the plain page. */
  readonly excel: ExcelActions | null;
  readonly text: Text;
  tell(event: SessionEvent): void;
}
