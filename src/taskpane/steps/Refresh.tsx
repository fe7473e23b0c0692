// A new export for a workbook that is there: what changed is seen before anything is written.

import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, Spinner, tokens } from "@fluentui/react-components";
import { useEffect } from "react";
import { BringIn } from "../BringIn";
import { Card } from "../Card";
import { ChangeList } from "../ChangeList";
import { choiceOf } from "../choices";
import type { ExcelActions } from "../excel-actions";
import { Progress } from "../Progress";
import { sayBusy } from "../says";
import { hasDeals, isBuilding } from "../session";
import { AsOf } from "../Settings";
import { useBarStyles } from "../step-bar";
import type { StepProps } from "../step-props";
import { Tables } from "../Tables";
import { Finished } from "./Finished";

const useStyles = makeStyles({
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  another: { cursor: "pointer", padding: "4px 2px", marginBottom: "8px", color: tokens.colorBrandForegroundLink },
  again: { alignSelf: "flex-start" },
});

type Props = StepProps & { readonly excel: ExcelActions };

export function Refresh(props: Props) {
  const styles = useStyles();
  const { session, actions, text, tell } = props;
  const { refresh } = text.pane;
  if (session.built) {
    return (
      <>
        <Finished {...props} />
        <Button className={styles.again} onClick={() => actions.restart(session.tables)}>{refresh.again}</Button>
      </>
    );
  }
  return (
    <>
      <p className={styles.hint}>{refresh.hint}</p>
      {session.book?.isBuilt === false && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{refresh.notBuilt}</MessageBarBody>
          <MessageBarActions><Button onClick={() => tell({ type: "placeChosen", place: "build" })}>{refresh.build}</Button></MessageBarActions>
        </MessageBar>
      )}
      {session.book?.isBuilt !== false && <Bring {...props} />}
    </>
  );
}

function Bring(props: Props) {
  const styles = useStyles();
  const { session, actions, excel, text } = props;
  const { tables, busy } = session;
  const ready = hasDeals(session);
  const choice = choiceOf(session);
  const isWriting = isBuilding(session);
  // A table more or less, read in another way, or another day is another comparison.
  useEffect(() => {
    if (ready && choice && !isWriting) void excel.compare(choice);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a choice is new with each rendering
  }, [tables, ready, excel, session.wishes.asOf]);
  return (
    <>
      {tables.length > 0 && <Tables tables={tables} text={text} disabled={isWriting} remove={actions.remove} />}
      <Doubts {...props} />
      {tables.some(({ rollup, object }) => rollup && object === "deal") && <p className={styles.hint}>{text.rollup.notCompared}</p>}
      {ready && session.changes !== null && <ChangeList what={session.changes} language={session.language} text={text} />}
      {busy && !isWriting && <Spinner size="small" labelPosition="after" label={sayBusy(busy, text)} />}
      {tables.length === 0 ? <BringIn {...props} /> : <Another {...props} />}
      {ready && <Card><AsOf {...props} /></Card>}
      {ready && <Bar {...props} />}
    </>
  );
}

/** One export is mostly all: the way to more is kept small. */
function Another(props: Props) {
  const styles = useStyles();
  return (
    <details>
      <summary className={styles.another}>{props.text.pane.refresh.another}</summary>
      <BringIn {...props} />
    </details>
  );
}

function Doubts({ session, text: { pane: { refresh } }, tell }: Props) {
  const unsure = session.tables.filter(({ isSure }) => !isSure);
  const noDeals = session.tables.length > 0 && !hasDeals(session);
  if (unsure.length === 0 && !noDeals) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{[...unsure.map(({ file }) => refresh.unsure(file)), ...(noDeals ? [refresh.needsDeals] : [])].join(" ")}</MessageBarBody>
      <MessageBarActions><Button onClick={() => tell({ type: "stepChosen", step: "check" })}>{refresh.check}</Button></MessageBarActions>
    </MessageBar>
  );
}

function Bar({ session, excel, text }: Props) {
  const styles = useBarStyles();
  const { busy } = session;
  const choice = choiceOf(session);
  return (
    <div className={styles.bar}>
      {busy && isBuilding(session) && <Progress busy={busy} text={text} cancel={excel.cancel} />}
      {!isBuilding(session) && (
        <Button appearance="primary" size="large" disabledFocusable={choice === null || busy !== null} onClick={() => choice && excel.build(choice, true)}>
          {text.pane.refresh.refresh}
        </Button>
      )}
    </div>
  );
}
