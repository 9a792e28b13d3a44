import { Checkbox, Select } from "antd";
import { useState } from "react";
import { onObject } from "../../../../../shared/rights/combine-rights.ts";
import {
  type ObjectRights,
  type RecordScope,
  type Rights,
  SCOPES,
} from "../../../../../shared/rights/rights.ts";
import { useObjects } from "../../../../../ui/data/objects.ts";
import { type DataColumn, DataTable } from "../../../../../ui/kit/DataTable.tsx";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { settingsMessages } from "../settings.messages.ts";
import { ChosenDepartments } from "./ChosenDepartments.tsx";
import { differing, OTHERS } from "./role-summary.ts";
import { SCOPE_TEXTS } from "./scope-texts.ts";
import * as baseStyles from "../../../../../ui/kit/base.module.css";
import * as rightsTableStyles from "../../../../../ui/kit/rights-table.module.css";
import * as styles from "./ObjectMatrix.module.css";

export interface MatrixProps {
  readonly rights: Rights;
  readonly onChange: (rights: Rights) => void;
}
const ACTIONS = ["read", "update", "delete"] as const;
const ACTION_TEXTS = {
  read: settingsMessages.read,
  update: settingsMessages.update,
  delete: settingsMessages.remove,
} as const;

/** What may be done with whose records, by object: what the role is about first, the rest on demand. */
export function ObjectMatrix(props: MatrixProps) {
  const { t } = useLanguage();
  const { names, folded, unfold } = useFolded(props.rights);
  const columns = useMatrixColumns(props);
  return (
    <div className={`${baseStyles.stack} ${rightsTableStyles.rightsTable}`}>
      <ChosenDepartments {...props} />
      <DataTable
        label={t(settingsMessages.objectRights)}
        rows={names}
        rowKey={(name) => name}
        columns={columns}
      />
      {folded > 0 && (
        <QuietButton icon="down" onClick={unfold}>
          {t(settingsMessages.moreObjects, { count: folded })}
        </QuietButton>
      )}
    </div>
  );
}

function useMatrixColumns({ rights, onChange }: MatrixProps): readonly DataColumn<string>[] {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const others = onObject(rights, OTHERS);
  const set = (name: string, change: Partial<ObjectRights>) =>
    onChange({ ...rights, objects: { ...rights.objects, [name]: { ...onObject(rights, name), ...change } } });
  const options = SCOPES.map((scope) => ({ value: scope, label: t(SCOPE_TEXTS[scope]) }));
  const nameOf = (name: string) =>
    name === OTHERS ? t(settingsMessages.otherObjects) : of(objects.get(name)?.plural, name);
  const isUsual = (name: string, action: keyof ObjectRights) =>
    name !== OTHERS && onObject(rights, name)[action] === others[action];
  return [
    {
      key: "object",
      title: t(settingsMessages.object),
      render: (name: string) => (
        <span className={name === OTHERS || rights.objects[name] ? undefined : baseStyles.muted}>
          {nameOf(name)}
        </span>
      ),
    },
    {
      key: "create",
      title: t(settingsMessages.create),
      render: (name: string) => (
        <Checkbox
          aria-label={`${nameOf(name)} ${t(settingsMessages.create)}`}
          checked={onObject(rights, name).create}
          onChange={(event) => set(name, { create: event.target.checked })}
        />
      ),
    },
    ...ACTIONS.map((action) => ({
      key: action,
      title: t(ACTION_TEXTS[action]),
      render: (name: string) => (
        <Select<RecordScope>
          size="small"
          variant="borderless"
          {...(isUsual(name, action) ? { className: styles.usual } : {})}
          aria-label={`${nameOf(name)} ${t(ACTION_TEXTS[action])}`}
          value={onObject(rights, name)[action]}
          options={options}
          onChange={(scope) => set(name, { [action]: scope })}
        />
      ),
    })),
  ];
}

/** Which rows are shown: settled as the role is opened, so that none moves while it is changed. */
function useFolded(rights: Rights) {
  const objects = useObjects();
  const [first] = useState(() => differing(rights, [...objects.values()]));
  const [isWhole, setWhole] = useState(first.length === 0);
  const rest = [...objects.keys()].filter((name) => !first.includes(name));
  return {
    names: [OTHERS, ...first, ...(isWhole ? rest : [])],
    folded: isWhole ? 0 : rest.length,
    unfold: () => setWhole(true),
  };
}
