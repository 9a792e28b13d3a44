import {
  type CallOf,
  type Context,
  type Result,
  accept,
  elevate,
  fieldRight,
  fieldsByState,
  get,
  isUuid,
  objectOf,
  refuse,
  rightsInState,
} from "../../../../engine/public.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import type { unmaskValue } from "../../../../shared/wire/unmask.contract.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { FieldRight } from "../../../../shared/rights/rights.ts";
import { anyRecord, partOf } from "../../../../shared/metadata/record-of.ts";
import { logAccess } from "../../identity/public.ts";
import { sharingMessages } from "../shared/messages.ts";

/**
 * One masked value in full, of a record that the caller sees, written to the access log before it is told:
 * who, which record, which field, never the value. A hidden field stays unknown, an open one needs no
 * unmasking.
 */
export async function unmask(
  context: Context,
  { params, body: { field: name }, request }: CallOf<typeof unmaskValue>,
): Promise<Result<AnswerOf<typeof unmaskValue>>> {
  const object = objectOf(context, params.object);
  if (!object.ok) return object;
  const right = await rightOn(context, object.value, params.id, name);
  if (right === "hidden")
    return refuse({
      status: 422,
      code: "unknown_field",
      text: sharingMessages.unknown_field,
      params: { name },
    });
  if (right !== "mask")
    return refuse({ status: 422, code: "not_masked", text: sharingMessages.not_masked, params: { name } });
  const seen = await get(context, object.value, params.id);
  if (!seen.ok) return seen;
  const { principal, workspace } = context;
  const id = String(partOf(anyRecord, seen.value).id);
  await logAccess(context.db, workspace, {
    kind: "unmask",
    user: principal.id,
    ip: request.ip,
    userAgent: request.headers["user-agent"] ?? null,
    credential: principal.credential ?? null,
    detail: { object: object.value.name, record: id, field: name },
  });
  const whole = await get(
    elevate(context, "an unmasked value is shown to whoever holds the right, and noted"),
    object.value,
    id,
  );
  return whole.ok ? accept({ field: name, value: whole.value[name] ?? null }) : whole;
}

/** What the caller may do with the field, of this record where its state decides. */
async function rightOn(
  context: Context,
  object: CatalogObject,
  record: string,
  field: string,
): Promise<FieldRight> {
  if (!fieldsByState(context, object).has(field) || !isUuid(record))
    return fieldRight(context, object, field);
  const rights = await rightsInState(context, [{ object: object.name, record }]);
  return rights.get(record.toLowerCase())?.get(field) ?? fieldRight(context, object, field);
}
