// What was noticed in a table, in plain words: rows left out, and what to check.

import { Button, makeStyles, mergeClasses, shorthands, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Issue } from "../crm/reading";
import type { Text } from "../text/en";
import { Card } from "./Card";
import { sortedFindings } from "./session";
import type { Imported } from "./work";

const first = 6;

const useStyles = makeStyles({
  heading: { margin: "12px 0 6px", fontSize: "14px", fontWeight: 600, ":first-of-type": { marginTop: 0 } },
  list: { margin: 0, padding: 0, listStyleType: "none", display: "flex", flexDirection: "column", gap: "8px" },
  item: { paddingLeft: "10px", ...shorthands.borderLeft("3px", "solid", tokens.colorPaletteMarigoldBorder2), overflowWrap: "anywhere" },
  leftOut: { borderLeftColor: tokens.colorNeutralStroke1 },
  unmapped: { marginTop: "12px", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere", "& summary": { cursor: "pointer" } },
  fill: { marginTop: "6px", display: "block" },
});

interface Props {
  readonly table: Imported;
  readonly text: Text;
  fillDown(column: string): void;
}

export function Findings({ table, text, fillDown }: Props) {
  const styles = useStyles();
  const { check } = text.pane;
  const { leftOut, toCheck: all } = sortedFindings(table);
  const toCheck = all.filter(({ kind }) => kind !== "unmapped");
  const unmapped = all.flatMap(({ kind, column }) => (kind === "unmapped" && column !== null ? [column] : []));
  return (
    <Card heading={check.findings}>
      {leftOut.length + all.length === 0 && <p style={{ margin: 0 }}>{check.noFindings}</p>}
      <List heading={check.toCheck(toCheck.length)} findings={toCheck} quiet={false} text={text} fillDown={fillDown} />
      <List heading={check.leftOut(leftOut.length)} findings={leftOut} quiet text={text} fillDown={fillDown} />
      {unmapped.length > 0 && (
        <details className={styles.unmapped}>
          <summary>{check.unmapped(unmapped.length)}</summary>
          {unmapped.join(check.and)}
        </details>
      )}
    </Card>
  );
}

interface ListProps {
  readonly heading: string;
  readonly findings: readonly Issue[];
  readonly quiet: boolean;
  readonly text: Text;
  fillDown(column: string): void;
}

function List({ heading, findings, quiet, text, fillDown }: ListProps) {
  const styles = useStyles();
  const [all, showAll] = useState(false);
  const hidden = all ? 0 : Math.max(0, findings.length - first);
  if (findings.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{heading}</h3>
      <ul className={styles.list}>
        {findings.slice(0, findings.length - hidden).map((finding) => (
          <li key={`${finding.kind} ${finding.column}`} className={mergeClasses(styles.item, quiet && styles.leftOut)}>
            {text.issues[finding.kind](finding)}
            {finding.kind === "merged-blanks" && finding.column !== null && <FillDown column={finding.column} text={text} fill={fillDown} />}
          </li>
        ))}
      </ul>
      {hidden > 0 && <Button appearance="subtle" size="small" onClick={() => showAll(true)}>{text.pane.check.more(hidden)}</Button>}
    </>
  );
}

function FillDown({ column, text, fill }: { column: string; text: Text; fill(column: string): void }) {
  const styles = useStyles();
  return <Button size="small" className={styles.fill} onClick={() => fill(column)}>{text.pane.check.fillDown(column)}</Button>;
}
