import { useQueryClient } from "@tanstack/react-query";
import { Input, Modal, Switch } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useIntent } from "../../../ui/data/intent.ts";
import { OBJECTS } from "../../../ui/data/objects.ts";
import { request } from "../../../ui/data/request.ts";
import { Labelled } from "../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { useDoorForm } from "../pages/use-door-form.ts";
import { apiNameOf } from "./api-name.ts";
import { settingsTexts } from "./settings.messages.ts";

export function AddObjectDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const intent = useIntent();
  const [values, setValues] = useState({ zh: "", en: "", name: "" });
  const [stages, setStages] = useState(false);
  const { errors, busy, submit } = useDoorForm(["zh", "en", "name"]);
  const name = values.name || apiNameOf(values.en);
  const save = () =>
    submit({ ...values, name }, async () => {
      const label = { "zh-CN": values.zh, en: values.en };
      const body = { name, label, plural: label, stages };
      const { data } = await intent.run(body, (key) => request<{ data: { name: string } }>("/objects", { method: "POST", body, key }));
      await client.invalidateQueries({ queryKey: OBJECTS });
      onClose();
      await navigate(`/settings/objects/${data.name}`);
    });
  return (
    <Modal
      open
      width={460}
      title={t(settingsTexts.addObject)}
      okText={t(settingsTexts.add)}
      cancelText={t(settingsTexts.cancel)}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className="stack">
        {errors[""] && (
          <div className="banner banner-danger" role="alert">
            {errors[""]}
          </div>
        )}
        <Labelled label={t(settingsTexts.labelZh)} required error={errors["zh"] ?? errors["label"]}>
          {({ id }) => <Input id={id} autoFocus value={values.zh} onChange={(event) => setValues({ ...values, zh: event.target.value })} />}
        </Labelled>
        <Labelled label={t(settingsTexts.labelEn)} required error={errors["en"]}>
          {({ id }) => <Input id={id} value={values.en} onChange={(event) => setValues({ ...values, en: event.target.value })} />}
        </Labelled>
        <Labelled label={t(settingsTexts.apiName)} required error={errors["name"]} hint={t(settingsTexts.apiNameHint)}>
          {({ id }) => <Input id={id} className="mono" value={name} onChange={(event) => setValues({ ...values, name: event.target.value })} />}
        </Labelled>
        <label className="line">
          <Switch size="small" checked={stages} onChange={setStages} />
          {t(settingsTexts.withStages)}
        </label>
      </div>
    </Modal>
  );
}
