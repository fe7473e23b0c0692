// The way from a finding to its lines: the row in Excel where a range was selected, else the cells of the line right here.

import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronLeft20Regular } from "@fluentui/react-icons/svg/chevron-left";
import { ChevronRight20Regular } from "@fluentui/react-icons/svg/chevron-right";
import { useState } from "react";
import type { Text } from "../text/en";
import type { StepProps } from "./step-props";
import type { Finding, Imported, Line } from "./work";

const useStyles = makeStyles({
  way: { display: "flex", alignItems: "center", gap: "4px", flexWrap: "wrap", marginTop: "2px", marginLeft: "-8px" },
  jump: { color: tokens.colorBrandForegroundLink, ":hover": { textDecorationLine: "underline" } },
  count: { fontSize: "12px", color: tokens.colorNeutralForeground2 },
  cells: { margin: "4px 0 0", padding: "8px 10px", display: "grid", gridTemplateColumns: "minmax(0, 2fr) minmax(0, 3fr)", gap: "2px 10px", fontSize: "12px", lineHeight: "16px", backgroundColor: tokens.colorNeutralBackground2, border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  name: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  value: { margin: 0, overflowWrap: "anywhere" },
  blank: { fontStyle: "italic", color: tokens.colorNeutralForeground2 },
  meant: { fontWeight: 700, color: tokens.colorNeutralForeground1 },
});

type Props = StepProps & { readonly table: Imported; readonly finding: Finding };

export function LineJump({ table, finding, actions, excel, text }: Props) {
  const styles = useStyles();
  const { check } = text.pane;
  const { rows } = finding;
  const [at, goTo] = useState<number | null>(null);
  const [line, show] = useState<Line | null>(null);
  const { place } = table;
  const inExcel = excel !== null && place !== null;

  async function jump(index: number) {
    const found = await actions.line(table, rows[index] ?? 0);
    show(found);
    goTo(index);
    if (inExcel && found) await excel.show(place.sheet, { row: place.row + found.offset, column: place.column + Math.max(0, columnAt(table, finding)) });
  }

  const row = rows[at ?? 0] ?? 0;
  const isOpen = at !== null && !inExcel;
  return (
    <div>
      <div className={styles.way}>
        <Button appearance="transparent" size="small" className={styles.jump} aria-expanded={inExcel ? undefined : isOpen} onClick={() => (isOpen ? goTo(null) : jump(at ?? 0))}>
          {inExcel ? check.goToRow(row + place.row) : isOpen ? check.hideRow : check.showRow(row)}
        </Button>
        {at !== null && rows.length > 1 && (
          <>
            <Button appearance="subtle" size="small" icon={<ChevronLeft20Regular />} aria-label={check.before} disabledFocusable={at === 0} onClick={() => jump(at - 1)} />
            <span className={styles.count}>{check.lineOf(at + 1, rows.length)}</span>
            <Button appearance="subtle" size="small" icon={<ChevronRight20Regular />} aria-label={check.after} disabledFocusable={at === rows.length - 1} onClick={() => jump(at + 1)} />
          </>
        )}
      </div>
      {isOpen && <Cells line={line} row={row} column={finding.column} text={text} />}
    </div>
  );
}

function columnAt({ columns }: Imported, { column }: Finding): number {
  return columns.findIndex(({ header }) => header === column);
}

function Cells({ line, row, column, text: { pane: { check } } }: { readonly line: Line | null; readonly row: number; readonly column: string | null; readonly text: Text }) {
  const styles = useStyles();
  if (!line) return <p className={styles.cells}>{check.noLine}</p>;
  return (
    <dl className={styles.cells} aria-label={check.line(row)}>
      {line.cells.map(({ header, value }, at) => [
        <dt key={`name ${at}`} className={mergeClasses(styles.name, header === column && styles.meant)}>{header}</dt>,
        <dd key={`value ${at}`} className={mergeClasses(styles.value, value === "" && styles.blank, header === column && styles.meant)}>{value === "" ? check.blank : value}</dd>,
      ])}
    </dl>
  );
}
