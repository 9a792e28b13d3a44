import { ownsUnseen } from "../../identity/public.ts";
import { startJobIn } from "../../jobs/public.ts";
import {
  type Context,
  type Result,
  accept,
  isUuid,
  load,
  newId,
  refuse,
  roadIn,
  save,
  updating,
} from "../../../../engine/public.ts";
import { user as person } from "../../../../objects/system/user/user.object.ts";
import { sharingMessages } from "../shared/messages.ts";
import { departmentMoveKind } from "./move-records.job.ts";
import type { DepartmentAnswer, DepartmentChange } from "../shared/sharing.contract.ts";

/** Gives a person another main department, and where asked takes their open records along, as a job. */
export async function changeDepartment(
  context: Context,
  user: string,
  { department, move_records }: DepartmentChange,
): Promise<Result<DepartmentAnswer>> {
  const found = isUuid(user) ? await load(context, person, user) : null;
  if (!found?.ok) return refuse({ status: 404, code: "not_found", text: sharingMessages.no_such_person });
  const { department: from } = found.value;
  if (move_records && department !== null && (await ownsUnseen(context, user)))
    return refuse({ status: 403, code: "exceeds_sight", text: sharingMessages.exceeds_sight });
  const operation = updating(person, user, { department });
  const { results } = await save(context, { road: roadIn(context), mode: "all", operations: [operation] });
  const [result] = results;
  if (result && !result.ok) return { ok: false, refusal: result.refusal };
  const moving = move_records && typeof from === "string" && department !== null && from !== department;
  if (moving)
    await context.db.transaction((tx) =>
      startJobIn(tx, context, departmentMoveKind, {
        id: newId(),
        payload: { user, from, to: department },
      }),
    );
  return accept({ department, moving });
}
