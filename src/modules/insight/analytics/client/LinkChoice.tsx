import type { FieldInfo, ObjectInfo } from "../../../../ui/data/objects.ts";
import { LinkInput } from "../../../../ui/field/input/LinkInput.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { insightScreenMessages } from "./insight.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as insightStyles from "./insight.module.css";

export interface LinkChoiceProps {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly label: string;
  /** Empty for any. */
  readonly value: string;
  readonly onChange: (id: string) => void;
}
/** Records with this one in a field, or with any. */
export function LinkChoice({ object, field, label, value, onChange }: LinkChoiceProps) {
  const { t } = useLanguage();
  return (
    <label className={insightStyles.insightChoice}>
      <span className={base.srOnly}>{label}</span>
      <LinkInput
        object={object.name}
        field={field}
        value={value || null}
        placeholder={t(insightScreenMessages.anyOf, { field: label })}
        onChange={(chosen) => onChange(typeof chosen === "string" ? chosen : "")}
      />
    </label>
  );
}
