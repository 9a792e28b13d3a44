import { Checkbox, Modal, Select } from "antd";
import { useState } from "react";
import { changeRecord } from "../../../../shared/wire/records.contract.ts";
import { call } from "../../../../ui/data/call.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import { createRecord, useRecords, useRefresh } from "../../../../ui/data/records.ts";
import { roleCode, roleLabel } from "../../../../ui/data/role-label.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../../ui/kit/SimpleForm.tsx";
import { TextField } from "../../../../ui/kit/TextField.tsx";
import { useForm } from "../../../../ui/kit/use-form.ts";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import { chatRobot } from "../shared/chat-robot.object.ts";
import { eventsOf, type RobotRow, useEvents } from "./robots-data.ts";
import { robotsMessages } from "./robots.messages.ts";

interface Edited {
  readonly name: string;
  readonly kind: NonNullable<RobotRow["kind"]>;
  readonly url: string;
  readonly events: readonly string[];
  readonly role: string | null;
  readonly active: boolean;
}
const editedOf = (robot: RobotRow): Edited => ({
  name: robot.name ?? "",
  kind: robot.kind ?? "wecom",
  url: robot.url ?? "",
  events: eventsOf(robot),
  role: robot.role ?? null,
  active: robot.active ?? true,
});

/** Makes a robot, or changes one. */
export function RobotDialog({ robot, onClose }: { readonly robot: RobotRow; readonly onClose: () => void }) {
  const { t } = useLanguage();
  const tell = useTell();
  const refresh = useRefresh();
  const [values, setValues] = useState(editedOf(robot));
  const [secret, setSecret] = useState("");
  const { errors, busy, submit } = useForm(["name", "url", "events"]);
  const change = (part: Partial<Edited>) => setValues((now) => ({ ...now, ...part }));
  const send = () =>
    submit({ name: values.name.trim(), url: values.url.trim() }, async () => {
      const given = { ...values, events: [...values.events], ...(secret ? { secret } : {}) };
      await (robot.id
        ? call(changeRecord, {
            params: { object: chatRobot.name, id: robot.id },
            body: given,
            key: newId(),
          })
        : createRecord(chatRobot.name, given, newId()));
      tell.saved();
      await refresh(chatRobot.name);
      onClose();
    });
  return (
    <Modal
      open
      width={560}
      title={robot.id ? robot.name : t(robotsMessages.add)}
      okText={t(kitMessages.save)}
      confirmLoading={busy}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <SimpleForm error={errors[""]} onSubmit={() => void send()}>
        <WhereFields values={values} errors={errors} change={change} />
        {values.kind !== "wecom" && (
          <TextField
            label={t(robotsMessages.secret)}
            hint={t(robot.secret ? robotsMessages.secretKept : robotsMessages.secretHint)}
            secret
            autoComplete="new-password"
            value={secret}
            onChange={setSecret}
          />
        )}
        <WhatFields values={values} errors={errors} change={change} />
        <Checkbox checked={values.active} onChange={({ target }) => change({ active: target.checked })}>
          {t(robotsMessages.active)}
        </Checkbox>
      </SimpleForm>
    </Modal>
  );
}

interface FieldsProps {
  readonly values: Edited;
  readonly errors: ReturnType<typeof useForm<"name" | "url" | "events">>["errors"];
  readonly change: (part: Partial<Edited>) => void;
}
function WhereFields({ values, errors, change }: FieldsProps) {
  const { t, of } = useLanguage();
  return (
    <>
      <TextField
        label={t(robotsMessages.name)}
        required
        maxLength={100}
        value={values.name}
        onChange={(name) => change({ name })}
        error={errors.name}
      />
      <Labelled label={t(robotsMessages.kind)}>
        {({ id }) => (
          <Select
            id={id}
            value={values.kind}
            options={chatRobot.fields.kind.options.map(({ name, label }) => ({
              value: name,
              label: of(label),
            }))}
            onChange={(kind) => change({ kind })}
          />
        )}
      </Labelled>
      <TextField
        label={t(robotsMessages.url)}
        required
        code
        maxLength={2000}
        placeholder="https://"
        value={values.url}
        onChange={(url) => change({ url })}
        error={errors.url}
      />
    </>
  );
}

function WhatFields({ values, errors, change }: FieldsProps) {
  const { t, of } = useLanguage();
  const events = useEvents();
  const roles = useRecords("role", { limit: 100 });
  return (
    <>
      <Labelled label={t(robotsMessages.events)} error={errors.events}>
        {({ id }) => (
          <Select
            id={id}
            mode="multiple"
            optionFilterProp="label"
            value={[...values.events]}
            options={(events.data ?? []).map(({ event, label }) => ({ value: event, label: of(label) }))}
            onChange={(chosen: string[]) => change({ events: chosen })}
          />
        )}
      </Labelled>
      <Labelled label={t(robotsMessages.role)} hint={t(robotsMessages.roleHint)}>
        {({ id, describedBy }) => (
          <Select
            id={id}
            aria-describedby={describedBy}
            allowClear
            value={values.role}
            options={(roles.data?.data ?? []).map((role) => ({
              value: idOf(role),
              label: of(roleLabel(role), roleCode(role)),
            }))}
            onChange={(role: string | undefined) => change({ role: role ?? null })}
          />
        )}
      </Labelled>
    </>
  );
}
