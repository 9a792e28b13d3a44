import type { WireValue } from "../../../shared/metadata/object.ts";
import type { FieldInfo } from "../../data/objects.ts";
import { isBlank } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import type { FormPart } from "./form-fields.ts";
import type { FormMessages } from "./use-form-errors.ts";

/** Required fields still empty, said under each. What has a default is filled by the server. */
export function useMissing(parts: readonly FormPart[], isRequired: (field: FieldInfo) => boolean) {
  const { t, of } = useLanguage();
  return (valueOf: (name: string) => WireValue | undefined): FormMessages =>
    Object.fromEntries(
      parts
        .flatMap((part) => part.fields)
        .filter((field) => isRequired(field) && field.default === undefined && isBlank(valueOf(field.name)))
        .map((field) => [field.name, t(recordScreenMessages.required, { field: of(field.label) })]),
    );
}
