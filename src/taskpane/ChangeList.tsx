// What changed since the last export: a line for each kind, with its deals behind it.

import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Text } from "../text/en";
import type { Language } from "../text/language";
import { isoOf, type CellValue, type Day } from "../values";
import { Card } from "./Card";
import { changeKinds, sumOf, type ChangedDeal, type ChangeKind } from "./changes";
import { currenciesIn } from "./choices";
import type { Session } from "./session";

const first = 20;

const useStyles = makeStyles({
  hint: { margin: "0 0 8px", color: tokens.colorNeutralForeground2 },
  kind: { borderTop: `1px solid ${tokens.colorNeutralStroke3}`, padding: "8px 0" },
  summary: { cursor: "pointer", display: "grid", gridTemplateColumns: "14px minmax(0, 1fr) auto", gap: "4px 8px", alignItems: "baseline", listStyleType: "none", "::before": { content: "'▸'", color: tokens.colorNeutralForeground2 }, "details[open] > &::before": { content: "'▾'" }, "::-webkit-details-marker": { display: "none" } },
  none: { display: "grid", gridTemplateColumns: "14px minmax(0, 1fr) auto", gap: "4px 8px", color: tokens.colorNeutralForeground2 },
  name: { fontWeight: 600 },
  sum: { fontVariantNumeric: "tabular-nums", textAlign: "end" },
  deals: { listStyleType: "none", margin: "6px 0 0", padding: "0 0 0 22px", display: "flex", flexDirection: "column", gap: "6px" },
  deal: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", gap: "0 8px", fontSize: "13px", lineHeight: "18px" },
  words: { overflowWrap: "anywhere" },
  detail: { gridColumnStart: 1, gridColumnEnd: 3, color: tokens.colorNeutralForeground2, fontSize: "12px", lineHeight: "16px" },
});

interface Props {
  readonly changes: NonNullable<Session["changes"]>;
  readonly session: Session;
  readonly text: Text;
}

export function ChangeList({ changes, session, text }: Props) {
  const styles = useStyles();
  const { refresh } = text.pane;
  if (changes === "none") return <Card heading={refresh.changes}><p className={styles.hint}>{refresh.noSnapshot}</p></Card>;
  const money = moneyIn(session.language, session.wishes.currency ?? currenciesIn(session)[0] ?? null);
  const total = changeKinds.reduce((sum, kind) => sum + changes.deals[kind].length, 0);
  return (
    <Card heading={refresh.changes}>
      <p className={styles.hint}>{[changes.since === null ? null : refresh.since(isoOf(changes.since)), refresh.nothingWritten].filter((part) => part !== null).join(" · ")}</p>
      {total === 0 ? <p>{refresh.nothing}</p> : changeKinds.map((kind) => <Kind key={kind} kind={kind} deals={changes.deals[kind]} money={money} text={text} />)}
    </Card>
  );
}

interface KindProps {
  readonly kind: ChangeKind;
  readonly deals: readonly ChangedDeal[];
  readonly text: Text;
  money(amount: number): string;
}

function Kind({ kind, deals, text, money }: KindProps) {
  const styles = useStyles();
  const { refresh } = text.pane;
  const [all, showAll] = useState(false);
  const shown = all ? deals : deals.slice(0, first);
  const name = refresh.kinds[kind];
  if (deals.length === 0) return <div className={styles.kind}><div className={styles.none}><span /><span>{name}</span><span>0</span></div></div>;
  return (
    <details className={styles.kind}>
      <summary className={styles.summary}>
        <span><span className={styles.name}>{name}</span> {refresh.count(deals.length)}</span>
        <span className={styles.sum}>{signed(kind, sumOf(kind, deals), money)}</span>
      </summary>
      <ul className={styles.deals}>
        {shown.map((deal) => <Deal key={deal.id} kind={kind} deal={deal} text={text} money={money} />)}
      </ul>
      {shown.length < deals.length && <Button appearance="subtle" size="small" onClick={() => showAll(true)}>{refresh.more(deals.length - shown.length)}</Button>}
    </details>
  );
}

function Deal({ kind, deal, text: { pane: { refresh } }, money }: Omit<KindProps, "deals"> & { readonly deal: ChangedDeal }) {
  const styles = useStyles();
  const say = (value: CellValue) => said(kind, value, refresh.empty, money);
  const way = kind === "slipped" || kind === "moved" || kind === "amount" ? refresh.from(say(deal.before), say(deal.after)) : null;
  const detail = [deal.owner, way].filter((part) => part !== null).join(" · ");
  return (
    <li className={styles.deal}>
      <span className={styles.words}>{deal.name ?? refresh.unnamed}</span>
      <span className={styles.sum}>{deal.amount === null ? "" : money(deal.amount)}</span>
      {detail !== "" && <span className={styles.detail}>{detail}</span>}
    </li>
  );
}

function said(kind: ChangeKind, value: CellValue, empty: string, money: (amount: number) => string): string {
  if (value === null || value === "") return empty;
  if (typeof value !== "number") return String(value);
  return kind === "slipped" ? isoOf(value as Day) : money(value);
}

/** A change of amounts has a sign. */
function signed(kind: ChangeKind, sum: number, money: (amount: number) => string): string {
  return kind === "amount" && sum > 0 ? `+${money(sum)}` : money(sum);
}

function moneyIn(language: Language, currency: string | null): (amount: number) => string {
  const known = currency !== null && /^[A-Z]{3}$/.test(currency);
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 0, ...(known ? { style: "currency" as const, currency } : {}) });
  return (amount) => format.format(amount);
}
