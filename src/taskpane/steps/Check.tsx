// Second step: see what was recognised, correct the mapping, answer questions, read what was noticed.

import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { ArrowRight20Regular } from "@fluentui/react-icons/svg/arrow-right";
import { CheckmarkCircle24Filled } from "@fluentui/react-icons/svg/checkmark-circle";
import { Warning24Filled } from "@fluentui/react-icons/svg/warning";
import { useState } from "react";
import { sayBusy } from "../says";
import { hasDeals, isBuilding } from "../session";
import { Card } from "../Card";
import { evidenceOf } from "../evidence";
import { Findings } from "../Findings";
import { Mapping } from "../Mapping";
import { Questions } from "../Questions";
import { useBarStyles } from "../step-bar";
import type { StepProps } from "../step-props";
import { Tabs } from "../Tabs";
import { isoOf, timeOf } from "../../values";
import type { Imported, RollupShown } from "../work";

const useStyles = makeStyles({
  table: { display: "flex", flexDirection: "column", gap: "12px" },
  evidence: { display: "flex", alignItems: "center", gap: "10px", margin: 0, fontSize: "16px", lineHeight: "22px", fontWeight: 600 },
  unsure: { color: tokens.colorPaletteMarigoldForeground2, flexShrink: 0 },
  good: { color: tokens.colorBrandForeground1, flexShrink: 0 },
  because: { margin: "6px 0 0", fontSize: "12px", lineHeight: "16px", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  rows: { margin: "6px 0 0", color: tokens.colorNeutralForeground2 },
  columns: { display: "grid", gridTemplateColumns: "minmax(0, 3fr) minmax(0, 2fr)", gap: "16px", alignItems: "start", "@media (max-width: 760px)": { gridTemplateColumns: "minmax(0, 1fr)", gap: "12px" } },
});

export function Check(props: StepProps) {
  const styles = useStyles();
  const { session, text } = props;
  const [chosen, choose] = useState<string | null>(null);
  const table = session.tables.find(({ id }) => id === chosen) ?? session.tables[0];
  if (!table) return null;
  const several = session.tables.length > 1;
  return (
    <>
      {several && <Tabs label={text.pane.check.tables} panel="table" chosen={table.id} choose={choose} tabs={session.tables.map(({ id, file }) => ({ id, name: file }))} />}
      <div id="table" className={styles.table} {...(several ? { role: "tabpanel", "aria-label": table.file } : {})}>
        <Checked key={table.id} table={table} {...props} />
      </div>
      <Next {...props} />
    </>
  );
}

function Checked({ table, ...props }: StepProps & { readonly table: Imported }) {
  const styles = useStyles();
  const { text } = props;
  const { check } = text.pane;
  const because = headersThatTold(table);
  return (
    <>
      <Card>
        <p className={styles.evidence}>
          {table.isSure ? <CheckmarkCircle24Filled className={styles.good} aria-hidden /> : <Warning24Filled className={styles.unsure} aria-hidden />}
          {evidenceOf(table, text)}
        </p>
        {!table.isSure && <p className={styles.rows}>{check.unsure}</p>}
        {because.length > 0 && <p className={styles.because}>{check.because(because.map((header) => `“${header}”`).join(check.and))}</p>}
        <p className={styles.rows}>{(table.rollup ? check.records : check.rows)(table.rowsRead, table.rowsKept)}</p>
        {table.rollup && <RollupFacts rollup={table.rollup} text={text} />}
      </Card>
      {table.rollup ? <Findings table={table} {...props} /> : <Columns table={table} {...props} />}
    </>
  );
}

/** Where the groups are from, and the day they are made for: their columns cannot be read in another way. */
function RollupFacts({ rollup: { engine, place, at, asOf, leftOut }, text: { rollup, fields, pane } }: Pick<StepProps, "text"> & { readonly rollup: RollupShown }) {
  const styles = useStyles();
  const names = leftOut.map((field) => (fields as Readonly<Record<string, string>>)[field] ?? field);
  return (
    <>
      {engine !== "" && <p className={styles.because}>{rollup.made(engine, place, timeOf(at))}</p>}
      <p className={styles.because}>{rollup.asOf(isoOf(asOf))}</p>
      {names.length > 0 && <p className={styles.because}>{rollup.leftOut(names.join(pane.check.and))}</p>}
    </>
  );
}

function Columns({ table, ...props }: StepProps & { readonly table: Imported }) {
  const styles = useStyles();
  const { session, actions, text } = props;
  const disabled = isBuilding(session);
  return (
    <>
      {session.busy && disabled && <Spinner size="small" labelPosition="after" label={sayBusy(session.busy, text)} />}
      <Questions table={table} actions={actions} text={text} disabled={disabled} />
      <div className={styles.columns}>
        <Mapping
          table={table} text={text} disabled={disabled}
          mapColumn={(column, field) => actions.mapColumn(table, column, field)}
          changeObject={(object) => actions.changeObject(table, object)}
        />
        <Findings table={table} {...props} />
      </div>
    </>
  );
}

/** Those of the CRM alone come first. */
function headersThatTold({ evidence: { signs, known, forObject } }: Imported): readonly string[] {
  return [...new Set([...signs, ...known, ...forObject])].slice(0, 3);
}

function Next({ session, text, tell }: StepProps) {
  const styles = useBarStyles();
  const ready = hasDeals(session);
  return (
    <div className={styles.bar}>
      {!ready && <span>{text.pane.trouble.noDeals}</span>}
      <Button
        appearance="primary" size="large" icon={<ArrowRight20Regular />} iconPosition="after" disabledFocusable={!ready}
        onClick={() => tell({ type: "stepChosen", step: "build" })}
      >
        {text.pane.check.next}
      </Button>
    </div>
  );
}
