// What went wrong, what is offered, and what a screen reader says as the work goes on.

import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { Dismiss20Regular } from "@fluentui/react-icons/svg/dismiss";
import { useEffect, useRef } from "react";
import type { Text } from "../text/en";
import { isCancelled, newsToShow, sayNews, sayTrouble, speakBusy } from "./says";
import type { Session } from "./session";

const useStyles = makeStyles({
  // The alert must be there before it speaks; until then it takes no gap of the column.
  quiet: { marginTop: "-16px", "@media (max-width: 480px)": { marginTop: "-12px" } },
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
  const stopped = trouble !== null && isCancelled(trouble);
  return (
    <div ref={place} role="alert" className={trouble ? undefined : styles.quiet}>
      {trouble && (
        <MessageBar intent={stopped ? "warning" : "error"} layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{stopped ? text.pane.trouble.stopped : text.pane.trouble.title}</MessageBarTitle> {sayTrouble(trouble, text)}
          </MessageBarBody>
          <Dismiss text={text} dismiss={dismiss} />
        </MessageBar>
      )}
    </div>
  );
}

/** What happened and can be seen nowhere else. */
export function NewsBar({ session, text, dismiss }: Props & { dismiss(): void }) {
  const news = newsToShow(session);
  return news && (
    <MessageBar intent={news.kind === "putBack" && !news.isWhole ? "warning" : "success"} layout="multiline">
      <MessageBarBody>{sayNews(news, text)}</MessageBarBody>
      <Dismiss text={text} dismiss={dismiss} />
    </MessageBar>
  );
}

/** Offers back what was typed when a run died, and says that it is kept where the sheets were removed. */
export function LeftBar({ session: { book, busy }, text: { pane }, putBack }: Props & { putBack(): void }) {
  if (book === null || book.leftOn === null) return null;
  if (!book.isBuilt) return <MessageBar intent="info" layout="multiline"><MessageBarBody>{pane.left.kept(book.leftOn)}</MessageBarBody></MessageBar>;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody><MessageBarTitle>{pane.left.title}</MessageBarTitle> {pane.left.safe(book.leftOn)}</MessageBarBody>
      <MessageBarActions><Button disabledFocusable={busy !== null} onClick={putBack}>{pane.left.putBack}</Button></MessageBarActions>
    </MessageBar>
  );
}

function Dismiss({ text, dismiss }: { readonly text: Text; dismiss(): void }) {
  return (
    <MessageBarActions containerAction={<Button appearance="transparent" icon={<Dismiss20Regular />} aria-label={text.pane.trouble.dismiss} onClick={dismiss} />} />
  );
}

/** The live region: progress and results, never read twice. */
export function Announcer({ session: { busy, news }, text }: Props) {
  const styles = useStyles();
  return <div role="status" aria-live="polite" className={styles.heard}>{busy ? speakBusy(busy, text) : news ? sayNews(news, text) : ""}</div>;
}
