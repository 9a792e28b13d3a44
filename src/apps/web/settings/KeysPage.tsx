import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import type { ApiKeyAnswer } from "../../../modules/identity/shared/wire.ts";
import { request } from "../../../ui/data/request.ts";
import { DataTable } from "../../../ui/kit/DataTable.tsx";
import { Ghost } from "../../../ui/kit/Ghost.tsx";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { Empty, Failure, Skeleton } from "../../../ui/kit/States.tsx";
import { AddKeyDialog } from "./AddKeyDialog.tsx";
import { Section } from "./Section.tsx";
import { useKeyTimes } from "./key-columns.tsx";
import { entryTexts } from "./entries.messages.ts";
import { settingsTexts } from "./settings.messages.ts";
import { useTell } from "./use-tell.ts";

const KEY = ["api-keys"] as const;

export function KeysPage() {
  const { t, of } = useLanguage();
  const times = useKeyTimes();
  const { modal } = App.useApp();
  const client = useQueryClient();
  const tell = useTell();
  const [adding, setAdding] = useState(false);
  const keys = useQuery({
    queryKey: KEY,
    queryFn: async () => (await request<{ data: readonly ApiKeyAnswer[] }>("/api-keys")).data,
  });
  const reload = () => client.invalidateQueries({ queryKey: KEY });
  const revoke = (key: ApiKeyAnswer) =>
    modal.confirm({
      title: t(settingsTexts.revokeTitle, { name: key.name }),
      content: t(settingsTexts.revokeDetail),
      okText: t(settingsTexts.revoke),
      okButtonProps: { danger: true },
      cancelText: t(settingsTexts.cancel),
      onOk: () => request<void>(`/api-keys/${key.id}`, { method: "DELETE" }).then(reload, tell.failed),
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
        <DataTable
          label={t(entryTexts.keys)}
          rows={keys.data}
          rowKey={(key) => key.id}
          columns={[
            { key: "name", title: t(settingsTexts.keyName), render: (key) => <strong>{key.name}</strong> },
            {
              key: "hint",
              title: t(entryTexts.keys),
              render: (key) => <code className="muted">…{key.hint}</code>,
            },
            {
              key: "role",
              title: t(settingsTexts.role),
              render: (key) =>
                key.role ? of(key.role_label ?? undefined, key.role) : t(settingsTexts.keyOwn),
            },
            times.expires,
            times.used,
            {
              key: "revoke",
              title: "",
              align: "right",
              render: (key) => <Ghost onClick={() => revoke(key)}>{t(settingsTexts.revoke)}</Ghost>,
            },
          ]}
        />
      )}
      {adding && <AddKeyDialog onClose={() => (setAdding(false), void reload())} />}
    </Section>
  );
}
