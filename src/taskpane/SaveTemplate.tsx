// A template out of the open workbook, to download or to copy: some Excels let an add-in save no file.

import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody, Spinner } from "@fluentui/react-components";
import { useState } from "react";
import { Card } from "./Card";
import { copyText } from "./copy";
import { downloadText } from "./download";
import type { ExcelActions } from "./excel-actions";
import type { StepProps } from "./step-props";

const useStyles = makeStyles({
  what: { margin: "0 0 10px" },
  name: { marginBottom: "10px" },
  result: { marginTop: "10px" },
  deeds: { display: "flex", gap: "8px", marginTop: "8px", flexWrap: "wrap" },
});

export function SaveTemplate({ excel, session, text }: StepProps & { readonly excel: ExcelActions }) {
  const styles = useStyles();
  const { template: words } = text.pane.share;
  const [title, setTitle] = useState("");
  const [isMine, setMine] = useState(false);
  const [isCopied, setCopied] = useState<boolean | null>(null);
  const { busy, news } = session;
  const saved = news?.kind === "templateSaved" ? news : null;

  function save() {
    setMine(true);
    setCopied(null);
    void excel.saveTemplate(title.trim() === "" ? words.untitled : title.trim(), text.template.madeFrom(words.title));
  }

  return (
    <Card heading={words.title}>
      <p className={styles.what}>{words.what}</p>
      <Field label={words.name} className={styles.name}>
        <Input value={title} placeholder={words.untitled} onChange={(_, { value }) => setTitle(value)} />
      </Field>
      <Button disabledFocusable={busy !== null} onClick={save}>{words.button}</Button>
      {busy?.kind === "working" && isMine && <Spinner className={styles.result} size="tiny" labelPosition="after" label={text.pane.working} />}
      {saved && (
        <MessageBar className={styles.result} intent="success" layout="multiline">
          <MessageBarBody>
            {words.done(saved.tables)}{saved.leftOut > 0 && ` ${words.leftOut(saved.leftOut)}`}
            <div className={styles.deeds}>
              <Button size="small" onClick={() => downloadText(words.file, saved.content)}>{words.download}</Button>
              <Button size="small" onClick={() => void copyText(saved.content).then(setCopied)}>{words.copy}</Button>
            </div>
            {isCopied !== null && (isCopied ? words.copied : words.notCopied)}
          </MessageBarBody>
        </MessageBar>
      )}
    </Card>
  );
}
