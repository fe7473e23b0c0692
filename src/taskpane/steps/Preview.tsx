// Last step: download the workbook, and see it.

import { Button, FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownload20Regular } from "@fluentui/react-icons/svg/arrow-download";
import { useState } from "react";
import { Card } from "../Card";
import { download } from "../download";
import { paper } from "../look";
import type { StepProps } from "../step-props";
import { Tabs } from "../Tabs";
import { SheetGrid } from "../preview/SheetGrid";

const useStyles = makeStyles({
  top: { display: "flex", alignItems: "center", gap: "16px", flexWrap: "wrap" },
  summary: { flexGrow: 1, flexBasis: "280px", margin: 0 },
  buttons: { display: "flex", gap: "8px", flexWrap: "wrap" },
  preview: { padding: 0, overflow: "hidden", "@media (max-width: 480px)": { padding: 0 } },
  tabs: { padding: "0 8px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  hint: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: "13px" },
});

export function Preview({ session, actions, text, tell }: StepProps) {
  const styles = useStyles();
  const [chosen, choose] = useState<string | null>(null);
  const { built } = session;
  const sheet = built?.plan.sheets.find(({ name }) => name === chosen) ?? built?.plan.sheets[0];
  if (!built || !sheet) return null;
  const { plan } = built;
  const { done } = text.pane;

  function save(file: Uint8Array) {
    const name = `${plan.title}.xlsx`;
    download(name, file);
    tell({ type: "happened", news: { kind: "downloaded", file: name } });
  }

  return (
    <>
      <Card>
        <div className={styles.top}>
          <p className={styles.summary}>{done.summary(plan.sheets.length, built.formulas)}</p>
          <div className={styles.buttons}>
            <Button onClick={() => actions.restart(session.tables)}>{done.again}</Button>
            <Button appearance="primary" icon={<ArrowDownload20Regular />} onClick={() => built.file && save(built.file)}>{done.download}</Button>
          </div>
        </div>
      </Card>
      <p className={styles.hint}>{done.previewHint}</p>
      <Card className={styles.preview} aria-label={done.preview}>
        <Tabs
          className={styles.tabs} label={done.preview} panel="sheet" chosen={sheet.name} choose={choose}
          tabs={plan.sheets.map(({ name }) => ({ id: name, name }))}
        />
        <div id="sheet" role="tabpanel" aria-label={sheet.name}>
          <FluentProvider theme={paper}><SheetGrid key={sheet.id} sheet={sheet} book={plan} text={text} goTo={choose} /></FluentProvider>
        </div>
      </Card>
    </>
  );
}
