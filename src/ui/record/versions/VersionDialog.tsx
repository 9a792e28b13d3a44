import { Checkbox, Modal } from "antd";
import { useState } from "react";
import { type FieldInfo, isEditable, isShown, type ObjectInfo } from "../../data/objects.ts";
import { kitMessages } from "../../kit/kit.messages.ts";
import { type LanguageTools, useLanguage } from "../../kit/language.tsx";
import { Empty } from "../../kit/States.tsx";
import { timeText } from "../../kit/time-text.ts";
import { OtherVersion } from "./OtherVersion.tsx";
import { sameAmong } from "./same-among.ts";
import { useRestore } from "./use-restore.ts";
import { useTicked } from "./use-ticked.ts";
import type { VersionInfo } from "./version-data.ts";
import { VersionTable } from "./VersionTable.tsx";
import { versionMessages } from "./versions.messages.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./VersionDialog.module.css";

export interface VersionDialogProps {
  readonly object: ObjectInfo;
  readonly id: string;
  readonly version: VersionInfo;
  readonly versions: readonly VersionInfo[];
  readonly editable: boolean;
  readonly onClose: () => void;
}
const STAMPS: readonly string[] = ["id", "version", "created_at", "created_by", "updated_at", "updated_by"];
/** The fields that one of the two versions has; stamps change with every one. */
const comparedFields = (object: ObjectInfo, version: VersionInfo, other: VersionInfo) =>
  object.fields.filter(
    (field) =>
      isShown(field) &&
      !STAMPS.includes(field.name) &&
      (field.kind === "children" || field.name in version.values || field.name in other.values),
  );

/** The number and the time of a version; one that was only told has no number. */
const titleOf = ({ version, from }: VersionInfo, t: LanguageTools["t"]): string =>
  t(version === 0 ? versionMessages.toldTitle : versionMessages.title, { version, time: timeText(from) });

const namesOf = (fields: readonly FieldInfo[]): readonly string[] => fields.map(({ name }) => name);

/** The present version; it itself would tell nothing beside itself and stands beside the one before. */
const firstBeside = (version: VersionInfo, [current = version, before = current]: readonly VersionInfo[]) =>
  version === current ? before : current;

/** One version beside another, and the way back to it: all that is ticked, through every rule and gate. */
export function VersionDialog({ object, id, version, versions, editable, onClose }: VersionDialogProps) {
  const { t } = useLanguage();
  const [current = version] = versions;
  const [otherFrom, setOther] = useState(firstBeside(version, versions).from);
  const [onlyDifferent, setOnlyDifferent] = useState(true);
  const same = sameAmong(versions);
  const other = versions.find(({ from }) => from === otherFrom) ?? current;
  const fields = comparedFields(object, version, other);
  const mayRestore = editable && version !== current;
  const restorable = fields.filter(
    (one) => mayRestore && isEditable(object, one) && !same(version, current, one),
  );
  const { ticked, toggle, toggleAll } = useTicked();
  const { busy, restore } = useRestore(object, id, version, current, onClose);
  const shown = onlyDifferent ? fields.filter((field) => !same(version, other, field)) : fields;
  // What the comparison leaves out of sight is not restored unseen.
  const chosen = namesOf(shown.filter((one) => ticked.has(one.name) && restorable.includes(one)));
  const title = titleOf(version, t);
  return (
    <Modal
      open
      width={860}
      title={title}
      onCancel={onClose}
      cancelText={t(restorable.length > 0 ? kitMessages.cancel : kitMessages.close)}
      okText={t(versionMessages.restoreCount, { count: chosen.length })}
      okButtonProps={{
        disabled: chosen.length === 0,
        loading: busy,
        style: restorable.length > 0 ? {} : { display: "none" },
      }}
      onOk={() => restore(chosen)}
    >
      <div className={styles.versionTools}>
        <OtherVersion versions={versions} value={other} onChange={setOther} />
        <Checkbox checked={onlyDifferent} onChange={(event) => setOnlyDifferent(event.target.checked)}>
          {t(versionMessages.onlyDifferent)}
        </Checkbox>
      </div>
      {shown.length === 0 ? (
        <Empty small icon="check" title={t(versionMessages.same)} />
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
          onToggleAll={toggleAll}
        />
      )}
      {restorable.length > 0 && <p className={base.note}>{t(versionMessages.restoreHint)}</p>}
    </Modal>
  );
}
