import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { type ApiKeyAnswer, listKeys, revokeKey } from "../shared/api-keys.contract.ts";
import { call } from "../../../../ui/data/call.ts";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Loaded } from "../../../../ui/kit/Loaded.tsx";
import { SettingsPage } from "../../../../ui/kit/SettingsPage.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { useRemove } from "../../../../ui/kit/use-remove.ts";
import { AddKeyDialog } from "./AddKeyDialog.tsx";
import { KeysTable } from "./KeysTable.tsx";
import { settingsTexts } from "./settings.messages.ts";
import { identityTexts } from "./identity.messages.ts";

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
      title: t(settingsTexts.revokeTitle, { name: key.name }),
      detail: t(settingsTexts.revokeDetail),
      action: t(settingsTexts.revoke),
      send: () => call(revokeKey, { params: { id: key.id } }),
      onDone: reload,
    });
  return (
    <SettingsPage
      title={t(identityTexts.keys)}
      action={
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
          {t(settingsTexts.addKey)}
        </Button>
      }
    >
      <Loaded query={keys} rows={4}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty icon="key" title={t(settingsTexts.noKeys)} detail={t(settingsTexts.noKeysDetail)} />
          ) : (
            <KeysTable keys={rows} onRevoke={revoke} />
          )
        }
      </Loaded>
      {adding && <AddKeyDialog onClose={() => (setAdding(false), void reload())} />}
    </SettingsPage>
  );
}
