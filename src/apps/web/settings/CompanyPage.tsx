import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import {
  changeCompanySettings,
  type CompanySettingsAnswer as Company,
  readCompanySettings,
} from "../../../modules/base/identity/shared/company.contract.ts";
import { call } from "../../../ui/data/call.ts";
import { ME } from "../../../ui/data/session.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { Loaded } from "../../../ui/kit/Loaded.tsx";
import { SimpleForm } from "../../../ui/kit/SimpleForm.tsx";
import { useDoorForm } from "../pages/use-door-form.ts";
import { CompanyFields } from "./CompanyFields.tsx";
import { DigestFields } from "./notices/DigestFields.tsx";
import { Section } from "./Section.tsx";
import { entryTexts } from "./entries.messages.ts";
import { settingsTexts } from "./settings.messages.ts";
import { useTell } from "./use-tell.ts";

const KEY = ["settings", "company"] as const;

export function CompanyPage() {
  const { t } = useLanguage();
  const company = useQuery({
    queryKey: KEY,
    queryFn: async () => (await call(readCompanySettings, {})).data,
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
      await call(changeCompanySettings, { body: values });
      tell.saved();
      await Promise.all([
        client.invalidateQueries({ queryKey: KEY }),
        client.invalidateQueries({ queryKey: ME }),
      ]);
    });
  return (
    <SimpleForm className="settings-form" error={errors[""]} onSubmit={() => void save()}>
      <CompanyFields values={values} errors={errors} onChange={(more) => setValues({ ...values, ...more })} />
      <DigestFields
        values={values}
        error={errors.stalled_digest_at}
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
