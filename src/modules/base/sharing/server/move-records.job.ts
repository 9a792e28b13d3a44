import { type Static, Type } from "@sinclair/typebox";
import { fits } from "../../../../shared/wire/fits.ts";
import {
  type Context,
  type Outcome,
  type Work,
  accept,
  defineJobKind,
  isUuid,
  matchingIds,
  newId,
  refusedRecord,
  saveIn,
} from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { startJobIn } from "../../jobs/public.ts";
import { sharingMessages } from "../shared/messages.ts";

const Move = Type.Object({ user: Type.String(), from: Type.String(), to: Type.String() });
type Move = Static<typeof Move>;
const Position = Type.Object({ object: Type.String(), after: Type.Union([Type.String(), Type.Null()]) });
type Position = Static<typeof Position>;
const BATCH = 200;

/**
 * Records of a person that stand in their old department and are not won or lost get the new one. Done again
 * after a crash, it finds the rest.
 */
export const departmentMoveKind = defineJobKind({
  name: "department_move",
  label: label("随成员调动部门", "Move of records to another department"),
  payload: Move,
  position: Position,
  rights: "program",
  about: () => "user",
  open: async (_, { payload }) =>
    accept<Work<Position>>({
      batch: (tx, context, position, size) =>
        moveBatch(tx, context, payload, { position, size: Math.min(size, BATCH) }),
    }),
});

async function moveBatch(
  tx: Transaction,
  context: Context,
  move: Move,
  { position, size }: { readonly position: Position | null; readonly size: number },
): Promise<Outcome<Position>> {
  const objects = [...context.catalog.objects.values()].filter(
    ({ sharing, ledger }) => sharing === "owner" && !ledger,
  );
  const from = Math.max(
    0,
    objects.findIndex(({ name }) => name === position?.object),
  );
  for (const object of objects.slice(from)) {
    const after = object.name === position?.object ? position.after : null;
    const ids = await nextIds(context, object, move, { after, size });
    const last = ids.at(-1);
    if (last === undefined) continue;
    const { results } = await saveIn(tx, context, {
      road: "rule",
      mode: "each",
      operations: ids.map(
        (id) => ({ op: "update", object: object.name, id, values: { department: move.to } }) as const,
      ),
      reason: sharingMessages.moved_with[context.company.language],
      cause: { object: "user", id: move.user },
    });
    const refused = results.flatMap((result, at) =>
      result.ok ? [] : [refusedRecord(context, ids[at] ?? "", result.refusal)],
    );
    return {
      position: { object: object.name, after: last },
      done: ids.length - refused.length,
      refused,
    };
  }
  return { position: null, done: 0, refused: [] };
}

async function nextIds(
  context: Context,
  object: CatalogObject,
  { user, from }: Move,
  { after, size }: { readonly after: string | null; readonly size: number },
): Promise<readonly string[]> {
  const open = object.stageField ? ` && stage_type != "won" && stage_type != "lost"` : "";
  const found = await matchingIds(
    context,
    object,
    `owner == "${user}" && department == "${from}"${open}`,
    "update",
    { limit: size, ...(after === null ? {} : { after }) },
  );
  if (!found.ok) throw new Error(`${object.name}: ${found.refusal.code}`);
  return found.value;
}

/** In the queue of the version before, without a job. */
export const MOVE_RECORDS_BEFORE = "sharing.move_records";
/** Who moved the person; absent in those queued before it was kept. */
const Before = Type.Composite([
  Move,
  Type.Object({ by: Type.Optional(Type.Union([Type.String(), Type.Null()])) }),
]);
export async function moveRecordsBefore(context: Context, payload: unknown): Promise<void> {
  if (!fits(Before, payload)) return;
  const { by = null, ...move } = payload;
  if (![move.user, move.from, move.to].every(isUuid)) return;
  const as = { actor: by, narrowed_to: null, language: context.company.language };
  await context.db.transaction((tx) =>
    startJobIn(tx, context, departmentMoveKind, { id: newId(), payload: move, as }),
  );
}
