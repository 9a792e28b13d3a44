import { fits } from "../../../../shared/wire/fits.ts";
import { nullable, object, optional, text, uuid } from "../../../../shared/wire/schema.ts";
import { onBehalfOf, ownsUnseen } from "../../identity/public.ts";
import { roadIn } from "../../../../engine/api/road.ts";
import type { Context } from "../../../../engine/context.ts";
import { matchingIds } from "../../../../engine/query/ids.ts";
import { save } from "../../../../engine/record/save.ts";
import { accept, refuse, type Result } from "../../../../engine/refusal.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { isUuid } from "../../../../engine/record/is-uuid.ts";
import { load } from "../../../../engine/query/load.ts";
import { updating } from "../../../../engine/record/operations.ts";
import { user as person } from "../../../../objects/system/user/user.object.ts";
import { sharingMessages as texts } from "../shared/messages.ts";
import type { DepartmentAnswer, DepartmentChange } from "../shared/sharing.contract.ts";

export const MOVE_RECORDS = "sharing.move_records";
const BATCH = 200;

/** Gives a person another main department, and where asked takes their open records along, as a job. */
export async function changeDepartment(
  context: Context,
  user: string,
  { department, move_records }: DepartmentChange,
): Promise<Result<DepartmentAnswer>> {
  const found = isUuid(user) ? await load(context, person, user) : null;
  if (!found?.ok) return refuse({ status: 404, code: "not_found", text: texts.no_such_person });
  const { department: from } = found.value;
  if (move_records && department !== null && (await ownsUnseen(context, user)))
    return refuse({ status: 403, code: "exceeds_sight", text: texts.exceeds_sight });
  const operation = updating(person, user, { department });
  const { results } = await save(context, { road: roadIn(context), mode: "all", operations: [operation] });
  const [result] = results;
  if (result && !result.ok) return { ok: false, refusal: result.refusal };
  const moving = move_records && typeof from === "string" && department !== null && from !== department;
  if (moving)
    await context.services.jobs.enqueue(MOVE_RECORDS, {
      user,
      from,
      to: department,
      by: context.principal.id,
    });
  return accept({ department, moving });
}

const Move = object({
  user: uuid(),
  from: uuid(),
  to: uuid(),
  /** Who moved the person; absent in jobs queued before it was kept. */
  by: optional(nullable(text())),
});
/**
 * Records of the person that stand in the old department and are not won or lost get the new one. Done again
 * after a crash, it finds the rest.
 */
export async function moveRecords(given: Context, payload: unknown): Promise<void> {
  if (!fits(Move, payload)) return;
  const context = onBehalfOf(
    given,
    payload.by ?? null,
    "whoever moved the person moves their records with them",
  );
  const { user, from, to } = payload;
  for (const object of context.catalog.objects.values())
    if (object.sharing === "owner" && !object.ledger) await moveThose(context, object, user, from, to);
}

async function moveThose(
  context: Context,
  object: CatalogObject,
  user: string,
  from: string,
  to: string,
): Promise<void> {
  const open = object.stageField ? ` && stage_type != "won" && stage_type != "lost"` : "";
  const filter = `owner == "${user}" && department == "${from}"${open}`;
  for (let after: string | undefined; ;) {
    const found = await matchingIds(context, object, filter, "update", {
      limit: BATCH,
      ...(after === undefined ? {} : { after }),
    });
    if (!found.ok) throw new Error(`${object.name}: ${found.refusal.code}`);
    after = found.value.at(-1);
    if (after === undefined) return;
    const operations = found.value.map(
      (id) => ({ op: "update", object: object.name, id, values: { department: to } }) as const,
    );
    await save(context, {
      road: "rule",
      mode: "each",
      operations,
      reason: texts.moved_with[context.company.language],
      cause: { object: "user", id: user },
    });
  }
}
