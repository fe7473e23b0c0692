// Where the user is, and where they can go.

import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Text } from "../text/en";
import { reachable, steps, type Session, type Step } from "./session";

const useStyles = makeStyles({
  list: { display: "flex", gap: "8px", listStyleType: "none", margin: 0, padding: 0 },
  item: { flexGrow: 1, flexBasis: 0, minWidth: 0 },
  step: {
    width: "100%", font: "inherit", fontSize: "13px", display: "flex", alignItems: "center", gap: "8px", padding: "8px 2px", textAlign: "start",
    background: "none", border: "none", borderTop: `3px solid ${tokens.colorNeutralStroke1}`, color: tokens.colorNeutralForeground2, cursor: "pointer",
    ":disabled": { cursor: "default", color: tokens.colorNeutralForeground3 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px", borderRadius: "2px" },
    "@media (max-width: 480px)": { gap: "4px", fontSize: "12px" },
  },
  reached: { borderTopColor: tokens.colorBrandStroke1, "@media (forced-colors: active)": { borderTopColor: "Highlight" } },
  current: { color: tokens.colorBrandForeground1, fontWeight: 600 },
  number: { fontVariantNumeric: "tabular-nums", "@media (max-width: 360px)": { display: "none" } },
  name: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

interface Props {
  readonly session: Session;
  readonly text: Text;
  go(step: Step): void;
}

export function Steps({ session, text, go }: Props) {
  const styles = useStyles();
  const open = reachable(session);
  const at = steps.indexOf(session.step);
  return (
    <nav aria-label={text.pane.stepsLabel}>
      <ol className={styles.list}>
        {steps.map((step, index) => (
          <li key={step} className={styles.item}>
            <button
              type="button"
              className={mergeClasses(styles.step, index <= at && styles.reached, index === at && styles.current)}
              disabled={!open.has(step)}
              aria-current={index === at ? "step" : undefined}
              onClick={() => go(step)}
            >
              <span className={styles.number} aria-hidden>{index + 1}</span>
              <span className={styles.name}>{text.pane.steps[step]}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
