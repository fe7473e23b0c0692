// Undoes a build, after saying what becomes of what was typed.

import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Card } from "./Card";
import type { ExcelActions } from "./excel-actions";
import type { StepProps } from "./step-props";

const useStyles = makeStyles({
  hint: { margin: "0 0 8px", color: tokens.colorNeutralForeground2 },
});

export function RemoveBuilt({ session: { built, busy }, text: { pane }, excel, ask }: StepProps & { readonly excel: ExcelActions }) {
  const styles = useStyles();
  const { title, sheets, sheetsOfOurs, kept, own, confirm } = pane.remove;
  // Whoever opens a workbook built before has not been told the names of its sheets.
  const going = built ? sheets(built.plan.sheets.map(({ name }) => name).join(pane.check.and)) : sheetsOfOurs;
  return (
    <Card>
      <p className={styles.hint}>{pane.done.removeHint}</p>
      <Button disabledFocusable={busy !== null} onClick={() => ask({ title, confirm, sentences: [going, kept, own], run: excel.removeBuilt })}>{pane.done.remove}</Button>
    </Card>
  );
}
