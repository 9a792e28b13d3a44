import { App, Checkbox, Modal, Select } from "antd";
import { useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { type FieldInfo, isEditable, isShown, matchOf, type ObjectInfo } from "../../data/objects.ts";
import { newId } from "../../data/new-id.ts";
import { useRefresh } from "../../data/records.ts";
import { isBlank } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { Empty } from "../../kit/States.tsx";
import { timeText } from "../../kit/time-text.ts";
import { recordTexts } from "../record.messages.ts";
import { wordsOf } from "../use-save-cell.ts";
import { LinesAt } from "./LinesAt.tsx";
import { nameOf } from "./VersionsList.tsx";
import { restoreVersion, type VersionInfo } from "./version-data.ts";
import { versionTexts } from "./versions.messages.ts";

export interface VersionDialogProps {
  readonly object: ObjectInfo;
  readonly id: string;
  readonly version: VersionInfo;
  readonly versions: readonly VersionInfo[];
  readonly editable: boolean;
  readonly onClose: () => void;
}
const STAMPS: readonly string[] = ["id", "version", "created_at", "created_by", "updated_at", "updated_by"];
type Same = (a: VersionInfo, b: VersionInfo, field: FieldInfo) => boolean;
/** Lines differ where a version after the earlier one, up to the later one, changed some. */
const sameAmong =
  (versions: readonly VersionInfo[]): Same =>
  (a, b, { name, kind }) => {
    if (kind !== "children")
      return JSON.stringify(a.values[name] ?? null) === JSON.stringify(b.values[name] ?? null);
    const [earlier, later] = a.from < b.from ? [a, b] : [b, a];
    return !versions.some((one) => one.from > earlier.from && one.from <= later.from && name in one.lines);
  };

/** One version beside another, and the way back to it: all that is ticked, through every rule and gate. */
export function VersionDialog({ object, id, version, versions, editable, onClose }: VersionDialogProps) {
  const { t } = useLanguage();
  const [current = version] = versions;
  const [otherFrom, setOther] = useState(current.from);
  const [onlyDifferent, setOnlyDifferent] = useState(true);
  const same = sameAmong(versions);
  const other = versions.find(({ from }) => from === otherFrom) ?? current;
  const fields = object.fields.filter(
    (field) =>
      isShown(field) &&
      !STAMPS.includes(field.name) &&
      (field.kind === "children" || field.name in version.values || field.name in other.values),
  );
  const isRestorable = (field: FieldInfo) =>
    editable && version !== current && isEditable(object, field) && !same(version, current, field);
  const restorable = fields.filter(isRestorable);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () => new Set(restorable.filter(({ name }) => name !== "owner").map(({ name }) => name)),
  );
  const { busy, restore } = useRestore(object, id, version, current, onClose);
  const shown = onlyDifferent ? fields.filter((field) => !same(version, other, field)) : fields;
  // What the comparison leaves out of sight is not restored unseen.
  const chosen = shown
    .filter((field) => ticked.has(field.name) && restorable.includes(field))
    .map(({ name }) => name);
  const toggle = (name: string) =>
    setTicked((now) =>
      now.has(name) ? new Set([...now].filter((one) => one !== name)) : new Set([...now, name]),
    );
  const title = t(version.version === 0 ? versionTexts.toldTitle : versionTexts.title, {
    version: version.version,
    time: timeText(version.from),
  });
  return (
    <Modal
      open
      width={860}
      title={title}
      onCancel={onClose}
      okText={t(versionTexts.restoreCount, { count: chosen.length })}
      okButtonProps={{
        disabled: chosen.length === 0,
        loading: busy,
        style: restorable.length > 0 ? {} : { display: "none" },
      }}
      onOk={() => restore(chosen)}
    >
      <div className="version-tools">
        <OtherVersion versions={versions} value={other} onChange={setOther} />
        <Checkbox checked={onlyDifferent} onChange={(event) => setOnlyDifferent(event.target.checked)}>
          {t(versionTexts.onlyDifferent)}
        </Checkbox>
      </div>
      {shown.length === 0 ? (
        <Empty small icon="check" title={t(versionTexts.same)} />
      ) : (
        <VersionTable
          object={object}
          title={title}
          version={version}
          other={other}
          current={current}
          fields={shown}
          restorable={restorable}
          ticked={ticked}
          id={id}
          same={same}
          onToggle={toggle}
        />
      )}
      {restorable.length > 0 && <p className="note">{t(versionTexts.restoreHint)}</p>}
    </Modal>
  );
}

interface OtherVersionProps {
  readonly versions: readonly VersionInfo[];
  readonly value: VersionInfo;
  readonly onChange: (from: string) => void;
}
function OtherVersion({ versions, value, onChange }: OtherVersionProps) {
  const { t } = useLanguage();
  const options = versions.map((one, at) => ({
    value: one.from,
    label: `${nameOf(one, t)} · ${timeText(one.from)}${at === 0 ? ` · ${t(versionTexts.current)}` : ""}`,
  }));
  return (
    <label className="version-against">
      <span>{t(versionTexts.against)}</span>
      <Select value={value.from} popupMatchSelectWidth={false} options={options} onChange={onChange} />
    </label>
  );
}

interface VersionTableProps {
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
}
function VersionTable({
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
}: VersionTableProps) {
  const { t, of } = useLanguage();
  return (
    <div className="data-table version-table">
      <table aria-label={title}>
        <thead>
          <tr>
            {restorable.length > 0 && <th className="version-tick" aria-label={t(versionTexts.restore)} />}
            <th scope="col">{t(versionTexts.field)}</th>
            <th scope="col">{t(versionTexts.chosen)}</th>
            <th scope="col">{other === current ? t(versionTexts.current) : nameOf(other, t)}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.name} data-different={!same(version, other, field) || undefined}>
              {restorable.length > 0 && (
                <td className="version-tick">
                  {restorable.includes(field) && (
                    <Checkbox
                      aria-label={t(versionTexts.choose, { field: of(field.label, field.name) })}
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
  if (isBlank(value)) return <span className="muted">{t(recordTexts.empty)}</span>;
  return (
    <FieldCell
      object={object.name}
      field={field}
      value={value}
      record={{ ...version.values, titles: version.titles }}
    />
  );
}

function useRestore(
  object: ObjectInfo,
  id: string,
  version: VersionInfo,
  current: VersionInfo,
  onDone: () => void,
) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const restore = async (fields: readonly string[]) => {
    setBusy(true);
    const base: Values = Object.fromEntries(
      fields
        .filter((name) => object.byName[name]?.kind !== "children")
        .map((name) => [name, current.values[name] ?? null]),
    );
    try {
      await restoreVersion(
        object.name,
        id,
        { from: version.from, fields, base },
        newId(),
        matchOf(object, { version: current.version }),
      );
      refresh(object.name, id);
      void message.success(
        version.version === 0
          ? t(versionTexts.restoredTold)
          : t(versionTexts.restored, { version: version.version }),
      );
      onDone();
    } catch (error) {
      void message.error(wordsOf(error, t(recordTexts.keptOffline)), 8);
    } finally {
      setBusy(false);
    }
  };
  return { busy, restore: (fields: readonly string[]) => void restore(fields) };
}
