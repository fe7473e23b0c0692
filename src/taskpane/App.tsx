// The pane: four steps from an export to a workbook.

import { FluentProvider, makeStyles, mergeClasses, Spinner, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useEffect, useMemo, useReducer, useRef } from "react";
import { textIn, type Language } from "../text/language";
import type { Day } from "../values";
import { actionsOf } from "./actions";
import { useLook } from "./look";
import { Announcer, TroubleBar } from "./Messages";
import { PaneHeader } from "./PaneHeader";
import { newSession, nextSession, type Session, type SessionEvent } from "./session";
import { Data } from "./steps/Data";
import { Steps } from "./Steps";
import type { Work } from "./work";

const Check = lazy(() => import(/* webpackChunkName: "check" */ "./steps/Check").then(({ Check }) => ({ default: Check })));
const Build = lazy(() => import(/* webpackChunkName: "build" */ "./steps/Build").then(({ Build }) => ({ default: Build })));
const Preview = lazy(() => import(/* webpackChunkName: "preview" */ "./steps/Preview").then(({ Preview }) => ({ default: Preview })));

const useStyles = makeStyles({
  root: { minHeight: "100vh", display: "flex", flexDirection: "column", backgroundColor: tokens.colorNeutralBackground3 },
  main: {
    flexGrow: 1,
    width: "100%",
    maxWidth: "1080px",
    margin: "0 auto",
    padding: "20px 24px 32px",
    boxSizing: "border-box",
    display: "flex",
    flexDirection: "column",
    gap: "16px",
    "@media (max-width: 480px)": { padding: "12px 12px 24px" },
  },
  wide: { maxWidth: "1600px" },
  title: { margin: 0, fontSize: "22px", lineHeight: "30px", fontWeight: 600, ":focus": { outline: "none" } },
  footer: { padding: "12px 24px 20px", textAlign: "center", color: tokens.colorNeutralForeground2, fontSize: "12px" },
});

interface Props {
  readonly work: Work;
  readonly language: Language;
  readonly today: Day;
}

export function App({ work, language, today }: Props) {
  const styles = useStyles();
  const [session, tell] = useReducer(nextSession, newSession(language, today));
  const actions = useMemo(() => actionsOf(work, tell), [work]);
  const text = textIn(session.language);
  const title = useTitleFocus(session);

  useEffect(() => {
    document.documentElement.lang = session.language;
    document.title = `${text.pane.product} · ${text.pane.promise}`;
  }, [session.language, text]);

  return (
    <FluentProvider theme={useLook()} className={styles.root}>
      <PaneHeader language={session.language} text={text} choose={(chosen) => tell({ type: "languageChosen", language: chosen })} />
      <main className={mergeClasses(styles.main, session.step === "done" && styles.wide)}>
        <Steps session={session} text={text} go={(step) => tell({ type: "stepChosen", step })} />
        <h1 ref={title} tabIndex={-1} className={styles.title}>{titleOf(session, text)}</h1>
        <TroubleBar session={session} text={text} dismiss={() => tell({ type: "dismissed" })} />
        <Suspense fallback={<Spinner label={text.pane.loading} />}>
          <CurrentStep session={session} tell={tell} actions={actions} text={text} />
        </Suspense>
      </main>
      <footer className={styles.footer}>{text.pane.private}</footer>
      <Announcer session={session} text={text} />
    </FluentProvider>
  );
}

/** What each step gets. */
export interface StepProps {
  readonly session: Session;
  readonly actions: ReturnType<typeof actionsOf>;
  readonly text: ReturnType<typeof textIn>;
  tell(event: SessionEvent): void;
}

function CurrentStep(props: StepProps) {
  switch (props.session.step) {
    case "data":
      return <Data {...props} />;
    case "check":
      return <Check {...props} />;
    case "build":
      return <Build {...props} />;
    case "done":
      return <Preview {...props} />;
  }
}

function titleOf({ step }: Session, { pane }: StepProps["text"]): string {
  return pane[step].title;
}

/** Moves the focus to the title of a step just reached, so that keyboard and screen reader go on from there. */
function useTitleFocus({ step }: Session) {
  const title = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) title.current?.focus();
    shown.current = step;
  }, [step]);
  return title;
}
