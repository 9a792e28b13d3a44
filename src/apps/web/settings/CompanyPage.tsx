import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import type { Language } from "../../../shared/i18n/label.ts";
import { request } from "../../../ui/data/request.ts";
import { ME } from "../../../ui/data/session.ts";
import { Labelled } from "../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { Failure, Skeleton } from "../../../ui/kit/States.tsx";
import { useDoorForm } from "../pages/use-door-form.ts";
import { Section } from "./Section.tsx";
import { entryTexts } from "./entries.messages.ts";
import { settingsTexts } from "./settings.messages.ts";
import { useTell } from "./use-tell.ts";

interface Company {
  readonly name: string;
  readonly currency: string;
  readonly zone: string;
  readonly language: Language;
}
const KEY = ["settings", "company"] as const;

export function CompanyPage() {
  const { t } = useLanguage();
  const company = useQuery({ queryKey: KEY, queryFn: async () => (await request<{ data: Company }>("/settings/company")).data });
  return (
    <Section title={t(entryTexts.company)}>
      {company.isPending ? (
        <Skeleton rows={4} />
      ) : company.isError ? (
        <Failure error={company.error} onRetry={() => void company.refetch()} />
      ) : (
        <CompanyForm key={JSON.stringify(company.data)} company={company.data} />
      )}
    </Section>
  );
}

function CompanyForm({ company }: { readonly company: Company }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const tell = useTell();
  const [values, setValues] = useState<Company>(company);
  const { errors, busy, submit } = useDoorForm(["name", "currency", "zone"]);
  const changed = JSON.stringify(values) !== JSON.stringify(company);
  const save = () =>
    submit({ ...values }, async () => {
      await request("/settings/company", { method: "PATCH", body: values });
      tell.saved();
      await Promise.all([client.invalidateQueries({ queryKey: KEY }), client.invalidateQueries({ queryKey: ME })]);
    });
  return (
    <form
      className="stack settings-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {errors[""] && (
        <div className="banner banner-danger" role="alert">
          {errors[""]}
        </div>
      )}
      <Labelled label={t(settingsTexts.companyName)} required error={errors["name"]}>
        {({ id, invalid }) => (
          <Input id={id} value={values.name} status={invalid ? "error" : ""} onChange={(event) => setValues({ ...values, name: event.target.value })} />
        )}
      </Labelled>
      <Labelled label={t(settingsTexts.currency)} required error={errors["currency"]} hint={t(settingsTexts.currencyHint)}>
        {({ id, invalid }) => (
          <Input
            id={id}
            maxLength={3}
            value={values.currency}
            status={invalid ? "error" : ""}
            onChange={(event) => setValues({ ...values, currency: event.target.value.toUpperCase() })}
          />
        )}
      </Labelled>
      <Labelled label={t(settingsTexts.zone)} required error={errors["zone"]}>
        {({ id, invalid }) => (
          <Select
            id={id}
            showSearch
            value={values.zone}
            status={invalid ? "error" : ""}
            options={Intl.supportedValuesOf("timeZone").map((zone) => ({ value: zone, label: zone }))}
            onChange={(zone: string) => setValues({ ...values, zone })}
          />
        )}
      </Labelled>
      <Labelled label={t(settingsTexts.language)}>
        {({ id }) => (
          <Select<Language>
            id={id}
            value={values.language}
            options={[
              { value: "zh-CN", label: "简体中文" },
              { value: "en", label: "English" },
            ]}
            onChange={(language) => setValues({ ...values, language })}
          />
        )}
      </Labelled>
      <div>
        <Button type="primary" htmlType="submit" loading={busy} disabled={!changed}>
          {t(settingsTexts.save)}
        </Button>
      </div>
    </form>
  );
}
