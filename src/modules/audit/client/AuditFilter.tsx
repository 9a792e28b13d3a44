import { DatePicker, Select } from "antd";
import type { Query } from "../../../ui/data/request.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { RecordSelect } from "../../permissions/client/public.tsx";
import { auditTexts } from "./audit.messages.ts";

export interface Choice {
  readonly key: string;
  readonly label: string;
  readonly any: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}
export interface AuditFilterProps {
  /** What the person is called in the query. */
  readonly person: string;
  readonly filter: Query;
  readonly choices: readonly Choice[];
  readonly onChange: (filter: Query) => void;
}
/** Person, choices and time, in one row. */
export function AuditFilter({ person, filter, choices, onChange }: AuditFilterProps) {
  const { t } = useLanguage();
  const set = (name: string, value: string | undefined) => onChange({ ...filter, [name]: value });
  return (
    <div className="audit-filter">
      <RecordSelect
        object="user"
        label={t(auditTexts.person)}
        value={String(filter[person] ?? "")}
        onChange={(id) => set(person, id || undefined)}
      />
      {choices.map(({ key, label, any, options }) => (
        <Select
          key={key}
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          aria-label={label}
          placeholder={any}
          value={typeof filter[key] === "string" ? filter[key] : undefined}
          options={[...options]}
          onChange={(value: string | undefined) => set(key, value)}
        />
      ))}
      <DatePicker.RangePicker
        aria-label={t(auditTexts.range)}
        onChange={(range) => {
          const [from, to] = range ?? [];
          onChange({
            ...filter,
            from: from?.startOf("day").toISOString(),
            to: to?.add(1, "day").startOf("day").toISOString(),
          });
        }}
      />
    </div>
  );
}
