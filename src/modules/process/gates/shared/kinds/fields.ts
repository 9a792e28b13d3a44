import { compose, joinLabels } from "../../../../../shared/i18n/compose-labels.ts";
import { label } from "../../../../../shared/i18n/label.ts";
import type { CatalogObject } from "../../../../../shared/metadata/object.ts";
import { type CriterionOf, fault } from "../../../pipeline/shared/public.ts";
import { isEmpty, reasonOf } from "../criterion.ts";
import type { GateKind } from "../gate-kind.ts";
import { gateMessages } from "../gate.texts.ts";

/** Fields of the record are filled in. One reason per empty field. */
export const fieldsKind: GateKind<CriterionOf<"fields">> = {
  label: label("必填字段", "Required fields"),
  check: ({ id, fields }, place) => {
    if (fields.length === 0) return [fault(place, "empty", { place: id })];
    return fields
      .filter((name) => !isAskable(place.object, name))
      .map((field) => fault(place, "unknown_field", { field }));
  },
  shownTo: (criterion, may) => ({ ...criterion, fields: criterion.fields.filter((name) => may.field(name)) }),
  unmet: ({ criterion }, { record, labels }) =>
    criterion.fields
      .filter((field) => isEmpty(record[field]))
      .map((field) => {
        const text = compose(gateMessages.required, { field: labels.field(field) });
        return reasonOf(criterion, "required", text, { action: "fill", fields: [field] }, { field });
      }),
  title: ({ fields }, labels) => joinLabels(fields.map((field) => labels.field(field))),
  inFull: ({ fields }, labels) =>
    compose(gateMessages.required, { field: joinLabels(fields.map((field) => labels.field(field))) }),
};

const isAskable = (object: CatalogObject, name: string): boolean => {
  const field = object.byName[name];
  return (
    field !== undefined &&
    !field.hidden &&
    field.kind !== "children" &&
    field.kind !== "tags" &&
    field.kind !== "rollup"
  );
};
