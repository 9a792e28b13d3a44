import { Select, Switch } from "antd";
import type { CompanySettingsAnswer as Company } from "../../shared/company.contract.ts";
import { Labelled } from "../../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { noticeMessages } from "./notices.messages.ts";

const TIMES = Array.from({ length: 96 }, (_, quarter) => {
  const time = `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`;
  return { value: time, label: time };
});

export interface DigestFieldsProps {
  readonly values: Company;
  readonly error: string | undefined;
  readonly onChange: (values: Partial<Company>) => void;
}
/** Whether and when people are told what stands still. */
export function DigestFields({ values, error, onChange }: DigestFieldsProps) {
  const { t } = useLanguage();
  return (
    <>
      <Labelled label={t(noticeMessages.digest)} hint={t(noticeMessages.digestHint)}>
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
        <Labelled label={t(noticeMessages.digestAt)} error={error}>
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
