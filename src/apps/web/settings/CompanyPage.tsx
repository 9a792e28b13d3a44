import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Select, Switch } from "antd";
import { useState } from "react";
import type { CompanySettingsAnswer as Company } from "../../../modules/identity/shared/wire.ts";
import type { Language } from "../../../shared/i18n/label.ts";
import { request } from "../../../ui/data/request.ts";
import { ME } from "../../../ui/data/session.ts";
import { Labelled } from "../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { Loaded } from "../../../ui/kit/Loaded.tsx";
import { SimpleForm } from "../../../ui/kit/SimpleForm.tsx";
import { TextField } from "../../../ui/kit/TextField.tsx";
import { useDoorForm } from "../pages/use-door-form.ts";
import { Section } from "./Section.tsx";
import { entryTexts } from "./entries.messages.ts";
import { noticeTexts } from "./notices/notices.messages.ts";
import { settingsTexts } from "./settings.messages.ts";
import { useTell } from "./use-tell.ts";

const ZONES = Intl.supportedValuesOf("timeZone").map((zone) => ({ value: zone, label: zone }));
const LANGUAGE_OPTIONS = [
  { value: "zh-CN", label: "简体中文" },
  { value: "en", label: "English" },
] as const;
const TIMES = Array.from({ length: 96 }, (_, quarter) => {
  const time = `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`;
  return { value: time, label: time };
});
const KEY = ["settings", "company"] as const;

export function CompanyPage() {
  const { t } = useLanguage();
  const company = useQuery({
    queryKey: KEY,
    queryFn: async () => (await request<{ data: Company }>("/settings/company")).data,
  });
  return (
    <Section title={t(entryTexts.company)}>
      <Loaded query={company}>{(data) => <CompanyForm key={JSON.stringify(data)} company={data} />}</Loaded>
    </Section>
  );
}

function CompanyForm({ company }: { readonly company: Company }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const tell = useTell();
  const [values, setValues] = useState<Company>(company);
  const { errors, busy, submit } = useDoorForm(["name", "currency", "zone", "stalled_digest_at"]);
  const changed = JSON.stringify(values) !== JSON.stringify(company);
  const save = () =>
    submit({ name: values.name, currency: values.currency, zone: values.zone }, async () => {
      await request("/settings/company", { method: "PATCH", body: values });
      tell.saved();
      await Promise.all([
        client.invalidateQueries({ queryKey: KEY }),
        client.invalidateQueries({ queryKey: ME }),
      ]);
    });
  return (
    <SimpleForm className="settings-form" error={errors[""]} onSubmit={() => void save()}>
      <TextField
        label={t(settingsTexts.companyName)}
        required
        value={values.name}
        onChange={(name) => setValues({ ...values, name })}
        error={errors["name"]}
      />
      <TextField
        label={t(settingsTexts.currency)}
        required
        maxLength={3}
        value={values.currency}
        onChange={(currency) => setValues({ ...values, currency: currency.toUpperCase() })}
        error={errors["currency"]}
        hint={t(settingsTexts.currencyHint)}
      />
      <Labelled label={t(settingsTexts.zone)} required error={errors["zone"]}>
        {({ id }) => (
          <Select
            id={id}
            showSearch
            value={values.zone}
            options={ZONES}
            onChange={(zone: string) => setValues({ ...values, zone })}
          />
        )}
      </Labelled>
      <Labelled label={t(settingsTexts.language)}>
        {({ id }) => (
          <Select<Language>
            id={id}
            value={values.language}
            options={[...LANGUAGE_OPTIONS]}
            onChange={(language) => setValues({ ...values, language })}
          />
        )}
      </Labelled>
      <DigestFields
        values={values}
        error={errors["stalled_digest_at"]}
        onChange={(more) => setValues({ ...values, ...more })}
      />
      <div>
        <Button type="primary" htmlType="submit" loading={busy} disabled={!changed}>
          {t(settingsTexts.save)}
        </Button>
      </div>
    </SimpleForm>
  );
}

interface DigestFieldsProps {
  readonly values: Company;
  readonly error: string | undefined;
  readonly onChange: (values: Partial<Company>) => void;
}
/** Whether and when people are told what stands still. */
function DigestFields({ values, error, onChange }: DigestFieldsProps) {
  const { t } = useLanguage();
  return (
    <>
      <Labelled label={t(noticeTexts.digest)} hint={t(noticeTexts.digestHint)}>
        {({ id, describedBy }) => (
          <span>
            <Switch
              id={id}
              aria-describedby={describedBy}
              checked={values.stalled_digest}
              onChange={(on) => onChange({ stalled_digest: on })}
            />
          </span>
        )}
      </Labelled>
      {values.stalled_digest && (
        <Labelled label={t(noticeTexts.digestAt)} error={error}>
          {({ id }) => (
            <Select
              id={id}
              showSearch
              value={values.stalled_digest_at}
              options={TIMES}
              onChange={(at: string) => onChange({ stalled_digest_at: at })}
            />
          )}
        </Labelled>
      )}
    </>
  );
}
