// The tables brought in so far.

import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Delete20Regular } from "@fluentui/react-icons/svg/delete";
import { Table24Regular } from "@fluentui/react-icons/svg/table";
import type { Text } from "../text/en";
import { Card } from "./Card";
import { evidenceOf } from "./evidence";
import type { Imported } from "./work";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "10px" },
  item: { display: "flex", alignItems: "center", gap: "10px" },
  icon: { color: tokens.colorBrandForeground1, flexShrink: 0 },
  words: { flexGrow: 1, minWidth: 0 },
  file: { display: "block", fontWeight: 600, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  evidence: { color: tokens.colorNeutralForeground2, fontSize: "13px" },
});

interface Props {
  readonly tables: readonly Imported[];
  readonly text: Text;
  readonly disabled: boolean;
  remove(table: Imported): void;
}

export function Tables({ tables, text, disabled, remove }: Props) {
  const styles = useStyles();
  return (
    <Card heading={text.pane.data.yours}>
      <ul className={styles.list}>
        {tables.map((table) => (
          <li key={table.id} className={styles.item}>
            <Table24Regular className={styles.icon} aria-hidden />
            <span className={styles.words}>
              <span className={styles.file} title={table.file}>{table.file}</span>
              <span className={styles.evidence}>{evidenceOf(table, text)}</span>
            </span>
            <Button appearance="subtle" disabledFocusable={disabled} icon={<Delete20Regular />} aria-label={text.pane.data.remove(table.file)} onClick={() => remove(table)} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
