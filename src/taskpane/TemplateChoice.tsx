// What the forms of a new workbook hold: nothing but the article's examples, a ready template, or a team's own from a file.

import { Field, makeStyles, Select } from "@fluentui/react-components";
import { useId, useRef } from "react";
import { readyTemplateNames } from "../sheets/template-names";
import { titleOf } from "./choices";
import { isBuilding } from "./session";
import type { StepProps } from "./step-props";

const useStyles = makeStyles({
  field: { minWidth: 0, "& select": { width: "100%", minWidth: 0 } },
  file: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});

const [none, fromFile, own] = ["", "file", "own"] as const;

export function TemplateChoice({ session, actions, text: { pane: { build } }, tell }: StepProps) {
  const styles = useStyles();
  const file = useRef<HTMLInputElement>(null);
  const id = useId();
  const { template } = session.wishes;
  const disabled = isBuilding(session);
  const value = template === null ? none : typeof template === "string" ? template : own;

  function choose(chosen: string) {
    if (chosen === fromFile) file.current?.click();
    else if (chosen !== own) tell({ type: "wished", wishes: { template: readyTemplateNames.find((name) => name === chosen) ?? null } });
  }

  return (
    <Field label={build.template} hint={build.templateHint} className={styles.field}>
      <Select id={id} value={value} disabled={disabled} onChange={(_, { value: chosen }) => choose(chosen)}>
        <option value={none}>{build.noTemplate}</option>
        {readyTemplateNames.map((name) => <option key={name} value={name}>{build.templates[name]}</option>)}
        {template !== null && typeof template !== "string" && <option value={own}>{titleOf(template, session.language)}</option>}
        <option value={fromFile}>{build.templateFile}</option>
      </Select>
      <input
        ref={file} type="file" disabled={disabled} accept=".json,application/json" className={styles.file} tabIndex={-1} aria-label={build.templateFile}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen) void actions.openTemplate(chosen);
          target.value = "";
        }}
      />
    </Field>
  );
}
