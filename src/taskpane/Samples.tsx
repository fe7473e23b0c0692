// A sample export of each CRM, one click away, in both languages.

import { Button, makeStyles, Radio, RadioGroup } from "@fluentui/react-components";
import { useState } from "react";
import { crms, type Crm } from "../crm/reading";
import type { Text } from "../text/en";
import { languageNames, languages, type Language } from "../text/language";
import { Card } from "./Card";
import { fileSource } from "./clipboard";
import type { Source } from "./work";

const useStyles = makeStyles({
  samples: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

interface Props {
  readonly language: Language;
  readonly text: Text;
  readonly disabled: boolean;
  open(sources: Promise<readonly Source[]>): void;
}

export function Samples({ language, text, disabled, open }: Props) {
  const styles = useStyles();
  const [chosen, choose] = useState<Language | null>(null);
  const { data } = text.pane;
  return (
    <Card heading={data.samples}>
      <RadioGroup layout="horizontal" aria-label={data.sampleLanguage} value={chosen ?? language} onChange={(_, { value }) => choose(value as Language)}>
        {languages.map((one) => <Radio key={one} value={one} label={languageNames[one]} />)}
      </RadioGroup>
      <div className={styles.samples}>
        {crms.filter((crm) => crm !== "other").map((crm) => (
          <Button key={crm} disabledFocusable={disabled} onClick={() => open(sampleOf(crm, chosen ?? language))} aria-label={data.sample(text.crms[crm])}>{text.crms[crm]}</Button>
        ))}
      </div>
    </Card>
  );
}

/** Two of the CRMs come with their activities, for the customer journey. */
const withActivities: ReadonlySet<string> = new Set(["hubspot-en", "fxiaoke-zh"]);

function sampleOf(crm: Crm, language: Language): Promise<Source[]> {
  const ending = language === "en" ? "en" : "zh";
  const objects = withActivities.has(`${crm}-${ending}`) ? ["deals", "activities"] : ["deals"];
  return Promise.all(objects.map((object) => fetched(`${crm}-${object}-${ending}.csv`)));
}

async function fetched(name: string): Promise<Source> {
  const answer = await fetch(`samples/${name}`);
  if (!answer.ok) throw new Error(`no sample: ${name}`);
  return fileSource(name, await answer.arrayBuffer());
}
