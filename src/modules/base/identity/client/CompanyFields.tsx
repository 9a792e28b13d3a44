import { Select } from "antd";
import type { CompanySettingsAnswer as Company } from "../shared/company.contract.ts";
import type { Language } from "../../../../shared/i18n/label.ts";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { TextField } from "../../../../ui/kit/TextField.tsx";
import type { FormErrors } from "../../../../ui/kit/form-errors.ts";
import { settingsMessages } from "./settings.messages.ts";

const ZONES = Intl.supportedValuesOf("timeZone").map((zone) => ({ value: zone, label: zone }));
const LANGUAGE_OPTIONS = [
  { value: "zh-CN", label: "简体中文" },
  { value: "en", label: "English" },
] as const;

export interface CompanyFieldsProps {
  readonly values: Company;
  readonly errors: FormErrors<"name" | "currency" | "zone">;
  readonly onChange: (values: Partial<Company>) => void;
}
/** What the company is called, and its currency, time zone and language. */
export function CompanyFields({ values, errors, onChange }: CompanyFieldsProps) {
  const { t } = useLanguage();
  return (
    <>
      <TextField
        label={t(settingsMessages.companyName)}
        required
        value={values.name}
        onChange={(name) => onChange({ name })}
        error={errors.name}
      />
      <TextField
        label={t(settingsMessages.currency)}
        required
        maxLength={3}
        value={values.currency}
        onChange={(currency) => onChange({ currency: currency.toUpperCase() })}
        error={errors.currency}
        hint={t(settingsMessages.currencyHint)}
      />
      <Labelled label={t(settingsMessages.zone)} required error={errors.zone}>
        {({ id }) => (
          <Select
            id={id}
            showSearch
            value={values.zone}
            options={ZONES}
            onChange={(zone: string) => onChange({ zone })}
          />
        )}
      </Labelled>
      <Labelled label={t(settingsMessages.language)}>
        {({ id }) => (
          <Select<Language>
            id={id}
            value={values.language}
            options={[...LANGUAGE_OPTIONS]}
            onChange={(language) => onChange({ language })}
          />
        )}
      </Labelled>
    </>
  );
}
