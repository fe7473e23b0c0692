// First step: bring in tables, by paste, drop, file, selection or sample.

import { Button, makeStyles, mergeClasses, Spinner, tokens } from "@fluentui/react-components";
import { ArrowRight20Regular } from "@fluentui/react-icons/svg/arrow-right";
import { BringIn } from "../BringIn";
import { sayBusy } from "../says";
import { Samples } from "../Samples";
import { isBuilding } from "../session";
import type { StepProps } from "../step-props";
import { useBarStyles } from "../step-bar";
import { Tables } from "../Tables";

const useStyles = makeStyles({
  columns: { display: "grid", gridTemplateColumns: "minmax(0, 3fr) minmax(0, 2fr)", gap: "16px", alignItems: "start", "@media (max-width: 760px)": { gridTemplateColumns: "minmax(0, 1fr)", gap: "12px" } },
  side: { display: "flex", flexDirection: "column", gap: "12px", minWidth: 0 },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  // What was brought in is what comes next: on a narrow pane it stands before the paste box.
  first: { "@media (max-width: 760px)": { order: -1 } },
});

export function Data(props: StepProps) {
  const styles = useStyles();
  const { session, actions, text } = props;
  const hasTables = session.tables.length > 0;
  return (
    <>
      <p className={styles.hint}>{text.pane.data.hint}</p>
      <div className={styles.columns}>
        <BringIn {...props} />
        <div className={mergeClasses(styles.side, hasTables && styles.first)}>
          {session.busy && <Spinner size="small" labelPosition="after" label={sayBusy(session.busy, text)} />}
          {hasTables && <Tables tables={session.tables} text={text} disabled={isBuilding(session)} remove={actions.remove} />}
          {!hasTables && <Samples language={session.language} text={text} disabled={isBuilding(session)} open={actions.open} />}
        </div>
      </div>
      <Next {...props} />
    </>
  );
}

function Next({ session, text, tell }: StepProps) {
  const styles = useBarStyles();
  return (
    <div className={styles.bar}>
      <Button
        appearance="primary" size="large" icon={<ArrowRight20Regular />} iconPosition="after" disabledFocusable={session.tables.length === 0}
        onClick={() => tell({ type: "stepChosen", step: "check" })}
      >
        {text.pane.data.next}
      </Button>
    </div>
  );
}
