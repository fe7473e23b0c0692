// Asks before something that cannot be undone.

import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles } from "@fluentui/react-components";

const useStyles = makeStyles({
  surface: { "@media (max-width: 480px)": { width: "calc(100vw - 24px)", padding: "16px" } },
  sentence: { margin: "0 0 10px", ":last-child": { marginBottom: 0 } },
});

interface Props {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly confirm: string;
  readonly cancel: string;
  close(isSure: boolean): void;
}

export function Confirm({ title, sentences, confirm, cancel, close }: Props) {
  const styles = useStyles();
  return (
    <Dialog open modalType="alert" onOpenChange={() => close(false)}>
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
