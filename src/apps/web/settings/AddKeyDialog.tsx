import { Modal, Select } from "antd";
import { useState } from "react";
import { useRecords } from "../../../ui/data/records.ts";
import { request } from "../../../ui/data/request.ts";
import { textValue } from "../../../ui/data/values.ts";
import { Labelled } from "../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../ui/kit/SimpleForm.tsx";
import { TextField } from "../../../ui/kit/TextField.tsx";
import { useDoorForm } from "../pages/use-door-form.ts";
import { CopyLine } from "./CopyLine.tsx";
import { roleLabel } from "./role-label.ts";
import { settingsTexts } from "./settings.messages.ts";

/** Makes a key and shows it, once. */
export function AddKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const [secret, setSecret] = useState<string | null>(null);
  if (secret === null) return <NewKey onMade={setSecret} onClose={onClose} />;
  return (
    <Modal
      open
      width={480}
      title={t(settingsTexts.addKey)}
      okText={t(settingsTexts.done)}
      cancelButtonProps={{ hidden: true }}
      mask={{ closable: false }}
      onOk={onClose}
      onCancel={onClose}
    >
      <div className="stack">
        <p>{t(settingsTexts.keyShown)}</p>
        <CopyLine text={secret} />
      </div>
    </Modal>
  );
}

function NewKey({
  onMade,
  onClose,
}: {
  readonly onMade: (secret: string) => void;
  readonly onClose: () => void;
}) {
  const { t, of } = useLanguage();
  const [name, setName] = useState("");
  const [role, setRole] = useState<string | null>(null);
  const [expires, setExpires] = useState("");
  const roles = useRecords("role", { limit: 100 });
  const { errors, busy, submit } = useDoorForm(["name"]);
  const options = (roles.data?.data ?? []).map((one) => ({
    value: textValue(one["name"]),
    label: of(roleLabel(one), textValue(one["name"])),
  }));
  const make = () =>
    submit({ name }, async () => {
      const until = expires ? new Date(`${expires}T23:59:59`).toISOString() : null;
      const { key } = await request<{ key: string }>("/api-keys", {
        method: "POST",
        body: { name: name.trim(), ...(role ? { role } : {}), ...(until ? { expires_at: until } : {}) },
      });
      onMade(key);
    });
  return (
    <Modal
      open
      width={480}
      title={t(settingsTexts.addKey)}
      okText={t(settingsTexts.add)}
      cancelText={t(settingsTexts.cancel)}
      confirmLoading={busy}
      onOk={() => void make()}
      onCancel={onClose}
    >
      <SimpleForm error={errors[""]} onSubmit={() => void make()}>
        <TextField
          label={t(settingsTexts.keyName)}
          required
          autoFocus
          value={name}
          onChange={setName}
          error={errors["name"]}
        />
        <Labelled label={t(settingsTexts.keyRole)} error={errors["role"]}>
          {({ id }) => (
            <Select
              id={id}
              allowClear
              value={role}
              placeholder={t(settingsTexts.keyOwn)}
              options={options}
              onChange={(next: string | undefined) => setRole(next ?? null)}
            />
          )}
        </Labelled>
        <Labelled
          label={t(settingsTexts.keyExpires)}
          error={errors["expires_at"]}
          hint={t(settingsTexts.keyNever)}
        >
          {({ id }) => (
            <input
              id={id}
              className="native-input"
              type="date"
              value={expires}
              onChange={(event) => setExpires(event.target.value)}
            />
          )}
        </Labelled>
      </SimpleForm>
    </Modal>
  );
}
