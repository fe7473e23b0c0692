// What only the user knows of a table: blanks under a value, and dates that can be read in two ways.

import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { DateOrder } from "../crm/readers/day";
import type { Text } from "../text/en";
import type { Actions } from "./actions";
import { Card } from "./Card";
import type { Finding, Imported } from "./work";

const orders = ["dmy", "mdy"] as const satisfies readonly DateOrder[];

const useStyles = makeStyles({
  question: { margin: "0 0 12px", ":last-child": { marginBottom: 0 } },
  words: { margin: "0 0 8px", overflowWrap: "anywhere" },
  answers: { display: "flex", flexWrap: "wrap", gap: "8px" },
  answer: { "&[aria-pressed=true]": { fontWeight: 600, backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2 }, "@media (forced-colors: active)": { "&[aria-pressed=true]": { borderTopWidth: "3px", borderBottomWidth: "3px" } } },
});

interface Props {
  readonly table: Imported;
  readonly actions: Actions;
  readonly text: Text;
  readonly disabled: boolean;
}

export function Questions({ table, actions, text, disabled }: Props) {
  const [left, leave] = useState<readonly string[]>([]);
  const blanks = table.findings.filter(({ kind, column }) => kind === "merged-blanks" && column !== null && !left.includes(column));
  const days = new Set([...table.findings.flatMap(({ kind, column }) => (kind === "date-order-assumed" && column !== null ? [column] : [])), ...Object.keys(table.dateOrders)]);
  if (blanks.length === 0 && days.size === 0) return null;
  return (
    <Card heading={text.pane.check.questions}>
      {[...days].map((column) => <Order key={column} table={table} column={column} text={text} disabled={disabled} choose={(order) => actions.orderDays(table, column, order)} />)}
      {blanks.map((finding) => (
        <Blanks key={finding.column} finding={finding} text={text} disabled={disabled} fill={(column) => actions.fillDown(table, column)} leave={(column) => leave([...left, column])} />
      ))}
    </Card>
  );
}

interface OrderProps {
  readonly table: Imported;
  readonly column: string;
  readonly text: Text;
  readonly disabled: boolean;
  choose(order: DateOrder): void;
}

/** The answer can be changed after it was given. */
function Order({ table, column, text: { pane: { check } }, disabled, choose }: OrderProps) {
  const styles = useStyles();
  const example = table.columns.find(({ header }) => header === column)?.examples.find(isOpen);
  const assumed = table.findings.find((finding) => finding.kind === "date-order-assumed" && finding.column === column)?.found;
  const now = table.dateOrders[column] ?? (assumed === "M/D/Y" ? "mdy" : "dmy");
  const question = example ? check.orderQuestion(column, example) : check.orderQuestionNoExample(column);
  return (
    <div className={styles.question}>
      <p className={styles.words}>{question}</p>
      <div role="group" aria-label={question} className={styles.answers}>
        {orders.map((order) => (
          <Button key={order} className={styles.answer} aria-pressed={order === now} disabledFocusable={disabled} onClick={() => choose(order)}>{check.order[order]}{example && `: ${readAs(example, order)}`}</Button>
        ))}
      </div>
    </div>
  );
}

interface BlanksProps {
  readonly finding: Finding;
  readonly text: Text;
  readonly disabled: boolean;
  fill(column: string): void;
  leave(column: string): void;
}

function Blanks({ finding: { column, count }, text: { pane: { check } }, disabled, fill, leave }: BlanksProps) {
  const styles = useStyles();
  if (column === null) return null;
  return (
    <div className={styles.question}>
      <p className={styles.words}>{check.fillQuestion(column, count)}</p>
      <div role="group" aria-label={check.fillQuestion(column, count)} className={styles.answers}>
        <Button className={styles.answer} disabledFocusable={disabled} onClick={() => fill(column)}>{check.fill}</Button>
        <Button className={styles.answer} disabledFocusable={disabled} onClick={() => leave(column)}>{check.leave}</Button>
      </div>
    </div>
  );
}

const numericDay = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})\b/;

/** Whether both parts can be a month. */
function isOpen(text: string): boolean {
  const [, first, , second] = numericDay.exec(text) ?? [];
  return first !== undefined && Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second);
}

/** `2026-04-03`, which can be read in one way only. */
function readAs(text: string, order: DateOrder): string {
  const [, first = "", , second = "", year = ""] = numericDay.exec(text) ?? [];
  const [month, day] = order === "mdy" ? [first, second] : [second, first];
  return [year.length === 2 ? `20${year}` : year, month.padStart(2, "0"), day.padStart(2, "0")].join("-");
}
