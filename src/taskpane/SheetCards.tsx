// The sheets to choose from, as cards with a picture each.

import { Button, Checkbox, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ObjectKind } from "../crm/reading";
import { chosenSheets, isServed, neededFor, sheetGroups, type ChosenSheet, type SheetGroup } from "../sheets/chosen";
import type { Text } from "../text/en";
import { Thumbnail } from "./Thumbnail";

const useStyles = makeStyles({
  sheets: { border: "none", margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, marginBottom: "8px", fontSize: "16px", lineHeight: "22px", fontWeight: 600 },
  group: { margin: "4px 0 6px", fontSize: "13px", lineHeight: "18px", fontWeight: 600, color: tokens.colorNeutralForeground2 },
  quick: { display: "flex", gap: "8px", marginBottom: "8px", flexWrap: "wrap" },
  needs: { display: "block", marginTop: "4px" },
  cards: { display: "grid", gridTemplateColumns: "repeat(2, minmax(0, 1fr))", gap: "10px", marginBottom: "8px" },
  card: {
    display: "flex", flexDirection: "column", padding: "8px", borderRadius: tokens.borderRadiusLarge, border: `1px solid ${tokens.colorNeutralStroke1}`, cursor: "pointer", position: "relative",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-within": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  chosen: { boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke1}`, ...borders(tokens.colorBrandStroke1) },
  check: { marginLeft: "-8px", "& label": { fontWeight: 600, paddingTop: "6px", paddingBottom: "2px" } },
  hint: { color: tokens.colorNeutralForeground2, fontSize: "12px", lineHeight: "16px" },
  wrong: { color: tokens.colorPaletteRedForeground1 },
});

interface Props {
  readonly sheets: readonly ChosenSheet[];
  /** What was brought. */
  readonly objects: ReadonlySet<ObjectKind>;
  readonly text: Text;
  readonly disabled: boolean;
  /** Null: those that what was brought serves. */
  choose(sheets: readonly ChosenSheet[] | null): void;
}

export function SheetCards({ sheets, objects, text, disabled, choose }: Props) {
  const styles = useStyles();
  const { build } = text.pane;
  const toggle = (sheet: ChosenSheet) => choose(chosenSheets.filter((one) => sheets.includes(one) !== (one === sheet)));
  return (
    <fieldset className={styles.sheets}>
      <legend className={styles.legend}>{build.sheets}</legend>
      <div className={styles.quick}>
        <Button size="small" disabledFocusable={disabled} onClick={() => choose(null)}>{build.suggested}</Button>
        <Button size="small" disabledFocusable={disabled} onClick={() => choose(chosenSheets.filter((sheet) => isServed(sheet, objects)))}>{build.allServed}</Button>
      </div>
      {(Object.keys(sheetGroups) as SheetGroup[]).map((group) => (
        <div key={group} role="group" aria-labelledby={`group ${group}`}>
          <p id={`group ${group}`} className={styles.group}>{build.groups[group]}</p>
          <div className={styles.cards}>
            {sheetGroups[group].map((sheet) => (
              <div key={sheet} className={mergeClasses(styles.card, sheets.includes(sheet) && styles.chosen)} onClick={(event) => disabled || event.target instanceof HTMLInputElement || toggle(sheet)}>
                <Thumbnail sheet={sheet} />
                <Checkbox className={styles.check} disabled={disabled} checked={sheets.includes(sheet)} onChange={() => toggle(sheet)} label={text.sheets[sheet].name} aria-describedby={`about ${sheet}`} />
                <span id={`about ${sheet}`} className={styles.hint}>
                  {text.sheets[sheet].purpose}{!isServed(sheet, objects) && <em className={styles.needs}>{build.needs((neededFor[sheet] ?? []).map((object) => text.objects[object]))}</em>}
                </span>
              </div>
            ))}
          </div>
        </div>
      ))}
      {sheets.length === 0 ? <span role="alert" className={styles.wrong}>{build.oneSheet}</span> : <span className={styles.hint}>{build.sheetsHint}</span>}
    </fieldset>
  );
}

function borders(colour: string) {
  return { borderTopColor: colour, borderRightColor: colour, borderBottomColor: colour, borderLeftColor: colour };
}
