import type { ApiKeyAnswer } from "../shared/api-keys.contract.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useKeyTimes } from "./key-columns.tsx";
import { settingsMessages } from "./settings.messages.ts";
import { identityScreenMessages } from "./identity.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

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
      label={t(identityScreenMessages.keys)}
      rows={keys}
      rowKey={(key) => key.id}
      columns={[
        { key: "name", title: t(settingsMessages.keyName), render: (key) => <strong>{key.name}</strong> },
        {
          key: "hint",
          title: t(identityScreenMessages.keys),
          render: (key) => <code className={base.muted}>…{key.hint}</code>,
        },
        {
          key: "role",
          title: t(settingsMessages.role),
          render: (key) =>
            key.role ? of(key.role_label ?? undefined, key.role) : t(settingsMessages.keyOwn),
        },
        times.expires,
        times.used,
        {
          key: "revoke",
          title: "",
          align: "right",
          render: (key) => (
            <QuietButton onClick={() => onRevoke(key)}>{t(settingsMessages.revoke)}</QuietButton>
          ),
        },
      ]}
    />
  );
}
