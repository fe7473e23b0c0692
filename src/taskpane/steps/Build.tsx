// Third step: language, as-of day, goals and sheets; then build.

import { Button, Checkbox, Field, Input, makeStyles, ProgressBar, Select, tokens } from "@fluentui/react-components";
import type { StepProps } from "../App";
import { Card } from "../Card";
import { sayBusy } from "../Messages";
import { choiceOf, type Busy, type Wishes } from "../session";
import { chosenSheets, type ChosenSheet } from "../../sheets/chosen";
import { goalSets, type GoalSet } from "../../sheets/context";
import { languageNames, languages, type Language } from "../../text/language";
import { dayOfIso, isoOf } from "../../values";

const useStyles = makeStyles({
  columns: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: "16px", alignItems: "stretch", "@media (max-width: 760px)": { gridTemplateColumns: "minmax(0, 1fr)" } },
  fields: { display: "flex", flexDirection: "column", gap: "16px" },
  sheets: { border: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "4px" },
  legend: { padding: 0, marginBottom: "4px", fontSize: "16px", fontWeight: 600 },
  hint: { color: tokens.colorNeutralForeground2, fontSize: "12px", display: "block" },
  wrong: { color: tokens.colorPaletteRedForeground1 },
  bar: { display: "flex", justifyContent: "flex-end", alignItems: "center", gap: "16px" },
  progress: { flexGrow: 1, maxWidth: "420px" },
});

export function Build(props: StepProps) {
  const styles = useStyles();
  const { session, actions, text } = props;
  const choice = choiceOf(session);
  const { busy } = session;
  return (
    <>
      <div className={styles.columns}>
        <Card><Settings {...props} /></Card>
        <Card><Sheets {...props} /></Card>
      </div>
      <div className={styles.bar}>
        {busy && (
          <Field className={styles.progress} validationState="none" validationMessage={sayBusy(busy, text)}>
            <ProgressBar {...progressOf(busy)} thickness="large" aria-label={sayBusy(busy, text)} />
          </Field>
        )}
        <Button appearance="primary" size="large" disabledFocusable={choice === null || busy !== null} onClick={() => choice && actions.build(choice)}>
          {text.pane.build.build}
        </Button>
      </div>
    </>
  );
}

function Settings({ session, text, tell }: StepProps) {
  const styles = useStyles();
  const { build } = text.pane;
  const { wishes } = session;
  const wish = (change: Partial<Wishes>) => tell({ type: "wished", wishes: change });
  return (
    <div className={styles.fields}>
      <Field label={build.workbookLanguage}>
        <Select value={wishes.language ?? session.language} onChange={(_, { value }) => wish({ language: value as Language })}>
          {languages.map((language) => <option key={language} value={language}>{languageNames[language]}</option>)}
        </Select>
      </Field>
      <Field label={build.asOf} hint={build.asOfHint} {...(wishes.asOf === null ? { validationMessage: build.asOfWrong } : {})}>
        <Input type="date" defaultValue={wishes.asOf === null ? "" : isoOf(wishes.asOf)} onChange={(_, { value }) => wish({ asOf: dayOfIso(value) })} />
      </Field>
      <Field label={build.goals} hint={build.goalsHint}>
        <Select value={wishes.goals} onChange={(_, { value }) => wish({ goals: value as GoalSet })}>
          {goalSets.map((set) => <option key={set} value={set}>{build.goalSets[set]}</option>)}
        </Select>
      </Field>
    </div>
  );
}

function Sheets({ session, text, tell }: StepProps) {
  const styles = useStyles();
  const { build } = text.pane;
  const { sheets } = session.wishes;
  function toggle(sheet: ChosenSheet) {
    tell({ type: "wished", wishes: { sheets: chosenSheets.filter((one) => sheets.includes(one) !== (one === sheet)) } });
  }
  return (
    <fieldset className={styles.sheets}>
      <legend className={styles.legend}>{build.sheets}</legend>
      {chosenSheets.map((sheet) => (
        <Checkbox
          key={sheet} checked={sheets.includes(sheet)} onChange={() => toggle(sheet)}
          label={<>{build.sheetNames[sheet]}<span className={styles.hint}>{build.sheetHints[sheet]}</span></>}
        />
      ))}
      {sheets.length === 0 ? <span role="alert" className={styles.wrong}>{build.oneSheet}</span> : <span className={styles.hint}>{build.sheetsHint}</span>}
    </fieldset>
  );
}

function progressOf(busy: Busy) {
  return "done" in busy && busy.kind === "writing" ? { value: busy.done } : {};
}
