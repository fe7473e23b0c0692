// First step: bring in tables, by paste, drop, file or sample.

import { Button, Field, makeStyles, mergeClasses, shorthands, Spinner, Textarea, tokens } from "@fluentui/react-components";
import { ArrowRight20Regular } from "@fluentui/react-icons/svg/arrow-right";
import { FolderOpen20Regular } from "@fluentui/react-icons/svg/folder-open";
import { useRef, useState, type ClipboardEvent, type DragEvent } from "react";
import type { StepProps } from "../App";
import { Card } from "../Card";
import { filesOf, sourcesOf } from "../clipboard";
import { sayBusy } from "../Messages";
import { Samples } from "../Samples";
import { Tables } from "../Tables";
import type { Source } from "../work";

const useStyles = makeStyles({
  columns: { display: "grid", gridTemplateColumns: "minmax(0, 3fr) minmax(0, 2fr)", gap: "16px", alignItems: "start", "@media (max-width: 760px)": { gridTemplateColumns: "minmax(0, 1fr)" } },
  side: { display: "flex", flexDirection: "column", gap: "16px", minWidth: 0 },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  paste: { minHeight: "148px", backgroundColor: tokens.colorNeutralBackground2, ...shorthands.borderStyle("dashed") },
  over: { outline: `2px dashed ${tokens.colorBrandStroke1}`, outlineOffset: "-6px" },
  files: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px 12px", marginTop: "14px" },
  kinds: { color: tokens.colorNeutralForeground2, fontSize: "12px" },
  bar: { display: "flex", justifyContent: "flex-end" },
});

export function Data({ session, actions, text, tell }: StepProps) {
  const styles = useStyles();
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { data } = text.pane;

  async function open(sources: Promise<readonly Source[]>) {
    await actions.open(sources);
  }

  function paste(event: ClipboardEvent) {
    event.preventDefault();
    void open(sourcesOf(event.clipboardData, data.pasted));
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void open(sourcesOf(event.dataTransfer, data.pasted));
  }

  return (
    <>
      <p className={styles.hint}>{data.hint}</p>
      <div className={styles.columns}>
        <Card
          className={mergeClasses(over && styles.over)}
          onDragOver={(event) => { event.preventDefault(); setOver(true); }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <Field label={data.pasteLabel} hint={data.pasteHint} size="large">
            <Textarea className={styles.paste} placeholder={data.pasteHere} textarea={{ spellCheck: false, rows: 6 }} value="" onChange={() => undefined} onPaste={paste} />
          </Field>
          <div className={styles.files}>
            <span>{data.dropHere}</span>
            <Button icon={<FolderOpen20Regular />} onClick={() => chooser.current?.click()}>{data.choose}</Button>
            <span className={styles.kinds}>{data.kinds}</span>
            <input
              ref={chooser} type="file" hidden multiple accept=".csv,.tsv,.txt,.xlsx,.xls"
              onChange={({ target }) => { void open(filesOf([...(target.files ?? [])])); target.value = ""; }}
            />
          </div>
        </Card>
        <div className={styles.side}>
          {session.busy && <Spinner size="small" labelPosition="after" label={sayBusy(session.busy, text)} />}
          {session.tables.length > 0 && <Tables tables={session.tables} text={text} remove={actions.remove} />}
          <Samples language={session.language} text={text} open={open} />
        </div>
      </div>
      <div className={styles.bar}>
        <Button
          appearance="primary" size="large" icon={<ArrowRight20Regular />} iconPosition="after" disabledFocusable={session.tables.length === 0}
          onClick={() => tell({ type: "stepChosen", step: "check" })}
        >
          {data.next}
        </Button>
      </div>
    </>
  );
}
