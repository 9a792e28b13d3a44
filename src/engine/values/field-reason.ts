import type { Label } from "../../shared/i18n/label.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import { kindMessages, valueMessages } from "./value-messages.ts";

/** A value as given by a caller, brought into its one wire form — or why not. */
export type Read = { readonly value: WireValue } | { readonly reason: Reason };

/** Why a value does not fit its field, in the field's words. */
export const fieldReason = (
  field: Field,
  code: keyof typeof valueMessages,
  params: Reason["params"] = {},
): Reason => ({
  code,
  field: field.name,
  params: { ...params },
  text: withLabel(valueMessages[code], field),
});

/** Puts the field's label into a message per language, so that the reason can be said in any. */
export function withLabel(message: Label, field: Pick<Field, "label">): Label {
  const place = (language: "zh-CN" | "en") =>
    message[language].replaceAll("{label}", field.label[language] ?? field.label["zh-CN"] ?? "");
  return { "zh-CN": place("zh-CN"), en: place("en") };
}

/** The value is of another kind than the field. */
export function wrongType(field: Field, value: unknown, kind: keyof typeof kindMessages): Read {
  const shown = (typeof value === "string" ? value : JSON.stringify(value)).slice(0, 60);
  const word = kindMessages[kind];
  const base = withLabel(valueMessages.wrong_type, field);
  return {
    reason: {
      code: "wrong_type",
      field: field.name,
      params: { value: shown, kind },
      text: {
        "zh-CN": base["zh-CN"].replace("{kind}", word["zh-CN"]),
        en: base.en.replace("{kind}", word.en),
      },
    },
  };
}
