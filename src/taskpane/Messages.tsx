// What went wrong, and what a screen reader says as the work goes on.

import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { Dismiss20Regular } from "@fluentui/react-icons/svg/dismiss";
import { useEffect, useRef } from "react";
import type { Text } from "../text/en";
import type { Busy, News, Session, Trouble } from "./session";

const useStyles = makeStyles({
  // The alert must be there before it speaks; until then it takes no gap of the column.
  quiet: { marginTop: "-16px" },
  heard: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
});

interface Props {
  readonly session: Session;
  readonly text: Text;
}

export function TroubleBar({ session: { trouble }, text, dismiss }: Props & { dismiss(): void }) {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  // The button that failed may be a screen below.
  useEffect(() => {
    if (trouble) place.current?.scrollIntoView({ block: "nearest" });
  }, [trouble]);
  return (
    <div ref={place} role="alert" className={trouble ? undefined : styles.quiet}>
      {trouble && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{text.pane.trouble.title}</MessageBarTitle> {sayTrouble(trouble, text)}
          </MessageBarBody>
          <MessageBarActions
            containerAction={<Button appearance="transparent" icon={<Dismiss20Regular />} aria-label={text.pane.trouble.dismiss} onClick={dismiss} />}
          />
        </MessageBar>
      )}
    </div>
  );
}

/** The live region: progress and results, never read twice. */
export function Announcer({ session: { busy, news }, text }: Props) {
  const styles = useStyles();
  return <div role="status" aria-live="polite" className={styles.heard}>{busy ? sayBusy(busy, text) : news ? sayNews(news, text) : ""}</div>;
}

function sayTrouble(trouble: Trouble, { pane, problems }: Text): string {
  return trouble.kind === "unexpected"
    ? pane.trouble.unexpected(trouble.said)
    : [trouble, ...(trouble.others ?? [])].map(({ file, problem }) => problems[problem](file)).join(" ");
}

/** What is being done, in a sentence. */
export function sayBusy(busy: Busy, { pane }: Text): string {
  switch (busy.kind) {
    case "opening":
      return pane.data.opening(busy.file);
    case "reading":
      return pane.check.reading;
    case "planning":
      return pane.build.building;
    case "writing":
      return pane.build.writing;
  }
}

function sayNews(news: News, { pane }: Text): string {
  switch (news.kind) {
    case "opened":
      return pane.data.opened(news.file, news.rows);
    case "removed":
      return pane.data.removed(news.file);
    case "corrected":
      return pane.check.changed;
    case "filled":
      return pane.check.filled(news.column);
    case "built":
      return pane.done.title;
    case "downloaded":
      return pane.done.downloaded(news.file);
  }
}
