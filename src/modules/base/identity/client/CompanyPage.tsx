import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import {
  changeCompanySettings,
  type CompanySettingsAnswer as Company,
  readCompanySettings,
} from "../shared/company.contract.ts";
import { call } from "../../../../ui/data/call.ts";
import { ME } from "../../../../ui/data/session.ts";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { SettingsPage } from "../../../../ui/kit/SettingsPage.tsx";
import { SimpleForm } from "../../../../ui/kit/SimpleForm.tsx";
import { useEdited } from "../../../../ui/kit/use-edited.ts";
import { useForm } from "../../../../ui/kit/use-form.ts";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import { CompanyFields } from "./CompanyFields.tsx";
import { DigestFields } from "./notices/DigestFields.tsx";
import { identityScreenMessages } from "./identity.messages.ts";
import * as settingsPageStyles from "../../../../ui/kit/SettingsPage.module.css";

const KEY = ["settings", "company"] as const;

export function CompanyPage() {
  const { t } = useLanguage();
  const company = useQuery({
    queryKey: KEY,
    queryFn: async () => (await call(readCompanySettings, {})).data,
  });
  return (
    <SettingsPage title={t(identityScreenMessages.company)}>
      <QueryResult query={company}>
        {(data) => <CompanyForm key={JSON.stringify(data)} company={data} />}
      </QueryResult>
    </SettingsPage>
  );
}

function CompanyForm({ company }: { readonly company: Company }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const tell = useTell();
  const { values, change, changed } = useEdited<Company>(company);
  const { errors, busy, submit } = useForm(["name", "currency", "zone", "stalled_digest_at"]);
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
    <SimpleForm className={settingsPageStyles.settingsForm} error={errors[""]} onSubmit={() => void save()}>
      <CompanyFields values={values} errors={errors} onChange={change} />
      <DigestFields values={values} error={errors.stalled_digest_at} onChange={change} />
      <div>
        <Button type="primary" htmlType="submit" loading={busy} disabled={!changed}>
          {t(kitMessages.save)}
        </Button>
      </div>
    </SimpleForm>
  );
}
