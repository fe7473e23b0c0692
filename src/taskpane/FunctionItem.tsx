// One custom function: what it does at a glance, its arguments and an example when opened.

import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowImport20Regular } from "@fluentui/react-icons/svg/arrow-import";
import { Copy20Regular } from "@fluentui/react-icons/svg/copy";
import { useState } from "react";
import { copyText } from "./copy";
import type { ListedFunction } from "./function-list";
import { sayNews } from "./says";
import type { StepProps } from "./step-props";

const useStyles = makeStyles({
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke3}`, ":first-child": { borderTop: "none" } },
  head: {
    display: "block", width: "100%", font: "inherit", textAlign: "start", border: "none", background: "none", color: "inherit", padding: "8px 4px", cursor: "pointer", borderRadius: tokens.borderRadiusMedium,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  id: { display: "block", fontWeight: 600, fontSize: "14px", lineHeight: "20px" },
  what: { display: "block", fontSize: "13px", lineHeight: "18px", color: tokens.colorNeutralForeground2 },
  body: { padding: "0 4px 12px" },
  part: { margin: "8px 0 2px", fontSize: "12px", fontWeight: 600, color: tokens.colorNeutralForeground2 },
  code: { display: "block", fontFamily: tokens.fontFamilyMonospace, fontSize: "12px", lineHeight: "18px", padding: "6px 8px", backgroundColor: tokens.colorNeutralBackground3, borderRadius: tokens.borderRadiusMedium, overflowWrap: "anywhere" },
  arguments: { margin: 0, fontSize: "13px", lineHeight: "18px" },
  name: { fontWeight: 600, marginTop: "4px" },
  optional: { fontWeight: 400, color: tokens.colorNeutralForeground2 },
  meaning: { margin: 0, overflowWrap: "anywhere" },
  ways: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px 12px", marginTop: "8px" },
  said: { margin: "6px 0 0", color: tokens.colorPaletteGreenForeground1 },
});

type Props = StepProps & { readonly one: ListedFunction };

export function FunctionItem(props: Props) {
  const styles = useStyles();
  const { one } = props;
  const [isOpen, open] = useState(false);
  return (
    <li className={styles.item}>
      <button type="button" aria-expanded={isOpen} className={styles.head} onClick={() => open(!isOpen)}>
        <span className={styles.id}>{one.id}</span>
        <span className={styles.what}>{one.description}</span>
      </button>
      {isOpen && <Details {...props} />}
    </li>
  );
}

function Details({ one, session, excel, text: { pane: { functions } }, text, tell }: Props) {
  const styles = useStyles();
  const [isMine, setMine] = useState(false);
  const { news, busy } = session;

  function insert() {
    setMine(true);
    void excel?.insert(one.example);
  }

  function copy() {
    setMine(true);
    void copyText(one.example).then((isCopied) => tell({ type: "happened", news: { kind: isCopied ? "copied" : "notCopied" } }));
  }

  return (
    <div className={styles.body}>
      <code className={styles.code}>{one.syntax}</code>
      <p className={styles.part}>{functions.arguments}</p>
      <dl className={styles.arguments}>
        {one.arguments.map(({ name, description, optional }) => (
          <div key={name}>
            <dt className={styles.name}>{name} {optional && <span className={styles.optional}>({functions.optional})</span>}</dt>
            <dd className={styles.meaning}>{description}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.part}>{functions.example}</p>
      <code className={styles.code}>{one.example}</code>
      <div className={styles.ways}>
        {excel
          ? <Button icon={<ArrowImport20Regular />} disabledFocusable={busy !== null} onClick={insert}>{functions.insert}</Button>
          : <Button icon={<Copy20Regular />} onClick={copy}>{functions.copy}</Button>}
        <Link href={one.helpUrl} target="_blank" rel="noopener" aria-label={functions.helpOf(one.id)}>{functions.help}</Link>
      </div>
      {isMine && (news?.kind === "inserted" || news?.kind === "copied" || news?.kind === "notCopied") && <p className={styles.said}>{sayNews(news, text)}</p>}
    </div>
  );
}
