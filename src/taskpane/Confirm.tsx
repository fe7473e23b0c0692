// Asks before something that cannot be undone. (The browser's own dialog: Fluent's leaves focusable dummies that axe objects to.)

import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { Question } from "./step-props";

const useStyles = makeStyles({
  dialog: {
    boxSizing: "border-box", width: "min(440px, calc(100vw - 24px))", padding: "20px", border: `1px solid ${tokens.colorTransparentStroke}`, borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow64, backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1,
    "::backdrop": { backgroundColor: "rgba(0, 0, 0, 0.4)" },
  },
  title: { margin: "0 0 10px", fontSize: "18px", lineHeight: "24px", fontWeight: 600 },
  sentence: { margin: "0 0 10px" },
  answers: { display: "flex", flexWrap: "wrap", justifyContent: "flex-end", gap: "8px", marginTop: "16px", "@media (max-width: 480px)": { "& button": { flexGrow: 1 } } },
});

interface Props {
  readonly question: Question;
  readonly cancel: string;
  /** The question has been answered. */
  close(): void;
}

export function Confirm({ question: { title, sentences, confirm, run }, cancel, close }: Props) {
  const styles = useStyles();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} role="alertdialog" aria-labelledby="question" aria-describedby="consequences" className={styles.dialog} onClose={close}>
      <h2 id="question" className={styles.title}>{title}</h2>
      <div id="consequences">{sentences.map((sentence) => <p key={sentence} className={styles.sentence}>{sentence}</p>)}</div>
      <div className={styles.answers}>
        <Button onClick={() => dialog.current?.close()}>{cancel}</Button>
        <Button appearance="primary" onClick={() => { dialog.current?.close(); run(); }}>{confirm}</Button>
      </div>
    </dialog>
  );
}
