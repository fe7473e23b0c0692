// What a refresh would change: a line for each kind, with its deals behind it.

import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Change } from "../metrics/changes";
import type { WhatChanged } from "../sheets/what-changed";
import type { Text } from "../text/en";
import type { Language } from "../text/language";
import { isoOf, type CellValue, type Day } from "../values";
import { Card } from "./Card";
import { groupedChanges, type ChangeGroup, type GroupedChanges } from "./change-groups";

const first = 20;

const useStyles = makeStyles({
  hint: { margin: "0 0 8px", color: tokens.colorNeutralForeground2 },
  open: { margin: "0 0 8px", fontWeight: 600 },
  kind: { borderTop: `1px solid ${tokens.colorNeutralStroke3}`, padding: "8px 0", "&[open] > summary > span:first-child": { transform: "rotate(90deg)" } },
  head: { display: "grid", gridTemplateColumns: "14px minmax(0, 1fr) auto", gap: "4px 8px", alignItems: "baseline" },
  summary: { cursor: "pointer", listStyleType: "none", "::-webkit-details-marker": { display: "none" } },
  none: { color: tokens.colorNeutralForeground2 },
  arrow: { color: tokens.colorNeutralForeground2 },
  name: { fontWeight: 600 },
  sum: { fontVariantNumeric: "tabular-nums", textAlign: "end" },
  deals: { listStyleType: "none", margin: "6px 0 0", padding: "0 0 0 22px", display: "flex", flexDirection: "column", gap: "6px" },
  deal: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", gap: "0 8px", fontSize: "13px", lineHeight: "18px" },
  words: { overflowWrap: "anywhere" },
  detail: { gridColumnStart: 1, gridColumnEnd: 3, color: tokens.colorNeutralForeground2, fontSize: "12px", lineHeight: "16px" },
});

interface Props {
  readonly what: WhatChanged;
  readonly language: Language;
  readonly text: Text;
}

export function ChangeList({ what: { since, changes, currency }, language, text }: Props) {
  const styles = useStyles();
  const { refresh } = text.pane;
  if (since === null || !changes) return <Card heading={refresh.changes}><p className={styles.hint}>{refresh.noSnapshot}</p></Card>;
  const money = moneyIn(language, currency);
  const { before, after } = changes.open;
  return (
    <Card heading={refresh.changes}>
      <p className={styles.hint}>{refresh.since(isoOf(since))} · {refresh.nothingWritten}</p>
      <p className={styles.open}>{text.changes.bridge(money(before.amount), money(after.amount))}</p>
      {changes.unvalued > 0 && <p className={styles.hint}>{text.changes.unvalued(changes.unvalued)}</p>}
      {changes.list.length === 0 ? <p className={styles.hint}>{refresh.nothing}</p> : groupedChanges(changes).map((one) => <Group key={one.group} {...one} money={money} text={text} />)}
    </Card>
  );
}

interface GroupProps extends GroupedChanges {
  readonly text: Text;
  money(amount: number): string;
}

function Group({ group, list, sum, text, money }: GroupProps) {
  const styles = useStyles();
  const { refresh } = text.pane;
  const [all, showAll] = useState(false);
  const shown = all ? list : list.slice(0, first);
  if (list.length === 0) return <div className={mergeClasses(styles.kind, styles.head, styles.none)}><span /><span>{refresh.kinds[group]}</span><span>0</span></div>;
  return (
    <details className={styles.kind}>
      <summary className={mergeClasses(styles.head, styles.summary)}>
        <span className={styles.arrow} aria-hidden>▸</span>
        <span><span className={styles.name}>{refresh.kinds[group]}</span> · {refresh.count(list.length)}</span>
        <span className={styles.sum}>{group === "amount" && sum > 0 ? "+" : ""}{money(sum)}</span>
      </summary>
      <ul className={styles.deals}>
        {shown.map((change) => <Deal key={`${change.kind} ${change.deal.id}`} group={group} change={change} text={text} money={money} />)}
      </ul>
      {shown.length < list.length && <Button appearance="subtle" size="small" onClick={() => showAll(true)}>{refresh.more(list.length - shown.length)}</Button>}
    </details>
  );
}

/** Groups about a difference say it; the others happened or did not. */
const told: ReadonlySet<ChangeGroup> = new Set(["slipped", "pulledIn", "moved", "amount", "restated", "changedOwner"]);

function Deal({ group, change: { kind, deal, from, to, amount }, text: { pane: { refresh } }, money }: Pick<GroupProps, "group" | "text" | "money"> & { readonly change: Change }) {
  const styles = useStyles();
  const say = (value: CellValue) => said(group, value, refresh.empty, money);
  const owner = group === "changedOwner" ? null : deal.owner;
  const detail = [owner, told.has(group) ? refresh.from(say(from), say(to)) : null].filter((part) => part !== null).join(" · ");
  return (
    <li className={styles.deal}>
      <span className={styles.words}>{deal.name ?? deal.id}</span>
      <span className={styles.sum}>{amount === null ? "" : `${signOf(kind)}${money(amount)}`}</span>
      {detail !== "" && <span className={styles.detail}>{detail}</span>}
    </li>
  );
}

function signOf(kind: Change["kind"]): string {
  return kind === "increased" ? "+" : kind === "decreased" ? "−" : "";
}

function said(group: ChangeGroup, value: CellValue, empty: string, money: (amount: number) => string): string {
  if (value === null || value === "") return empty;
  if (typeof value !== "number") return String(value);
  return group === "slipped" || group === "pulledIn" ? isoOf(value as Day) : money(value);
}

function moneyIn(language: Language, currency: string): (amount: number) => string {
  const known = /^[A-Z]{3}$/.test(currency);
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 0, ...(known ? { style: "currency" as const, currency } : {}) });
  return (amount) => format.format(amount);
}
