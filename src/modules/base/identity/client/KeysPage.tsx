import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { type ApiKeyAnswer, listKeys, revokeKey } from "../shared/api-keys.contract.ts";
import { call } from "../../../../ui/data/call.ts";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { SettingsPage } from "../../../../ui/kit/SettingsPage.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { useRemove } from "../../../../ui/kit/use-remove.ts";
import { AddKeyDialog } from "./AddKeyDialog.tsx";
import { KeysTable } from "./KeysTable.tsx";
import { settingsMessages } from "./settings.messages.ts";
import { identityScreenMessages } from "./identity.messages.ts";

const KEY = ["api-keys"] as const;

export function KeysPage() {
  const { t } = useLanguage();
  const client = useQueryClient();
  const remove = useRemove();
  const [adding, setAdding] = useState(false);
  const keys = useQuery({
    queryKey: KEY,
    queryFn: async () => (await call(listKeys, {})).data,
  });
  const reload = () => client.invalidateQueries({ queryKey: KEY });
  const revoke = (key: ApiKeyAnswer) =>
    remove({
      title: t(settingsMessages.revokeTitle, { name: key.name }),
      detail: t(settingsMessages.revokeDetail),
      action: t(settingsMessages.revoke),
      send: () => call(revokeKey, { params: { id: key.id } }),
      onDone: reload,
    });
  return (
    <SettingsPage
      title={t(identityScreenMessages.keys)}
      action={
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
          {t(settingsMessages.addKey)}
        </Button>
      }
    >
      <QueryResult query={keys} rows={4}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty icon="key" title={t(settingsMessages.noKeys)} detail={t(settingsMessages.noKeysDetail)} />
          ) : (
            <KeysTable keys={rows} onRevoke={revoke} />
          )
        }
      </QueryResult>
      {adding && <AddKeyDialog onClose={() => (setAdding(false), void reload())} />}
    </SettingsPage>
  );
}
