import { Select } from "antd";
import { SpanPicker } from "../../../../ui/kit/DayPicker.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { RecordSelect } from "../../permissions/client/public.ts";
import { auditScreenMessages } from "./audit.messages.ts";
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
}
/** Person, choices and time, in one row. */
export function AuditFilter<F extends Filter>({ person, filter, choices, onChange }: AuditFilterProps<F>) {
  const { t } = useLanguage();
  const set = (name: string, value: string | undefined) => onChange({ ...filter, [name]: value });
  return (
    <div className={styles.auditFilter}>
      <RecordSelect
        object="user"
        label={t(auditScreenMessages.person)}
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
      <SpanPicker
        label={t(auditScreenMessages.range)}
        onChange={(from, to) => onChange({ ...filter, from, to })}
      />
    </div>
  );
}
