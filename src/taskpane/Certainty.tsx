// How sure a reading is: a word, and a bar of three parts beside it.

import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Text } from "../text/en";
import type { Why } from "./work";

const useStyles = makeStyles({
  all: { display: "flex", alignItems: "center", gap: "6px", fontSize: "12px", lineHeight: "16px", color: tokens.colorNeutralForeground2 },
  bar: { display: "flex", gap: "2px", flexShrink: 0 },
  part: { width: "7px", height: "6px", borderRadius: "2px", boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStrokeAccessible}` },
  full: { backgroundColor: tokens.colorBrandBackground, boxShadow: "none", "@media (forced-colors: active)": { backgroundColor: "CanvasText", forcedColorAdjust: "none" } },
  why: { fontWeight: 400, color: tokens.colorNeutralForeground2 },
  doubtful: { color: tokens.colorNeutralForeground1, fontWeight: 600 },
});

/** From here on a reading is sure, and likely. */
const sureFrom = 0.75;
const likelyFrom = 0.45;

export function Certainty({ why, text: { pane: { check }, mapping } }: { readonly why: Why; readonly text: Text }) {
  const styles = useStyles();
  const level = levelOf(why);
  const full = { said: 3, sure: 3, likely: 2, doubtful: 1 }[level];
  const word = check.confidence[level];
  return (
    <span className={mergeClasses(styles.all, level === "doubtful" && styles.doubtful)} title={`${mapping.evidence[why.kind]} (${Math.round(why.confidence * 100)}%)`}>
      <span className={styles.bar} aria-hidden>
        {[1, 2, 3].map((part) => <span key={part} className={mergeClasses(styles.part, part <= full && styles.full)} />)}
      </span>
      <span>{word}{level !== "said" && <span className={styles.why}> · {check.evidenceKinds[why.kind]}</span>}</span>
    </span>
  );
}

function levelOf({ kind, confidence }: Why): keyof Text["pane"]["check"]["confidence"] {
  if (kind === "said") return "said";
  return confidence >= sureFrom ? "sure" : confidence >= likelyFrom ? "likely" : "doubtful";
}

