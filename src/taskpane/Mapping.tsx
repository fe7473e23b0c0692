// Which field is each column read as? The user can correct it.

import { Field, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { objects as objectKinds, type ObjectKind } from "../crm/reading";
import type { Text } from "../text/en";
import { Card } from "./Card";
import type { ColumnSample, Imported } from "./work";

const useStyles = makeStyles({
  object: { maxWidth: "280px", marginBottom: "12px" },
  table: { width: "100%", borderCollapse: "collapse", tableLayout: "fixed" },
  head: { textAlign: "start", fontWeight: 600, fontSize: "12px", color: tokens.colorNeutralForeground2, padding: "6px 8px 6px 0", borderBottom: `1px solid ${tokens.colorNeutralStroke1}` },
  cell: { textAlign: "start", fontWeight: 400, padding: "6px 8px 6px 0", borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, verticalAlign: "middle", overflow: "hidden" },
  header: { display: "block", fontWeight: 600, overflowWrap: "anywhere" },
  examples: { display: "block", fontSize: "12px", color: tokens.colorNeutralForeground2, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  select: { width: "100%", "& select": { minWidth: 0, width: "100%" } },
  unused: { "& select": { color: tokens.colorNeutralForeground3 } },
});

interface Props {
  readonly table: Imported;
  readonly text: Text;
  mapColumn(column: string, field: string | null): void;
  changeObject(object: ObjectKind): void;
}

export function Mapping({ table, text, mapColumn, changeObject }: Props) {
  const styles = useStyles();
  const { check } = text.pane;
  const fieldOf = new Map(Object.entries(table.mapping).map(([field, column]) => [column, field]));
  return (
    <Card heading={check.columns}>
      <Field label={check.object} className={styles.object}>
        <Select value={table.object} onChange={(_, { value }) => changeObject(value as ObjectKind)}>
          {objectKinds.map((kind) => <option key={kind} value={kind}>{text.objects[kind]}</option>)}
        </Select>
      </Field>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.head}>{check.column}</th>
            <th scope="col" className={styles.head}>{check.field}</th>
          </tr>
        </thead>
        <tbody>
          {table.columns.map((column) => (
            <Row key={column.header} column={column} field={fieldOf.get(column.header) ?? ""} fields={table.fields} text={text} map={mapColumn} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

interface RowProps {
  readonly column: ColumnSample;
  readonly field: string;
  readonly fields: readonly string[];
  readonly text: Text;
  map(column: string, field: string | null): void;
}

function Row({ column: { header, examples }, field, fields, text, map }: RowProps) {
  const styles = useStyles();
  const { check } = text.pane;
  const labels: Readonly<Record<string, string>> = text.fields;
  return (
    <tr>
      <th scope="row" className={styles.cell}>
        <span className={styles.header}>{header}</span>
        <span className={styles.examples} title={examples.join(" · ")}>{examples.join(" · ")}</span>
      </th>
      <td className={styles.cell}>
        <Select
          className={mergeClasses(styles.select, field === "" && styles.unused)} aria-label={check.fieldOf(header)} value={field}
          onChange={(_, { value }) => map(header, value === "" ? null : value)}
        >
          <option value="">{check.noField}</option>
          {fields.map((name) => <option key={name} value={name}>{labels[name] ?? name}</option>)}
        </Select>
      </td>
    </tr>
  );
}
