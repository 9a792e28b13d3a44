import type { ApiKeyAnswer } from "../shared/api-keys.contract.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { Ghost } from "../../../../ui/kit/Ghost.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useKeyTimes } from "./key-columns.tsx";
import { settingsTexts } from "./settings.messages.ts";
import { identityTexts } from "./identity.messages.ts";

export interface KeysTableProps {
  readonly keys: readonly ApiKeyAnswer[];
  readonly onRevoke: (key: ApiKeyAnswer) => void;
}
/** One’s keys: as whom they act, how long they hold and when they were last used. */
export function KeysTable({ keys, onRevoke }: KeysTableProps) {
  const { t, of } = useLanguage();
  const times = useKeyTimes();
  return (
    <DataTable
      label={t(identityTexts.keys)}
      rows={keys}
      rowKey={(key) => key.id}
      columns={[
        { key: "name", title: t(settingsTexts.keyName), render: (key) => <strong>{key.name}</strong> },
        {
          key: "hint",
          title: t(identityTexts.keys),
          render: (key) => <code className="muted">…{key.hint}</code>,
        },
        {
          key: "role",
          title: t(settingsTexts.role),
          render: (key) => (key.role ? of(key.role_label ?? undefined, key.role) : t(settingsTexts.keyOwn)),
        },
        times.expires,
        times.used,
        {
          key: "revoke",
          title: "",
          align: "right",
          render: (key) => <Ghost onClick={() => onRevoke(key)}>{t(settingsTexts.revoke)}</Ghost>,
        },
      ]}
    />
  );
}
