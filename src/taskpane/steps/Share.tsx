// Before a workbook goes to those without the add-in: functions that work there, and no personal data.

import { Button, makeStyles, MessageBar, MessageBarBody, Spinner, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { Card } from "../Card";
import type { ExcelActions } from "../excel-actions";
import { RemoveBuilt } from "../RemoveBuilt";
import { SaveTemplate } from "../SaveTemplate";
import { sayNews } from "../says";
import type { News } from "../session";
import type { StepProps } from "../step-props";

const useStyles = makeStyles({
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  all: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 360px), 1fr))", gap: "12px" },
  what: { margin: "0 0 10px" },
  result: { marginTop: "10px" },
});

type Props = StepProps & { readonly excel: ExcelActions };

export function Share(props: Props) {
  const styles = useStyles();
  const { excel, session, text } = props;
  const { share } = text.pane;
  return (
    <>
      <p className={styles.hint}>{share.hint}</p>
      <div className={styles.all}>
        <Deed {...props} words={share.freeze} news="frozen" warns={[share.freeze.warning]} run={excel.freeze} />
        {session.book?.isBuilt && <SaveTemplate {...props} />}
        <Deed {...props} words={share.names} news="named" run={excel.addNames} />
        <Deed {...props} words={share.repair} news="repaired" run={excel.repair} />
        <Deed {...props} words={share.anonymise} news="anonymised" warns={[share.anonymise.warning, share.anonymise.columns]} run={() => excel.anonymise(share.anonymise.word)} />
      </div>
      {session.book?.isBuilt && <RemoveBuilt {...props} />}
    </>
  );
}

interface DeedProps extends Props {
  readonly words: { readonly title: string; readonly what: string; readonly button: string; readonly confirm?: string };
  /** What the session tells when it is done. */
  readonly news: News["kind"];
  /** Said before it is done; absent where nothing is lost by it. */
  readonly warns?: readonly string[];
  run(): void;
}

function Deed({ words, news, warns, run, session, text, ask }: DeedProps) {
  const styles = useStyles();
  const [isMine, setMine] = useState(false);
  const { busy } = session;

  function start() {
    setMine(true);
    run();
  }

  return (
    <Card heading={words.title}>
      <p className={styles.what}>{words.what}</p>
      <Button disabledFocusable={busy !== null} onClick={() => (warns ? ask({ title: words.confirm ?? words.title, sentences: warns, confirm: words.button, run: start }) : start())}>{words.button}</Button>
      {busy?.kind === "working" && isMine && <Spinner className={styles.result} size="tiny" labelPosition="after" label={text.pane.working} />}
      {session.news?.kind === news && <MessageBar className={styles.result} intent="success" layout="multiline"><MessageBarBody>{sayNews(session.news, text)}</MessageBarBody></MessageBar>}
    </Card>
  );
}
