import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input, Modal, Select } from "antd";
import { useState } from "react";
import type { ApiKeyAnswer } from "../../../modules/identity/shared/wire.ts";
import { useRecords } from "../../../ui/data/records.ts";
import { request } from "../../../ui/data/request.ts";
import { textValue } from "../../../ui/data/values.ts";
import { DataTable } from "../../../ui/kit/DataTable.tsx";
import { Labelled } from "../../../ui/kit/Field.tsx";
import { Ghost } from "../../../ui/kit/Ghost.tsx";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { Empty, Failure, Skeleton } from "../../../ui/kit/States.tsx";
import { timeText } from "../../../ui/kit/time-text.ts";
import { useDoorForm } from "../pages/use-door-form.ts";
import { roleLabel } from "./role-label.ts";
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
  const keys = useQuery({ queryKey: KEY, queryFn: async () => (await request<{ data: readonly ApiKeyAnswer[] }>("/api-keys")).data });
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
            { key: "hint", title: t(entryTexts.keys), render: (key) => <code className="muted">…{key.hint}</code> },
            { key: "role", title: t(settingsTexts.role), render: (key) => key.role ?? t(settingsTexts.keyOwn) },
            {
              key: "expires",
              title: t(settingsTexts.keyExpires),
              render: (key) => <span className="num">{key.expires_at ? timeText(key.expires_at) : t(settingsTexts.keyNever)}</span>,
            },
            {
              key: "used",
              title: t(settingsTexts.keyLastUsed),
              render: (key) => <span className="num">{key.last_used_at ? timeText(key.last_used_at) : t(settingsTexts.keyUnused)}</span>,
            },
            { key: "revoke", title: "", align: "right", render: (key) => <Ghost onClick={() => revoke(key)}>{t(settingsTexts.revoke)}</Ghost> },
          ]}
        />
      )}
      {adding && <AddKey onClose={() => (setAdding(false), void reload())} />}
    </Section>
  );
}

function AddKey({ onClose }: { readonly onClose: () => void }) {
  const { t, of } = useLanguage();
  const { message } = App.useApp();
  const [name, setName] = useState("");
  const [role, setRole] = useState<string | null>(null);
  const [expires, setExpires] = useState("");
  const [secret, setSecret] = useState<string | null>(null);
  const roles = useRecords("role", { limit: 100 });
  const { errors, busy, submit } = useDoorForm(["name"]);
  const make = () =>
    submit({ name }, async () => {
      const until = expires ? new Date(`${expires}T23:59:59`).toISOString() : null;
      const { key } = await request<{ key: string }>("/api-keys", {
        method: "POST",
        body: { name: name.trim(), ...(role ? { role } : {}), ...(until ? { expires_at: until } : {}) },
      });
      setSecret(key);
    });
  return (
    <Modal
      open
      width={480}
      title={t(settingsTexts.addKey)}
      okText={t(secret ? settingsTexts.done : settingsTexts.add)}
      cancelText={t(settingsTexts.cancel)}
      confirmLoading={busy}
      mask={{ closable: false }}
      onOk={() => (secret ? onClose() : void make())}
      onCancel={onClose}
      {...(secret ? { cancelButtonProps: { hidden: true } } : {})}
    >
      {secret ? (
        <div className="stack">
          <p>{t(settingsTexts.keyShown)}</p>
          <div className="secret">
            <code className="grow">{secret}</code>
            <Button icon={<Icon name="copy" />} onClick={() => void navigator.clipboard.writeText(secret).then(() => message.success(t(settingsTexts.copied)))}>
              {t(settingsTexts.copy)}
            </Button>
          </div>
        </div>
      ) : (
        <div className="stack">
          {errors[""] && (
            <div className="banner banner-danger" role="alert">
              {errors[""]}
            </div>
          )}
          <Labelled label={t(settingsTexts.keyName)} required error={errors["name"]}>
            {({ id, invalid }) => <Input id={id} autoFocus value={name} status={invalid ? "error" : ""} onChange={(event) => setName(event.target.value)} />}
          </Labelled>
          <Labelled label={t(settingsTexts.keyRole)} error={errors["role"]}>
            {({ id }) => (
              <Select
                id={id}
                allowClear
                value={role}
                placeholder={t(settingsTexts.keyOwn)}
                options={(roles.data?.data ?? []).map((one) => ({ value: textValue(one["name"]), label: of(roleLabel(one), textValue(one["name"])) }))}
                onChange={(next: string | undefined) => setRole(next ?? null)}
              />
            )}
          </Labelled>
          <Labelled label={t(settingsTexts.keyExpires)} error={errors["expires_at"]} hint={t(settingsTexts.keyNever)}>
            {({ id }) => <input id={id} className="native-input" type="date" value={expires} onChange={(event) => setExpires(event.target.value)} />}
          </Labelled>
        </div>
      )}
    </Modal>
  );
}
