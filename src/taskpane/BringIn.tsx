// How tables come in: pasted, dropped, chosen as files, or selected in Excel.

import { Button, Field, makeStyles, mergeClasses, shorthands, Textarea, tokens } from "@fluentui/react-components";
import { FolderOpen20Regular } from "@fluentui/react-icons/svg/folder-open";
import { TableCursor20Regular } from "@fluentui/react-icons/svg/table-cursor";
import { useRef, useState, type ClipboardEvent, type DragEvent } from "react";
import { Card } from "./Card";
import { filesOf, sourcesOf } from "./clipboard";
import { isBuilding } from "./session";
import type { StepProps } from "./step-props";

const useStyles = makeStyles({
  paste: { minHeight: "148px", backgroundColor: tokens.colorNeutralBackground2, ...shorthands.borderStyle("dashed"), "@media (max-width: 480px)": { minHeight: "84px" } },
  over: { outline: `2px dashed ${tokens.colorBrandStroke1}`, outlineOffset: "-6px" },
  ways: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px 12px", marginTop: "12px", "@media (max-width: 480px)": { "& button": { flexGrow: 1 } } },
  kinds: { color: tokens.colorNeutralForeground2, fontSize: "12px", flexBasis: "100%" },
});

export function BringIn({ session, actions, excel, text }: StepProps) {
  const styles = useStyles();
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { data } = text.pane;
  const disabled = isBuilding(session);

  function paste(event: ClipboardEvent) {
    event.preventDefault();
    void actions.open(sourcesOf(event.clipboardData, data.pasted));
  }

  // On the element itself: Excel's answer may take this part away while the user is still looking for the file.
  function keepChooser(input: HTMLInputElement | null) {
    chooser.current = input;
    if (!input) return;
    input.onchange = () => {
      void actions.open(filesOf([...(input.files ?? [])]));
      input.value = "";
    };
  }

  // What is dropped on a page that does not take it is opened in its place.
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!disabled) void actions.open(sourcesOf(event.dataTransfer, data.pasted));
  }

  return (
    <Card
      className={mergeClasses(over && styles.over)}
      onDragOver={(event) => { event.preventDefault(); setOver(!disabled); }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Field label={data.pasteLabel} hint={data.pasteHint} size="large">
        <Textarea className={styles.paste} placeholder={data.pasteHere} disabled={disabled} textarea={{ spellCheck: false, rows: 3 }} value="" onChange={() => undefined} onPaste={paste} />
      </Field>
      <div className={styles.ways}>
        {excel && <Button icon={<TableCursor20Regular />} disabledFocusable={disabled} onClick={() => actions.open(excel.selected())}>{data.selection}</Button>}
        <Button icon={<FolderOpen20Regular />} disabledFocusable={disabled} onClick={() => chooser.current?.click()}>{data.choose}</Button>
        <span className={styles.kinds}>{data.dropHere} · {data.kinds}</span>
        <input ref={keepChooser} type="file" hidden multiple accept=".csv,.tsv,.txt,.xlsx,.xls,.json" />
      </div>
    </Card>
  );
}
