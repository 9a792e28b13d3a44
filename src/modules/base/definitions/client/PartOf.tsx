import type { FormErrors } from "../../../../ui/kit/form-errors.ts";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { type FieldDraft, optionsIn, type SettingsField } from "./field-draft.ts";
import type { Part } from "./field-parts.ts";
import { OptionsInput } from "./OptionsInput.tsx";
import { CreateFormInput } from "./CreateFormInput.tsx";
import { PartInput } from "./PartInput.tsx";
import { faultAt } from "./definition-errors.ts";

/** What every part of the form reads and changes. */
export interface PartsProps {
  readonly object: ObjectInfo;
  /** null: a new one. */
  readonly field: SettingsField | null;
  readonly draft: FieldDraft;
  readonly errors: FormErrors;
  readonly set: (change: Partial<FieldDraft>) => void;
}
/** One property of the field; options have an editor of their own. */
export function PartOf({ part, object, draft, field, errors, set }: PartsProps & { readonly part: Part }) {
  const { t } = useLanguage();
  const change = (value: unknown) => set({ properties: { ...draft.properties, [part.key]: value } });
  const error = faultAt(errors, part.key) ?? (part.key === "options" ? faultAt(errors, "map") : undefined);
  if (part.editor.is === "create")
    return <CreateFormInput {...{ object, field, draft, error }} onChange={change} />;
  if (part.editor.is !== "options")
    return (
      <PartInput
        part={part}
        object={object}
        properties={{ ...draft.properties, kind: draft.kind }}
        error={error}
        onChange={change}
      />
    );
  const shipped =
    field && !field.custom ? optionsIn({ ...(field.shipped ?? field) }).map((option) => option.name) : [];
  return (
    <Labelled label={t(part.label)} required error={error}>
      {() => (
        <OptionsInput
          options={optionsIn(draft.properties)}
          kept={field ? optionsIn({ ...field }) : []}
          shipped={new Set(shipped)}
          map={draft.map}
          onChange={change}
          onMap={(map) => set({ map })}
        />
      )}
    </Labelled>
  );
}
