// Third step: sheets, language, currency, days and goals; then build.

import { Button, makeStyles } from "@fluentui/react-components";
import { Card } from "../Card";
import { choiceOf, sheetsWished } from "../choices";
import { Progress } from "../Progress";
import { isBuilding } from "../session";
import { Settings } from "../Settings";
import { SheetCards } from "../SheetCards";
import { useBarStyles } from "../step-bar";
import type { StepProps } from "../step-props";

const useStyles = makeStyles({
  columns: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: "16px", alignItems: "stretch", "@media (max-width: 760px)": { gridTemplateColumns: "minmax(0, 1fr)", gap: "12px" } },
});

export function Build(props: StepProps) {
  const styles = useStyles();
  const { session, text, tell } = props;
  return (
    <>
      <div className={styles.columns}>
        <Card><SheetCards sheets={sheetsWished(session)} objects={new Set(session.tables.map(({ object }) => object))} text={text} disabled={isBuilding(session)} choose={(sheets) => tell({ type: "wished", wishes: { sheets } })} /></Card>
        <Card heading={text.pane.build.settings}><Settings {...props} /></Card>
      </div>
      <Bar {...props} />
    </>
  );
}

function Bar({ session, actions, excel, text }: StepProps) {
  const styles = useBarStyles();
  const choice = choiceOf(session);
  const { busy } = session;
  return (
    <div className={styles.bar}>
      {busy && <Progress busy={busy} text={text} {...(excel ? { cancel: excel.cancel } : {})} />}
      {!(busy && excel) && (
        <Button
          appearance="primary" size="large" disabledFocusable={choice === null || busy !== null}
          onClick={() => choice && (excel ? excel.build(choice, false) : actions.build(choice))}
        >
          {text.pane.build.build}
        </Button>
      )}
    </div>
  );
}
