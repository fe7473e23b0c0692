// Name, promise and language switch.

import { makeStyles, tokens } from "@fluentui/react-components";
import type { Text } from "../text/en";
import { languageNames, languages, type Language } from "../text/language";

const useStyles = makeStyles({
  header: {
    display: "flex", alignItems: "center", gap: "12px", padding: "12px 24px 6px", backgroundColor: tokens.colorNeutralBackground1,
    "@media (max-width: 480px)": { padding: "6px 12px 0", gap: "8px" },
  },
  logo: { width: "32px", height: "32px", "@media (max-width: 480px)": { width: "24px", height: "24px" } },
  names: { flexGrow: 1, minWidth: 0, display: "flex", flexDirection: "column" },
  product: { fontSize: "18px", lineHeight: "22px", fontWeight: 700, color: tokens.colorNeutralForeground1, "@media (max-width: 480px)": { fontSize: "16px" } },
  promise: { fontSize: "12px", lineHeight: "16px", color: tokens.colorNeutralForeground2, "@media (max-width: 480px)": { display: "none" } },
  languages: { display: "flex", border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium, overflow: "hidden", flexShrink: 0 },
  language: {
    border: "none", background: "none", font: "inherit", fontSize: "13px", lineHeight: "20px", padding: "4px 10px", cursor: "pointer", color: tokens.colorNeutralForeground2,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
    "&[aria-pressed=true]": { backgroundColor: tokens.colorBrandBackground, color: tokens.colorNeutralForegroundOnBrand, fontWeight: 600 },
    "@media (max-width: 480px)": { fontSize: "12px", lineHeight: "18px", padding: "3px 8px" },
    "@media (forced-colors: active)": { "&[aria-pressed=true]": { backgroundColor: "Highlight", color: "HighlightText", forcedColorAdjust: "none" } },
  },
});

interface Props {
  readonly language: Language;
  readonly text: Text;
  choose(language: Language): void;
}

export function PaneHeader({ language, text, choose }: Props) {
  const styles = useStyles();
  return (
    <header className={styles.header}>
      <img src="assets/icon-64.png" alt="" className={styles.logo} />
      <div className={styles.names}>
        <span className={styles.product}>{text.pane.product}</span>
        <span className={styles.promise}>{text.pane.promise}</span>
      </div>
      <div role="group" aria-label={text.pane.language} className={styles.languages}>
        {languages.map((one) => (
          <button key={one} type="button" lang={one} aria-pressed={one === language} className={styles.language} onClick={() => choose(one)}>
            {languageNames[one]}
          </button>
        ))}
      </div>
    </header>
  );
}
