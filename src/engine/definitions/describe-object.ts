import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { DescribedField, DescribedObject } from "../../shared/wire/objects.contract.ts";
import { fieldsByState } from "../access/field-by-state.ts";
import { fieldRight, hasAbility, objectRights, readsStage } from "../access/rights-of.ts";
import type { Context } from "../kernel/context.ts";

/** A field as the caller may know it: none that is hidden from him. */
function describeField(context: Context, object: CatalogObject, field: Field): DescribedField | null {
  // What the state of a record leaves of it comes with the record.
  const state = fieldsByState(context, object).get(field.name);
  const right = state?.most ?? fieldRight(context, object, field.name);
  if (right === "hidden" || field.hidden) return null;
  const isHandedOver =
    field.name === "owner" && object.sharing === "owner" && !hasAbility(context, "record.transfer");
  const isMade = field.computed || field.kind === "formula" || field.kind === "rollup";
  return {
    ...field,
    ...(isHandedOver ? { fixed: true } : {}),
    right: isMade && right === "edit" ? "read" : right,
    ...(state ? { by_state: true } : {}),
  };
}

/** An object with its fields and the caller's rights; the same for standard and admin-made ones. */
export function describeObject(context: Context, object: CatalogObject): DescribedObject {
  const { byName: _byName, fields, stageField, ...rest } = object;
  return {
    ...rest,
    ...(stageField && readsStage(context, object) ? { stageField } : {}),
    rights: objectRights(context, object),
    fields: fields.flatMap((field) => describeField(context, object, field) ?? []),
    links: (context.catalog.inbound.get(object.name) ?? []).filter(
      ({ field, object: from }) =>
        !context.catalog.object(from)?.internal && !context.catalog.object(from)?.byName[field]?.system,
    ),
  };
}
