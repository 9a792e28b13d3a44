import type { FieldKind } from "../../../../shared/metadata/field.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { SimpleForm } from "../../../../ui/kit/SimpleForm.tsx";
import { TextField } from "../../../../ui/kit/TextField.tsx";
import { FieldNames } from "./FieldNames.tsx";
import { KIND_PARTS, type Part } from "./field-parts.ts";
import { KindSelect } from "./KindSelect.tsx";
import { objectMessages } from "./objects.messages.ts";
import { PartOf, type PartsProps } from "./PartOf.tsx";
import { ApiNameInput } from "./ApiNameInput.tsx";
import { faultAt } from "./definition-errors.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./FieldForm.module.css";

interface MorePartsProps extends PartsProps {
  readonly parts: readonly Part[];
  readonly name: string;
}
/** What all kinds have, folded away unless there is a fault in it. */
function MoreParts({ parts, name, ...about }: MorePartsProps) {
  const { t } = useLanguage();
  const keys = ["name", ...parts.map(({ key }) => key)];
  return (
    <details open={keys.some((key) => faultAt(about.errors, key) !== undefined) || undefined}>
      <summary>{t(objectMessages.more)}</summary>
      <div className={`${base.stack} ${styles.detailsBody}`}>
        <TextField
          label={t(objectMessages.helpZh)}
          value={about.draft.helpZh}
          onChange={(helpZh) => about.set({ helpZh })}
          error={faultAt(about.errors, "description")}
        />
        <TextField
          label={t(objectMessages.helpEn)}
          value={about.draft.helpEn}
          onChange={(helpEn) => about.set({ helpEn })}
        />
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

export interface FieldFormProps extends PartsProps {
  readonly parts: readonly Part[];
  readonly name: string;
  readonly onKind: (kind: FieldKind) => void;
  readonly onSubmit: () => void;
}
/** A field as its dialog shows it: kind, names, what is its kind’s own, and what all kinds have. */
export function FieldForm({ parts, name, onKind, onSubmit, ...about }: FieldFormProps) {
  const { field, draft, errors, set } = about;
  const own = KIND_PARTS[draft.kind].filter((part) => parts.includes(part));
  const common = parts.filter((part) => !own.includes(part));
  return (
    <SimpleForm error={errors[""]} onSubmit={onSubmit}>
      <KindSelect
        kind={draft.kind}
        fixed={field !== null && !field.custom}
        error={faultAt(errors, "kind")}
        onChange={onKind}
      />
      <FieldNames field={field} draft={draft} errors={errors} set={set} />
      {own.map((part) => (
        <PartOf key={part.key} {...about} part={part} />
      ))}
      <MoreParts {...about} parts={common} name={name} />
    </SimpleForm>
  );
}
