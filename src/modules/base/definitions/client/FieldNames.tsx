import { useMe } from "../../../../ui/data/session.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { TextField } from "../../../../ui/kit/TextField.tsx";
import type { SettingsField } from "./field-draft.ts";
import { objectMessages } from "./objects.messages.ts";
import type { PartsProps } from "./PartOf.tsx";
import { faultAt } from "./definition-errors.ts";
import { definitionScreenMessages } from "./definitions.messages.ts";

type Say = ReturnType<typeof useLanguage>["t"];
/** Of a shipped field under other words: what it is called as shipped. */
const shippedHint = (field: SettingsField | null, tag: string, t: Say): string | undefined =>
  field?.shipped && field.shipped.label[tag] !== field.label[tag]
    ? t(objectMessages.shippedAs, { name: field.shipped.label[tag] ?? "" })
    : undefined;

type FieldNamesProps = Omit<PartsProps, "object">;
/** What a field is called; the company’s own language is needed, the other one falls back to it. */
export function FieldNames({ field, draft, errors, set }: FieldNamesProps) {
  const { t } = useLanguage();
  const first = useMe().company.language;
  return (
    <>
      <TextField
        label={t(definitionScreenMessages.labelZh)}
        required={first === "zh-CN"}
        value={draft.zh}
        onChange={(zh) => set({ zh })}
        error={first === "zh-CN" ? faultAt(errors, "label") : undefined}
        hint={
          shippedHint(field, "zh-CN", t) ?? (first === "zh-CN" ? undefined : t(objectMessages.otherLabel))
        }
      />
      <TextField
        label={t(definitionScreenMessages.labelEn)}
        required={first === "en"}
        value={draft.en}
        onChange={(en) => set({ en })}
        error={first === "en" ? faultAt(errors, "label") : undefined}
        hint={shippedHint(field, "en", t) ?? (first === "en" ? undefined : t(objectMessages.otherLabel))}
      />
    </>
  );
}
