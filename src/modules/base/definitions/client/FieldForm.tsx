import type { FieldKind } from "../../../../shared/metadata/field.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../../ui/kit/SimpleForm.tsx";
import { TextField } from "../../../../ui/kit/TextField.tsx";
import { ApiNameInput } from "./ApiNameInput.tsx";
import { faultAt } from "./definition-errors.ts";
import { FieldNames } from "./FieldNames.tsx";
import { KIND_PARTS, type Part, partsOf, PLACE_KEYS } from "./field-parts.ts";
import { KindSelect } from "./KindSelect.tsx";
import { objectMessages } from "./objects.messages.ts";
import { PartOf, type PartsProps } from "./PartOf.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./FieldForm.module.css";

interface MorePartsProps extends PartsProps {
  readonly parts: readonly Part[];
  readonly name: string;
}
/** What few fields need, folded away unless there is a fault in it. */
function MoreParts({ parts, name, ...about }: MorePartsProps) {
  const { t } = useLanguage();
  const keys = ["name", ...parts.map(({ key }) => key)];
  if (parts.length === 0 && about.field) return null;
  return (
    <details open={keys.some((key) => faultAt(about.errors, key) !== undefined) || undefined}>
      <summary>{t(objectMessages.more)}</summary>
      <div className={`${base.stack} ${styles.detailsBody}`}>
        {parts.map((part) => (
          <PartOf key={part.key} {...about} part={part} />
        ))}
        {!about.field && (
          <ApiNameInput
            value={name}
            error={faultAt(about.errors, "name")}
            onChange={(next) => about.set({ name: next })}
          />
        )}
      </div>
    </details>
  );
}
/** The sentence under the input, in both languages. */
function HelpTexts({ draft, errors, set }: Pick<PartsProps, "draft" | "errors" | "set">) {
  const { t } = useLanguage();
  return (
    <>
      <TextField
        label={t(objectMessages.helpZh)}
        value={draft.helpZh}
        onChange={(helpZh) => set({ helpZh })}
        error={faultAt(errors, "description")}
      />
      <TextField
        label={t(objectMessages.helpEn)}
        value={draft.helpEn}
        onChange={(helpEn) => set({ helpEn })}
      />
    </>
  );
}

export interface FieldFormProps extends PartsProps {
  readonly name: string;
  readonly onKind: (kind: FieldKind) => void;
  readonly onSubmit: () => void;
}
/** The properties of a field: names, place in the form, what is its kind’s own, and what all kinds have. */
export function FieldForm({ name, onKind, onSubmit, ...about }: FieldFormProps) {
  const { field, draft, errors, set } = about;
  const parts = partsOf(draft.kind, field);
  const own = parts.filter((part) => KIND_PARTS[draft.kind].includes(part));
  const place = parts.filter(({ key }) => PLACE_KEYS.has(key));
  const rest = parts.filter((part) => !own.includes(part) && !place.includes(part));
  const draw = (part: Part) => <PartOf key={part.key} {...about} part={part} />;
  return (
    <SimpleForm error={errors[""]} onSubmit={onSubmit}>
      <FieldNames {...{ field, draft, errors, set }} />
      <KindSelect
        kind={draft.kind}
        fixed={field !== null && !field.custom}
        error={faultAt(errors, "kind")}
        onChange={onKind}
      />
      {own.map(draw)}
      {place.map(draw)}
      <HelpTexts {...{ draft, errors, set }} />
      <MoreParts {...about} parts={rest} name={name} />
    </SimpleForm>
  );
}
