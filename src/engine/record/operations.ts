import type { ObjectDefinition } from "../../shared/metadata/object.ts";
import { valuesOf, type WritableOf } from "../../shared/metadata/record-of.ts";
import type { Operation } from "../kernel/save-request.ts";

/** What may be said of an operation beside its values. */
type More<Op extends Operation["op"]> = Omit<
  Extract<Operation, { readonly op: Op }>,
  "op" | "object" | "values" | (Op extends "create" ? never : "id")
>;
type Of<Op extends Operation["op"]> = Extract<Operation, { readonly op: Op }>;

/** A new record of a shipped object, its values typed by the object. */
export const creating = <D extends ObjectDefinition>(
  object: D,
  values: WritableOf<D>,
  more: More<"create"> = {},
): Of<"create"> => ({ op: "create", object: object.name, values: valuesOf(object, values), ...more });

/** A change of a record of a shipped object. */
export const updating = <D extends ObjectDefinition>(
  object: D,
  id: string,
  values: WritableOf<D>,
  more: More<"update"> = {},
): Of<"update"> => ({ op: "update", object: object.name, id, values: valuesOf(object, values), ...more });

export const deleting = (object: ObjectDefinition, id: string, more: More<"delete"> = {}): Of<"delete"> => ({
  op: "delete",
  object: object.name,
  id,
  ...more,
});
