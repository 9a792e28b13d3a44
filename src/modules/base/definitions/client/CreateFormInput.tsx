import { Switch } from "antd";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { asksAtOnce } from "../../../../ui/record/form/first-fields.ts";
import { objectMessages } from "./objects.messages.ts";
import type { PartsProps } from "./PartOf.tsx";
import * as base from "../../../../ui/kit/base.module.css";

interface CreateFormInputProps extends Pick<PartsProps, "object" | "field" | "draft"> {
  readonly error: string | undefined;
  readonly onChange: (asked: boolean | null) => void;
}
/** Whether a new record asks for the field at once; what the usual rules say anyhow is not kept. */
export function CreateFormInput({ object, field, draft, error, onChange }: CreateFormInputProps) {
  const { t } = useLanguage();
  const { create_form, required } = draft.properties;
  const usual = asksAtOnce(object, { name: field?.name ?? "" });
  const isAlways = required === true;
  const hint = isAlways ? objectMessages.alwaysAsked : objectMessages.createFormHint;
  return (
    <div>
      <label className={base.line}>
        <Switch
          size="small"
          disabled={isAlways}
          checked={isAlways || (typeof create_form === "boolean" ? create_form : usual)}
          onChange={(on) => onChange(on === usual ? null : on)}
        />
        {t(objectMessages.createForm)}
      </label>
      <p className={error ? `${base.note} ${base.noteError}` : base.note}>{error ?? t(hint)}</p>
    </div>
  );
}
