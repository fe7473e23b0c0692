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
  open(sources: Promise<readonly Source[]>): void;
}

export function Samples({ language, text, open }: Props) {
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
          <Button key={crm} onClick={() => open(sampleOf(crm, chosen ?? language))} aria-label={data.sample(text.crms[crm])}>{text.crms[crm]}</Button>
        ))}
      </div>
    </Card>
  );
}

async function sampleOf(crm: Crm, language: Language): Promise<Source[]> {
  const name = `${crm}-deals-${language === "en" ? "en" : "zh"}.csv`;
  const answer = await fetch(`samples/${name}`);
  if (!answer.ok) throw new Error(`no sample: ${name}`);
  return [fileSource(name, await answer.arrayBuffer())];
}
