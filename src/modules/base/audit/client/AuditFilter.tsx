import { Select } from "antd";
import type { ReactNode } from "react";
import { useMe } from "../../../../ui/data/session.ts";
import { PeriodPicker } from "../../../../ui/kit/DayPicker.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { RecordSelect } from "../../permissions/client/public.ts";
import { auditScreenMessages } from "./audit.messages.ts";
import { daysOf, momentsOf } from "./log-period.ts";
import * as styles from "./AuditFilter.module.css";

export interface Choice {
  readonly key: string;
  readonly label: string;
  readonly any: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}
type Filter = Readonly<Record<string, string | undefined>>;
export interface AuditFilterProps<F extends Filter> {
  /** What the person is called in the query. */
  readonly person: string;
  readonly filter: F;
  readonly choices: readonly Choice[];
  readonly onChange: (filter: F) => void;
  /** What else stands in the row, at its end. */
  readonly children?: ReactNode;
}
/** Person, choices and days of the company, in one row. */
export function AuditFilter<F extends Filter>(props: AuditFilterProps<F>) {
  const { person, filter, choices, onChange, children } = props;
  const { t } = useLanguage();
  const { zone } = useMe().company;
  const set = (name: string, value: string | undefined) => onChange({ ...filter, [name]: value });
  return (
    <div className={styles.auditFilter}>
      <RecordSelect
        object="user"
        label={t(auditScreenMessages.person)}
        placeholder={t(auditScreenMessages.anyone)}
        value={filter[person] ?? ""}
        onChange={(id) => set(person, id || undefined)}
      />
      {choices.map(({ key, label, any, options }) => (
        <Select
          key={key}
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          aria-label={label}
          placeholder={any}
          value={filter[key]}
          options={[...options]}
          onChange={(value: string | undefined) => set(key, value)}
        />
      ))}
      <PeriodPicker
        label={t(auditScreenMessages.range)}
        value={daysOf(zone, filter)}
        onChange={(days) => onChange({ ...filter, ...momentsOf(zone, days) })}
      />
      {children}
    </div>
  );
}
