// How far a build is, and the way out of it.

import { Button, Field, makeStyles, ProgressBar } from "@fluentui/react-components";
import type { Text } from "../text/en";
import { sayBusy } from "./says";
import type { Busy } from "./session";

const useStyles = makeStyles({
  progress: { flexGrow: 1, flexBasis: "200px", maxWidth: "480px" },
});

interface Props {
  readonly busy: Busy;
  readonly text: Text;
  /** Absent where the work cannot be stopped. */
  cancel?(): void;
}

export function Progress({ busy, text, cancel }: Props) {
  const styles = useStyles();
  const known = busy.kind === "writing" && busy.total > 0;
  return (
    <>
      <Field className={styles.progress} validationState="none" validationMessage={sayBusy(busy, text)}>
        <ProgressBar {...(known ? { value: busy.done, max: busy.total } : {})} thickness="large" aria-label={sayBusy(busy, text)} />
      </Field>
      {cancel && <Button onClick={cancel}>{text.pane.cancel}</Button>}
    </>
  );
}
