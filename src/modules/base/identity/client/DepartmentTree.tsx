import type { Values } from "../../../../shared/metadata/object.ts";
import { department } from "../../../../objects/system/department/department.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { removeRecord, useRefresh } from "../../../../ui/data/records.ts";
import { idOf, textValue } from "../../../../ui/data/values.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useRemove } from "../../../../ui/kit/use-remove.ts";
import { DepartmentRow } from "./DepartmentRow.tsx";
import type { Branch } from "./department-tree.ts";
import { settingsMessages } from "./settings.messages.ts";
import { identityScreenMessages } from "./identity.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

export interface DepartmentTreeProps {
  readonly object: ObjectInfo;
  readonly branches: readonly Branch[];
  readonly onAdd: (parent: string) => void;
  readonly onEdit: (record: Values) => void;
}
/** All departments, each under its parent; one is deleted only after a second question. */
export function DepartmentTree({ object, branches, onAdd, onEdit }: DepartmentTreeProps) {
  const { t } = useLanguage();
  const ask = useRemove();
  const refresh = useRefresh();
  const remove = (record: Values) =>
    ask({
      title: t(settingsMessages.deleteDepartment, { name: textValue(partOf(department, record).name) }),
      send: () => removeRecord(department.name, idOf(record), { key: newId() }),
      onDone: () => refresh(department.name),
    });
  return (
    <div className={base.card} role="tree" aria-label={t(identityScreenMessages.departments)}>
      {branches.map((branch) => (
        <DepartmentRow
          key={idOf(branch.record)}
          object={object}
          branch={branch}
          onAdd={onAdd}
          onEdit={onEdit}
          onRemove={remove}
        />
      ))}
    </div>
  );
}
