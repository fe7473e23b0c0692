// What a workbook is built with: language, currency, days and a template.

import { Field, Input, makeStyles, Select } from "@fluentui/react-components";
import { useState } from "react";
import { languageNames, languages, type Language } from "../text/language";
import { dayOfIso, isoOf } from "../values";
import { currenciesIn } from "./choices";
import { isBuilding, type Wishes } from "./session";
import type { StepProps } from "./step-props";
import { TemplateChoice } from "./TemplateChoice";

/** Offered beside those of the data. */
const usual = ["USD", "EUR", "CNY", "GBP", "JPY", "AUD", "BRL", "CAD", "CHF", "HKD", "INR", "KRW", "MXN", "SGD", "TWD"];

const useStyles = makeStyles({
  fields: { display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(200px, 1fr))", gap: "12px 16px", alignItems: "start" },
  field: { minWidth: 0, "& select": { width: "100%", minWidth: 0 }, "& input": { width: "100%", minWidth: 0 } },
});

export function Settings(props: StepProps) {
  const styles = useStyles();
  const { session, excel, text: { pane: { build } }, tell } = props;
  const { wishes } = session;
  const disabled = isBuilding(session);
  const wish = (change: Partial<Wishes>) => tell({ type: "wished", wishes: change });
  return (
    <div className={styles.fields}>
      <Field label={build.workbookLanguage} className={styles.field}>
        <Select value={wishes.language ?? session.language} disabled={disabled} onChange={(_, { value }) => wish({ language: value as Language })}>
          {languages.map((language) => <option key={language} value={language}>{languageNames[language]}</option>)}
        </Select>
      </Field>
      <Currency {...props} wish={wish} />
      <AsOf {...props} />
      <Field label={build.fiscalYear} className={styles.field}>
        <Select value={String(wishes.fiscalYearStart ?? (excel ? "" : 1))} disabled={disabled} onChange={(_, { value }) => wish({ fiscalYearStart: value === "" ? null : Number(value) })}>
          {excel && <option value="">{build.fiscalYearOfBook}</option>}
          {build.months.map((month, at) => <option key={month} value={at + 1}>{month}</option>)}
        </Select>
      </Field>
      <TemplateChoice {...props} />
    </div>
  );
}

function Currency({ session, text: { pane: { build } }, wish }: StepProps & { wish(change: Partial<Wishes>): void }) {
  const styles = useStyles();
  const found = currenciesIn(session);
  const [main] = found;
  const others = [...new Set([...found.slice(1), ...usual])].filter((code) => code !== main);
  return (
    <Field label={build.currency} className={styles.field} {...(found.length > 1 ? { hint: build.currencyHint(found.length) } : {})}>
      <Select value={session.wishes.currency ?? ""} disabled={isBuilding(session)} onChange={(_, { value }) => wish({ currency: value === "" ? null : value })}>
        <option value="">{main === undefined ? build.currencyUnknown : build.currencyOfData(main)}</option>
        {others.map((code) => <option key={code} value={code}>{code}</option>)}
      </Select>
    </Field>
  );
}

/** The day everything is counted up to. */
export function AsOf({ session, text: { pane: { build } }, tell }: StepProps) {
  const styles = useStyles();
  const { wishes } = session;
  const [typed, type] = useState("");
  // A day half typed is none: it stands as long as it is not another day that was chosen, here or by a rollup.
  const shown = wishes.asOf === dayOfIso(typed) ? typed : wishes.asOf === null ? "" : isoOf(wishes.asOf);

  function choose(value: string) {
    type(value);
    tell({ type: "wished", wishes: { asOf: dayOfIso(value) } });
  }

  return (
    <Field label={build.asOf} hint={build.asOfHint} className={styles.field} {...(wishes.asOf === null ? { validationMessage: build.asOfWrong } : {})}>
      <Input type="date" disabled={isBuilding(session)} value={shown} onChange={(_, { value }) => choose(value)} />
    </Field>
  );
}
