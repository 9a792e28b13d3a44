import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import {
  type ApiKeyAnswer,
  listKeys,
  revokeKey,
} from "../../../modules/base/identity/shared/api-keys.contract.ts";
import { call } from "../../../ui/data/call.ts";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { Empty, Failure, Skeleton } from "../../../ui/kit/States.tsx";
import { AddKeyDialog } from "./AddKeyDialog.tsx";
import { KeysTable } from "./KeysTable.tsx";
import { Section } from "./Section.tsx";
import { entryTexts } from "./entries.messages.ts";
import { settingsTexts } from "./settings.messages.ts";
import { useTell } from "./use-tell.ts";

const KEY = ["api-keys"] as const;

export function KeysPage() {
  const { t } = useLanguage();
  const { modal } = App.useApp();
  const client = useQueryClient();
  const tell = useTell();
  const [adding, setAdding] = useState(false);
  const keys = useQuery({
    queryKey: KEY,
    queryFn: async () => (await call(listKeys, {})).data,
  });
  const reload = () => client.invalidateQueries({ queryKey: KEY });
  const revoke = (key: ApiKeyAnswer) =>
    modal.confirm({
      title: t(settingsTexts.revokeTitle, { name: key.name }),
      content: t(settingsTexts.revokeDetail),
      okText: t(settingsTexts.revoke),
      okButtonProps: { danger: true },
      cancelText: t(settingsTexts.cancel),
      onOk: () => call(revokeKey, { params: { id: key.id } }).then(reload, tell.failed),
    });
  return (
    <Section
      title={t(entryTexts.keys)}
      action={
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
          {t(settingsTexts.addKey)}
        </Button>
      }
    >
      {keys.isPending ? (
        <Skeleton rows={4} />
      ) : keys.isError ? (
        <Failure error={keys.error} onRetry={() => void keys.refetch()} />
      ) : keys.data.length === 0 ? (
        <Empty icon="key" title={t(settingsTexts.noKeys)} detail={t(settingsTexts.noKeysDetail)} />
      ) : (
        <KeysTable keys={keys.data} onRevoke={revoke} />
      )}
      {adding && <AddKeyDialog onClose={() => (setAdding(false), void reload())} />}
    </Section>
  );
}
