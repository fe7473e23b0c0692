// The pane: from an export to a workbook, and what can be done with it afterwards.

import { FluentProvider, makeStyles, mergeClasses, Spinner, tokens } from "@fluentui/react-components";
import { Suspense, useEffect, useMemo, useReducer, useRef, useState } from "react";
import type { LiveBook } from "../hosts/live";
import { textIn, type Language } from "../text/language";
import type { Day } from "../values";
import { actionsOf } from "./actions";
import { Confirm } from "./Confirm";
import { excelActionsOf } from "./excel-actions";
import { useLook, whenLookedAt, type OfficeTheme } from "./look";
import { Announcer, LeftBar, NewsBar, TroubleBar } from "./Messages";
import { onGoTo } from "./navigate";
import { PaneHeader } from "./PaneHeader";
import { laterPart } from "./later-part";
import { Places } from "./Places";
import { newSession, nextSession, type Session } from "./session";
import type { Question, StepProps } from "./step-props";
import { Data } from "./steps/Data";
import { Steps } from "./Steps";
import type { Work } from "./work";

const Check = laterPart(() => import(/* webpackChunkName: "check" */ "./steps/Check").then(({ Check }) => Check));
const Build = laterPart(() => import(/* webpackChunkName: "build" */ "./steps/Build").then(({ Build }) => Build));
const Preview = laterPart(() => import(/* webpackChunkName: "preview" */ "./steps/Preview").then(({ Preview }) => Preview));
const Finished = laterPart(() => import(/* webpackChunkName: "finished" */ "./steps/Finished").then(({ Finished }) => Finished));
const Refresh = laterPart(() => import(/* webpackChunkName: "refresh-place" */ "./steps/Refresh").then(({ Refresh }) => Refresh));
const Functions = laterPart(() => import(/* webpackChunkName: "functions-place" */ "./steps/Functions").then(({ Functions }) => Functions));
const Share = laterPart(() => import(/* webpackChunkName: "share" */ "./steps/Share").then(({ Share }) => Share));

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
    "@media (max-width: 480px)": { padding: "12px 12px 24px", gap: "12px" },
  },
  wide: { maxWidth: "1600px" },
  title: { margin: 0, fontSize: "22px", lineHeight: "30px", fontWeight: 600, ":focus": { outline: "none" }, "@media (max-width: 480px)": { fontSize: "18px", lineHeight: "24px" } },
  footer: { padding: "12px 24px 20px", textAlign: "center", color: tokens.colorNeutralForeground2, fontSize: "12px", "@media (max-width: 480px)": { padding: "8px 12px 16px" } },
});

interface Props {
  readonly work: Work;
  /** The workbook open in Excel; null on the plain page. */
  readonly book: LiveBook | null;
  readonly language: Language;
  readonly today: () => Day;
  /** Colours of the Office program, asked again whenever the pane is looked at; absent on the plain page. */
  readonly officeTheme?: () => OfficeTheme | null;
}

export function App({ work, book, language, today, officeTheme }: Props) {
  const styles = useStyles();
  const [session, tell] = useReducer(nextSession, null, () => newSession(language, today()));
  const actions = useMemo(() => actionsOf(work, tell), [work]);
  const excel = useMemo(() => book && excelActionsOf(book, work, today, tell), [book, work, today]);
  const text = textIn(session.language);
  const title = useTitleFocus(session);
  const [question, ask] = useState<Question | null>(null);
  const props = { session, tell, actions, excel, text, ask };

  useEffect(() => void excel?.look(), [excel]);
  useEffect(() => whenLookedAt(() => tell({ type: "dayCame", today: today() })), [today]);
  useEffect(() => onGoTo((place) => tell({ type: "placeChosen", place })), []);
  useEffect(() => {
    document.documentElement.lang = session.language;
    document.title = `${text.pane.product} · ${text.pane.promise}`;
  }, [session.language, text]);

  return (
    <FluentProvider theme={useLook(officeTheme)} className={styles.root}>
      <PaneHeader language={session.language} text={text} choose={(chosen) => tell({ type: "languageChosen", language: chosen })} />
      <Places place={session.place} inExcel={excel !== null} text={text} go={(place) => tell({ type: "placeChosen", place })} />
      <main className={mergeClasses(styles.main, isWide(session, excel !== null) && styles.wide)}>
        {session.place === "build" && <Steps session={session} text={text} go={(step) => tell({ type: "stepChosen", step })} />}
        <h1 ref={title} tabIndex={-1} className={styles.title}>{titleOf(session, text)}</h1>
        {excel && <LeftBar {...props} putBack={excel.putBack} />}
        <TroubleBar session={session} text={text} dismiss={() => tell({ type: "dismissed" })} />
        <NewsBar session={session} text={text} dismiss={() => tell({ type: "dismissed" })} />
        <Suspense fallback={<Spinner label={text.pane.loading} />}>
          <Current {...props} />
        </Suspense>
      </main>
      <footer className={styles.footer}>{text.pane.private}</footer>
      <Announcer session={session} text={text} />
      {question && <Confirm question={question} cancel={text.pane.cancel} close={() => ask(null)} />}
    </FluentProvider>
  );
}

function Current(props: StepProps) {
  const { session: { place }, excel } = props;
  switch (place) {
    case "build":
      return <CurrentStep {...props} />;
    case "refresh":
      return excel && <Refresh {...props} excel={excel} />;
    case "functions":
      return <Functions {...props} />;
    case "share":
      return excel && <Share {...props} excel={excel} />;
  }
}

function CurrentStep(props: StepProps) {
  const { session: { step }, excel } = props;
  switch (step) {
    case "data":
      return <Data {...props} />;
    case "check":
      return <Check {...props} />;
    case "build":
      return <Build {...props} />;
    case "done":
      return excel ? <Finished {...props} excel={excel} /> : <Preview {...props} />;
  }
}

function titleOf({ place, step, built }: Session, { pane }: StepProps["text"]): string {
  if (place === "refresh" && built) return pane.refresh.done;
  return place === "build" ? pane[step].title : pane[place].title;
}

function isWide({ place, step }: Session, inExcel: boolean): boolean {
  return place === "build" && step === "done" && !inExcel;
}

/** Moves the focus to the title of a part just reached, so that keyboard and screen reader go on from there. */
function useTitleFocus({ place, step, built }: Session) {
  const title = useRef<HTMLHeadingElement>(null);
  const here = `${place} ${place === "build" ? step : built !== null}`;
  const shown = useRef(here);
  useEffect(() => {
    if (shown.current !== here) title.current?.focus();
    shown.current = here;
  }, [here]);
  return title;
}
