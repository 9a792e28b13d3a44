import type { ConditionRow } from "../../../shared/expression/simple-conditions.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { ConditionLine } from "./ConditionLine.tsx";
import * as styles from "./ConditionPanel.module.css";

export interface ConditionRowsProps {
  readonly object: ObjectInfo;
  readonly fields: readonly FieldInfo[];
  readonly rows: readonly ConditionRow[];
  readonly onChange: (rows: readonly ConditionRow[]) => void;
}
/** Conditions one below the other. */
export const ConditionRows = ({ object, fields, rows, onChange }: ConditionRowsProps) => (
  <ul className={styles.conditionList}>
    {rows.map((row, place) => (
      <ConditionLine
        key={place}
        object={object}
        fields={fields}
        row={row}
        onChange={(next) => onChange(rows.map((one, at) => (at === place ? next : one)))}
        onRemove={() => onChange(rows.filter((_, at) => at !== place))}
      />
    ))}
  </ul>
);
