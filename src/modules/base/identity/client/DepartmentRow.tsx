import type { Values } from "../../../../shared/metadata/object.ts";
import { department } from "../../../../objects/system/department/department.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { can, type ObjectInfo } from "../../../../ui/data/objects.ts";
import { idOf, textValue, titleAt } from "../../../../ui/data/values.ts";
import { Avatar } from "../../../../ui/kit/Avatar.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { Branch } from "./department-tree.ts";
import { settingsMessages } from "./settings.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as chipStyles from "../../../../ui/kit/chip.module.css";
import * as styles from "./DepartmentRow.module.css";

export interface DepartmentRowProps {
  readonly object: ObjectInfo;
  readonly branch: Branch;
  readonly onAdd: (parent: string) => void;
  readonly onEdit: (record: Values) => void;
  readonly onRemove: (record: Values) => void;
}
/** A department with its head, and what may be done with it. */
export function DepartmentRow({ object, branch, onAdd, onEdit, onRemove }: DepartmentRowProps) {
  const { t } = useLanguage();
  const { record, depth } = branch;
  const { name, active } = partOf(department, record);
  return (
    <div
      className={styles.treeRow}
      role="treeitem"
      aria-level={depth + 1}
      style={{ paddingLeft: 12 + depth * 24 }}
    >
      <Icon name={depth === 0 ? "apartment" : "team"} />
      <span className={base.clip}>{textValue(name)}</span>
      {titleAt(record, "head") && (
        <span className={`${base.line} ${base.muted}`}>
          <Avatar name={titleAt(record, "head")} />
          {titleAt(record, "head")}
        </span>
      )}
      {active === false && (
        <span className={`${chipStyles.chip} ${chipStyles.chipPlain}`}>{t(settingsMessages.inactive)}</span>
      )}
      <span className={base.grow} />
      {can(object, "create") && (
        <QuietButton
          icon="plus"
          aria-label={t(settingsMessages.addUnder)}
          onClick={() => onAdd(idOf(record))}
        />
      )}
      {can(object, "update") && (
        <QuietButton icon="edit" aria-label={t(kitMessages.edit)} onClick={() => onEdit(record)} />
      )}
      {can(object, "delete") && (
        <QuietButton icon="trash" aria-label={t(kitMessages.delete)} onClick={() => onRemove(record)} />
      )}
    </div>
  );
}
