// Last step in Excel: what was built, where it is, what was left out, and how to undo it.

import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { ArrowCircleRight20Regular } from "@fluentui/react-icons/svg/arrow-circle-right";
import { neededFor } from "../../sheets/chosen";
import { Card } from "../Card";
import { sheetsLeftOut, sortedFindings } from "../choices";
import type { ExcelActions } from "../excel-actions";
import { RemoveBuilt } from "../RemoveBuilt";
import { sayStranded } from "../says";
import type { StepProps } from "../step-props";

const useStyles = makeStyles({
  words: { margin: 0 },
  hint: { margin: "6px 0 0", color: tokens.colorNeutralForeground2 },
  main: { marginTop: "12px" },
  links: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(130px, 1fr))", gap: "4px 8px" },
  link: { width: "100%", justifyContent: "flex-start", minWidth: 0, textAlign: "start", paddingLeft: "4px", overflowWrap: "anywhere" },
  list: { margin: 0, paddingLeft: "18px", overflowWrap: "anywhere" },
});

type Props = StepProps & { readonly excel: ExcelActions };

export function Finished(props: Props) {
  const styles = useStyles();
  const { session, excel, text } = props;
  const { done } = text.pane;
  const { built } = session;
  if (!built) return null;
  const main = built.plan.sheets.find(({ id }) => id === "dashboard") ?? built.plan.sheets[0];
  return (
    <>
      {built.stranded && <MessageBar intent="warning" layout="multiline"><MessageBarBody>{sayStranded(built.stranded, text)}</MessageBarBody></MessageBar>}
      <Card>
        <p className={styles.words}>{done.inExcel(built.plan.sheets.length, built.formulas)}</p>
        <p className={styles.hint}>{done.nextWeek}</p>
        {main && <Button appearance="primary" className={styles.main} onClick={() => excel.show(main.name)}>{done.open(main.name)}</Button>}
      </Card>
      <Card heading={done.goTo}>
        <ul className={styles.links} aria-label={done.goTo}>
          {built.plan.sheets.map(({ id, name }) => (
            <li key={id}>
              <Button appearance="subtle" className={styles.link} icon={<ArrowCircleRight20Regular />} onClick={() => excel.show(name)}>{name}</Button>
            </li>
          ))}
        </ul>
      </Card>
      <LeftOut session={session} text={text} />
      <RemoveBuilt {...props} />
    </>
  );
}

function LeftOut({ session, text }: Pick<Props, "session" | "text">) {
  const styles = useStyles();
  const { done, check } = text.pane;
  const { notChosen, needing } = sheetsLeftOut(session);
  const sheets = [
    ...needing.map((sheet) => done.sheetNeeds(text.sheets[sheet].name, (neededFor[sheet] ?? []).map((object) => text.objects[object]))),
    ...(notChosen.length > 0 ? [done.notChosen(notChosen.map((sheet) => text.sheets[sheet].name))] : []),
  ];
  const rows = session.tables.filter(({ rowsRead, rowsKept }) => rowsRead > rowsKept);
  return (
    <Card heading={done.leftOut}>
      {sheets.length + rows.length === 0 && <p className={styles.words}>{done.nothingLeftOut}</p>}
      {sheets.length > 0 && <ul className={styles.list}>{sheets.map((said) => <li key={said}>{said}</li>)}</ul>}
      {rows.map((table) => (
        <details key={table.id}>
          <summary>{done.rowsLeftOut(table.file, table.rowsRead - table.rowsKept)}</summary>
          <ul className={styles.list} aria-label={check.leftOut(table.rowsRead - table.rowsKept)}>
            {sortedFindings(table).leftOut.map((finding) => <li key={`${finding.kind} ${finding.column}`}>{text.issues[finding.kind](finding)}</li>)}
          </ul>
        </details>
      ))}
    </Card>
  );
}
