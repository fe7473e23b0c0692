// What was noticed in a table, in plain words: rows left out, and what to check, each with a way to its line.

import { Button, makeStyles, mergeClasses, shorthands, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { Card } from "./Card";
import { sortedFindings } from "./choices";
import { LineJump } from "./LineJump";
import type { StepProps } from "./step-props";
import type { Finding, Imported } from "./work";

const first = 6;

const useStyles = makeStyles({
  heading: { margin: "12px 0 6px", fontSize: "14px", fontWeight: 600, ":first-of-type": { marginTop: 0 } },
  list: { margin: 0, padding: 0, listStyleType: "none", display: "flex", flexDirection: "column", gap: "10px" },
  item: { paddingLeft: "10px", ...shorthands.borderLeft("3px", "solid", tokens.colorPaletteMarigoldBorder2), overflowWrap: "anywhere" },
  leftOut: { borderLeftColor: tokens.colorNeutralStroke1 },
  unmapped: { marginTop: "12px", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere", "& summary": { cursor: "pointer" } },
  none: { margin: 0 },
});

type Props = StepProps & { readonly table: Imported };

export function Findings(props: Props) {
  const styles = useStyles();
  const { table, text: { pane: { check } } } = props;
  const { leftOut, toCheck: all } = sortedFindings(table);
  const toCheck = all.filter(({ kind }) => kind !== "unmapped");
  const unmapped = all.flatMap(({ kind, column }) => (kind === "unmapped" && column !== null ? [column] : []));
  return (
    <Card heading={check.findings}>
      {leftOut.length + all.length === 0 && <p className={styles.none}>{check.noFindings}</p>}
      <List {...props} heading={check.toCheck(toCheck.length)} findings={toCheck} />
      <List {...props} heading={check.leftOut(leftOut.length)} findings={leftOut} quiet />
      {unmapped.length > 0 && (
        <details className={styles.unmapped}>
          <summary>{check.unmapped(unmapped.length)}</summary>
          {unmapped.join(check.and)}
        </details>
      )}
    </Card>
  );
}

function List({ heading, findings, quiet = false, ...props }: Props & { readonly heading: string; readonly findings: readonly Finding[]; readonly quiet?: boolean }) {
  const styles = useStyles();
  const { text } = props;
  const [all, showAll] = useState(false);
  const hidden = all ? 0 : Math.max(0, findings.length - first);
  if (findings.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{heading}</h3>
      <ul className={styles.list}>
        {findings.slice(0, findings.length - hidden).map((finding) => (
          <li key={`${finding.kind} ${finding.column} ${finding.found}`} className={mergeClasses(styles.item, quiet && styles.leftOut)}>
            {text.issues[finding.kind](finding)}
            {finding.rows.length > 0 && <LineJump {...props} finding={finding} />}
          </li>
        ))}
      </ul>
      {hidden > 0 && <Button appearance="subtle" size="small" onClick={() => showAll(true)}>{text.pane.check.more(hidden)}</Button>}
    </>
  );
}
