// Undoes a build, after saying what becomes of what was typed.

import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import type { Text } from "../text/en";
import { Card } from "./Card";

const Confirm = lazy(() => import(/* webpackChunkName: "confirm" */ "./Confirm").then(({ Confirm }) => ({ default: Confirm })));

const useStyles = makeStyles({
  hint: { margin: "0 0 8px", color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly text: Text;
  readonly busy: boolean;
  /** Names of the sheets that will go; empty where they are not known here. */
  readonly sheets: readonly string[];
  remove(): void;
}

export function RemoveBuilt({ text: { pane }, busy, sheets, remove }: Props) {
  const styles = useStyles();
  const [asks, ask] = useState(false);
  const words = pane.remove;
  return (
    <Card>
      <p className={styles.hint}>{pane.done.removeHint}</p>
      <Button disabledFocusable={busy} onClick={() => ask(true)}>{pane.done.remove}</Button>
      {asks && (
        <Suspense>
          <Confirm
            title={words.title} confirm={words.confirm} cancel={pane.cancel}
            sentences={[sheets.length > 0 ? words.sheets(sheets.join(pane.check.and)) : words.sheetsOfOurs, words.kept, words.own]}
            close={(isSure) => { ask(false); if (isSure) remove(); }}
          />
        </Suspense>
      )}
    </Card>
  );
}
