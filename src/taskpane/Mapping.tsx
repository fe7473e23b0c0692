// Which field is each column read as, and how sure is that? The user can correct it.

import { Field, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { objects as objectKinds, type ObjectKind } from "../crm/reading";
import type { Text } from "../text/en";
import { Card } from "./Card";
import { Certainty } from "./Certainty";
import type { ColumnSample, Imported } from "./work";

const useStyles = makeStyles({
  object: { maxWidth: "280px", marginBottom: "12px" },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  row: { padding: "10px 0", borderTop: `1px solid ${tokens.colorNeutralStroke3}`, display: "grid", gridTemplateColumns: "minmax(0, 9fr) minmax(0, 11fr)", gap: "2px 12px", alignItems: "center" },
  header: { fontWeight: 600, overflowWrap: "anywhere" },
  example: { fontSize: "12px", color: tokens.colorNeutralForeground2, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  select: { width: "100%", "& select": { minWidth: 0, width: "100%" } },
  unused: { "& select": { color: tokens.colorNeutralForeground2 } },
});

interface Props {
  readonly table: Imported;
  readonly text: Text;
  readonly disabled: boolean;
  mapColumn(column: string, field: string | null): void;
  changeObject(object: ObjectKind): void;
}

export function Mapping({ table, text, disabled, mapColumn, changeObject }: Props) {
  const styles = useStyles();
  const { check } = text.pane;
  const fieldOf = new Map(Object.entries(table.mapping).map(([field, column]) => [column, field]));
  return (
    <Card heading={check.columns}>
      <Field label={check.object} className={styles.object}>
        <Select value={table.object} disabled={disabled} onChange={(_, { value }) => changeObject(value as ObjectKind)}>
          {objectKinds.map((kind) => <option key={kind} value={kind}>{text.objects[kind]}</option>)}
        </Select>
      </Field>
      <ul className={styles.list}>
        {table.columns.map((column) => (
          <Row key={column.header} column={column} field={fieldOf.get(column.header) ?? ""} fields={table.fields} text={text} disabled={disabled} map={mapColumn} />
        ))}
      </ul>
    </Card>
  );
}

interface RowProps {
  readonly column: ColumnSample;
  readonly field: string;
  readonly fields: readonly string[];
  readonly text: Text;
  readonly disabled: boolean;
  map(column: string, field: string | null): void;
}

function Row({ column: { header, examples, why }, field, fields, text, disabled, map }: RowProps) {
  const styles = useStyles();
  const { check } = text.pane;
  const labels: Readonly<Record<string, string>> = text.fields;
  return (
    <li className={styles.row}>
      <span className={styles.header}>{header}</span>
      <Select
        className={mergeClasses(styles.select, field === "" && styles.unused)} aria-label={check.fieldOf(header)} value={field} disabled={disabled}
        onChange={(_, { value }) => map(header, value === "" ? null : value)}
      >
        <option value="">{check.noField}</option>
        {fields.map((name) => <option key={name} value={name}>{labels[name] ?? name}</option>)}
      </Select>
      <span className={styles.example} title={examples.join(" · ")}>{examples.length > 0 ? check.example(examples.join(" · ")) : check.noExample}</span>
      {field !== "" && why !== null ? <Certainty why={why} text={text} /> : <span />}
    </li>
  );
}
