import { Modal } from "antd";
import { useState } from "react";
import { addDays } from "../../../../shared/time/dates.ts";
import { makeKey } from "../shared/api-keys.contract.ts";
import { call } from "../../../../ui/data/call.ts";
import { lastMomentOf } from "../../../../ui/kit/company-clock.ts";
import { DayInput } from "../../../../ui/kit/DayInput.tsx";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../../ui/kit/SimpleForm.tsx";
import { TextField } from "../../../../ui/kit/TextField.tsx";
import { todayText } from "../../../../ui/kit/time-text.ts";
import { useForm } from "../../../../ui/kit/use-form.ts";
import { KeyRoleField } from "./KeyRoleField.tsx";
import { settingsMessages } from "./settings.messages.ts";

interface KeyExpiryFieldProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (day: string) => void;
}
function KeyExpiryField({ value, error, onChange }: KeyExpiryFieldProps) {
  const { t } = useLanguage();
  return (
    <Labelled label={t(settingsMessages.keyExpires)} error={error} hint={t(settingsMessages.keyNever)}>
      {({ id }) => (
        <DayInput
          id={id}
          wide
          value={value}
          from={addDays(todayText(), 1)}
          onChange={(day) => onChange(day ?? "")}
        />
      )}
    </Labelled>
  );
}

export interface NewKeyProps {
  readonly onMade: (secret: string) => void;
  readonly onClose: () => void;
}
/** Asks what a new key is called, as whom it acts and until when. */
export function NewKey({ onMade, onClose }: NewKeyProps) {
  const { t } = useLanguage();
  const [name, setName] = useState("");
  const [role, setRole] = useState<string | null>(null);
  const [expires, setExpires] = useState("");
  const { errors, busy, submit } = useForm<"name" | "role" | "expires_at">(["name"]);
  const make = () =>
    submit({ name }, async () => {
      const until = expires ? lastMomentOf(expires) : null;
      const { key } = await call(makeKey, {
        body: { name: name.trim(), ...(role ? { role } : {}), ...(until ? { expires_at: until } : {}) },
      });
      onMade(key);
    });
  return (
    <Modal
      open
      width={480}
      title={t(settingsMessages.addKey)}
      okText={t(kitMessages.add)}
      cancelText={t(kitMessages.cancel)}
      confirmLoading={busy}
      onOk={() => void make()}
      onCancel={onClose}
    >
      <SimpleForm error={errors[""]} onSubmit={() => void make()}>
        <TextField
          label={t(settingsMessages.keyName)}
          required
          autoFocus
          value={name}
          onChange={setName}
          error={errors.name}
        />
        <KeyRoleField value={role} error={errors.role} onChange={setRole} />
        <KeyExpiryField value={expires} error={errors.expires_at} onChange={setExpires} />
      </SimpleForm>
    </Modal>
  );
}
