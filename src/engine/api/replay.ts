import { systemTable } from "../schema/names.ts";
import type { Context } from "../kernel/context.ts";
import { get } from "../query/get.ts";
import { objectOf } from "../query/object-of.ts";
import { recallAnswer } from "../record/idempotency.ts";
import { accept, refuse, type Result } from "../kernel/refusal.ts";
import { abilitiesOn } from "./abilities.ts";
import { apiMessages } from "./messages.ts";
import { Answer } from "../kernel/answer.ts";

/**
 * The answer that a key was given before: its status, and the record as the caller may see it now. Null when
 * the key is new.
 */
export async function replay(
  context: Context,
  principal: string,
  key: string,
  digest: string,
): Promise<Result<unknown> | null> {
  const earlier = await recallAnswer(context.db, context, principal, key);
  if (!earlier) return null;
  if (earlier.digest !== digest)
    return refuse({ status: 422, code: "key_mismatch", text: apiMessages.key_mismatch });
  if (earlier.status === 204 || earlier.body !== null)
    return accept(new Answer(earlier.status, earlier.body));
  if (!earlier.object || !earlier.record) return accept(new Answer(earlier.status, {}));
  const object = objectOf(context, earlier.object);
  if (!object.ok) return object;
  const found = await get(context, object.value, earlier.record);
  return found.ok
    ? accept(
        new Answer(earlier.status, {
          data: found.value,
          abilities: await abilitiesOn(context, object.value, found.value),
        }),
      )
    : found;
}

/** Keeps the body of answers that are not simply a record; those are read anew. */
export async function storeAnswerBody(
  context: Context,
  principal: string,
  key: string,
  value: unknown,
): Promise<void> {
  const body = value instanceof Answer ? value.body : value;
  const isRecord = typeof body === "object" && body !== null && "data" in body && "abilities" in body;
  if (isRecord || body === undefined) return;
  const status = value instanceof Answer ? value.status : null;
  await context.db.query({
    text: `update ${systemTable(context.workspace, "idempotency")} set body = $3, status = coalesce($4, status) where principal = $1 and key = $2`,
    values: [principal, key, JSON.stringify(body), status],
  });
}
