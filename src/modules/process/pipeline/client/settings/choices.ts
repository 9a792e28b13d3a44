import { form } from "../../../../../objects/work/form/form.object.ts";
import { role } from "../../../../../objects/system/role/role.object.ts";
import { partOf } from "../../../../../shared/metadata/record-of.ts";
import { isShown, type ObjectInfo, useObject, useObjects } from "../../../../../ui/data/objects.ts";
import { labelIn } from "../../../../../ui/data/label-in.ts";
import { useRecords } from "../../../../../ui/data/records.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";

export interface Choice {
  readonly value: string;
  readonly label: string;
}
/** Roles and questionnaires by their code. */
export function useNamed(object: "role" | "form"): readonly Choice[] {
  const { of } = useLanguage();
  const { data } = useRecords(object, { sort: "name", limit: 200 });
  return (data?.data ?? []).map((record) => {
    const { name = "", label } = partOf(object === "role" ? role : form, record);
    return { value: name, label: of(labelIn(label), name) };
  });
}
/** Fields that a gate may ask for. */
export function useFieldChoices(object: ObjectInfo): readonly Choice[] {
  const { of } = useLanguage();
  return object.fields
    .filter(
      (field) =>
        isShown(field) && !field.computed && !["children", "tags", "rollup", "stage"].includes(field.kind),
    )
    .map((field) => ({ value: field.name, label: of(field.label, field.name) }));
}

/** Objects with a link to this one. */
export function useRelatedChoices(object: ObjectInfo): readonly Choice[] {
  const { of } = useLanguage();
  return [...useObjects().values()]
    .filter((other) =>
      other.fields.some((field) => field.kind === "link" && field.targets.includes(object.name)),
    )
    .map((other) => ({ value: other.name, label: of(other.label, other.name) }));
}

export function useDocumentTypes(): readonly Choice[] {
  const { of } = useLanguage();
  const field = useObject("file")?.byName["document_type"];
  return field?.kind === "select"
    ? field.options.map((option) => ({ value: option.name, label: of(option.label, option.name) }))
    : [];
}

/** Objects whose records move through stages. */
export function useStageObjects(): readonly ObjectInfo[] {
  return [...useObjects().values()].filter((object) => object.stageField !== undefined);
}
