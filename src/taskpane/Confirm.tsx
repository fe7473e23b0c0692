// Asks before something that cannot be undone.

import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { Question } from "./step-props";

const useStyles = makeStyles({
  surface: { "@media (max-width: 480px)": { width: "calc(100vw - 24px)", padding: "16px" } },
  sentence: { margin: "0 0 10px", ":last-child": { marginBottom: 0 } },
});

interface Props {
  readonly question: Question;
  readonly cancel: string;
}

/** Opens for each new question. It stays on the page when closed: Fluent hides the rest of the page from screen readers for good where a dialog goes while it is open. */
export function Confirm({ question, cancel }: Props) {
  const styles = useStyles();
  const [answered, answer] = useState<Question | null>(null);
  const { title, sentences, confirm, run } = question;

  function close(isSure: boolean) {
    answer(question);
    if (isSure) run();
  }

  return (
    <Dialog open={question !== answered} modalType="alert" onOpenChange={() => close(false)}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{sentences.map((sentence) => <p key={sentence} className={styles.sentence}>{sentence}</p>)}</DialogContent>
          <DialogActions fluid>
            <Button onClick={() => close(false)}>{cancel}</Button>
            <Button appearance="primary" onClick={() => close(true)}>{confirm}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
