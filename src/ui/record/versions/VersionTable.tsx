import { Checkbox } from "antd";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { isBlank } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { LinesAt } from "./LinesAt.tsx";
import type { Same } from "./same-among.ts";
import type { VersionInfo } from "./version-data.ts";
import { nameOf } from "./VersionsList.tsx";
import { versionMessages } from "./versions.messages.ts";
import * as base from "../../kit/base.module.css";
import * as dataTableStyles from "../../kit/DataTable.module.css";
import * as styles from "./VersionTable.module.css";

export interface VersionTableProps {
  readonly object: ObjectInfo;
  readonly title: string;
  readonly version: VersionInfo;
  readonly other: VersionInfo;
  readonly current: VersionInfo;
  readonly fields: readonly FieldInfo[];
  readonly restorable: readonly FieldInfo[];
  readonly ticked: ReadonlySet<string>;
  readonly id: string;
  readonly same: Same;
  readonly onToggle: (name: string) => void;
  readonly onToggleAll: (names: readonly string[]) => void;
}
/** Two versions field by field, with a tick at each that can be restored. */
export function VersionTable({
  object,
  title,
  version,
  other,
  current,
  fields,
  restorable,
  ticked,
  id,
  same,
  onToggle,
  onToggleAll,
}: VersionTableProps) {
  const { t, of } = useLanguage();
  const names = fields.filter((field) => restorable.includes(field)).map(({ name }) => name);
  return (
    <div className={`${dataTableStyles.dataTable} ${styles.versionTable}`} data-part="data-table">
      <table aria-label={title}>
        <thead>
          <tr>
            {restorable.length > 0 && <TickAll names={names} ticked={ticked} onToggleAll={onToggleAll} />}
            <th scope="col">{t(versionMessages.field)}</th>
            <th scope="col">{t(versionMessages.chosen)}</th>
            <th scope="col">{other === current ? t(versionMessages.current) : nameOf(other, t)}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.name} data-different={!same(version, other, field) || undefined}>
              {restorable.length > 0 && (
                <td className={styles.versionTick}>
                  {restorable.includes(field) && (
                    <Checkbox
                      aria-label={t(versionMessages.choose, { field: of(field.label, field.name) })}
                      checked={ticked.has(field.name)}
                      onChange={() => onToggle(field.name)}
                    />
                  )}
                </td>
              )}
              <th scope="row">{of(field.label, field.name)}</th>
              <td>
                <Value object={object} id={id} field={field} version={version} />
              </td>
              <td>
                <Value object={object} id={id} field={field} version={other} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface TickAllProps extends Pick<VersionTableProps, "ticked" | "onToggleAll"> {
  readonly names: readonly string[];
}
function TickAll({ names, ticked, onToggleAll }: TickAllProps) {
  const { t } = useLanguage();
  const isEach = names.length > 0 && names.every((name) => ticked.has(name));
  return (
    <th className={styles.versionTick}>
      <Checkbox
        aria-label={t(versionMessages.all)}
        checked={isEach}
        indeterminate={!isEach && names.some((name) => ticked.has(name))}
        onChange={() => onToggleAll(names)}
      />
    </th>
  );
}

interface ValueProps {
  readonly object: ObjectInfo;
  readonly id: string;
  readonly field: FieldInfo;
  readonly version: VersionInfo;
}
function Value({ object, id, field, version }: ValueProps) {
  const { t } = useLanguage();
  if (field.kind === "children") return <LinesAt field={field} parent={id} asOf={version.from} />;
  const value = version.values[field.name];
  if (isBlank(value)) return <span className={base.muted}>{t(recordScreenMessages.empty)}</span>;
  return (
    <FieldCell
      object={object.name}
      field={field}
      value={value}
      record={{ ...version.values, titles: version.titles }}
    />
  );
}
