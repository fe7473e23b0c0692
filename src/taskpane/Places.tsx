// The parts of the pane, one click away at any time.

import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Text } from "../text/en";
import { places, type Place } from "./session";

const useStyles = makeStyles({
  bar: { backgroundColor: tokens.colorNeutralBackground1, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, padding: "0 16px", "@media (max-width: 480px)": { padding: "0 4px" } },
  list: { display: "flex", listStyleType: "none", margin: 0, padding: 0, "@media (max-width: 480px)": { justifyContent: "space-between" } },
  place: {
    font: "inherit", fontSize: "14px", lineHeight: "20px", whiteSpace: "nowrap", padding: "8px 10px 9px", cursor: "pointer", border: "none", backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2, borderBottom: "3px solid transparent",
    ":hover": { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-3px", borderRadius: "4px" },
    "@media (forced-colors: active)": { borderBottomColor: "Canvas" },
  },
  current: {
    color: tokens.colorNeutralForeground1, fontWeight: 600, borderBottomColor: tokens.colorBrandStroke1, ":hover": { borderBottomColor: tokens.colorBrandStroke1 },
    "@media (forced-colors: active)": { borderBottomColor: "Highlight", ":hover": { borderBottomColor: "Highlight" } },
  },
});

interface Props {
  readonly place: Place;
  readonly inExcel: boolean;
  readonly text: Text;
  go(place: Place): void;
}

export function Places({ place, inExcel, text: { pane }, go }: Props) {
  const styles = useStyles();
  const open = places.filter((one) => inExcel || one === "build" || one === "functions");
  return (
    <nav aria-label={pane.placesLabel} className={styles.bar}>
      <ul className={styles.list}>
        {open.map((one) => (
          <li key={one}>
            <button type="button" aria-current={one === place ? "page" : undefined} className={mergeClasses(styles.place, one === place && styles.current)} onClick={() => go(one)}>
              {pane.places[one]}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
