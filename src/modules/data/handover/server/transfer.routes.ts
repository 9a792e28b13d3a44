import {
  type CallOf,
  type Context,
  type Operation,
  type Result,
  accept,
  answering,
  isUuid,
  objectOf,
  refuse,
  saveIn,
  serve,
  statement,
  tablesOf,
  toItem,
} from "../../../../engine/public.ts";
import { type RowOf, text, uuid } from "../../../../platform/db/columns.ts";
import { spelled, sql } from "../../../../platform/db/sql.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { type TransferAnswer, transferOwner } from "../../../../shared/wire/transfer.contract.ts";
import { handoverScreenMessages } from "../shared/messages.ts";
import { dutiesOf } from "./duties.ts";

const found = { object: text, id: uuid };
type Found = RowOf<typeof found>;
export const activePerson = statement(
  { id: uuid },
  ({ record }, id: string) =>
    sql`select id from ${record("user")} where id = ${id} and active is not false and deleted_at is null`,
);

/**
 * Gives records to another owner; with `along` also the open tasks and deals on them that the same owner has.
 * Each is judged by the caller's own rights. What hangs on a record goes before it, while the caller still
 * reaches it.
 */
async function transfer(
  context: Context,
  { body: { object: name, to, along = false, ids } }: CallOf<typeof transferOwner>,
): Promise<Result<TransferAnswer>> {
  const object = objectOf(context, name);
  if (!object.ok) return object;
  if (object.value.sharing !== "owner")
    return refuse({ status: 422, code: "not_transferable", text: handoverScreenMessages.not_transferable });
  if (![to, ...ids].every(isUuid))
    return refuse({ status: 400, code: "malformed", text: handoverScreenMessages.nobody_there });
  const [successor] = await context.db.query(activePerson(context.workspace, to));
  if (!successor)
    return refuse({ status: 422, code: "bad_successor", text: handoverScreenMessages.bad_successor });
  const asOwner = (found: Found): Operation => ({
    op: "update",
    object: found.object,
    id: found.id,
    values: { owner: to },
  });
  return context.db.transaction(
    async (tx) => {
      const hanging = along ? await hangingOn(tx, context, name, ids) : [];
      const request = { road: "bulk", mode: "each", match: "not_asked" } as const;
      const first =
        hanging.length > 0
          ? await saveIn(tx, withoutKey(context), { ...request, operations: hanging.map(asOwner) })
          : { results: [] };
      const given = [...new Set(ids)];
      const { results } = await saveIn(tx, context, {
        ...request,
        operations: given.map((id) => asOwner({ object: name, id })),
      });
      const shown = results.map((result, at) =>
        result.ok
          ? { id: result.id, ok: true }
          : {
              id: given[at] ?? "",
              ok: false,
              code: result.refusal.code,
              errors: result.refusal.reasons.map((reason) => toItem(reason, context.language)),
            },
      );
      const done = results.filter(({ ok }) => ok).length;
      return accept({
        done,
        refused: results.length - done,
        along: first.results.filter(({ ok }) => ok).length,
        results: shown,
      });
    },
    { longer: 20_000 },
  );
}

const withoutKey = ({ idempotency: _key, ...context }: Context): Context => context;

/** Open deals on accounts, and open tasks on all of these, that belong to the owner of what they hang on. */
async function hangingOn(
  tx: Transaction,
  context: Context,
  object: string,
  ids: readonly string[],
): Promise<readonly Found[]> {
  const openOf = (name: string) =>
    dutiesOf(context).find((duty) => duty.object === name && duty.field === "owner")?.open;
  const [openDeal, openTask] = [openOf("opportunity"), openOf("task")];
  const { record } = tablesOf(context.workspace);
  const deals =
    object === "account" && openDeal
      ? await tx.query(
          answering(
            found,
            sql`select 'opportunity' as object, t.id from ${record("opportunity")} t join ${record("account")} a on a.id = t.account
            where a.id = any(${ids}::uuid[]) and t.owner = a.owner and t.deleted_at is null and ${spelled(openDeal)} order by t.id limit 2000`,
          ),
        )
      : [];
  if (!openTask) return deals;
  const isOpen = spelled(openTask);
  const tasks = await tx.query(
    answering(
      found,
      sql`select 'task' as object, t.id from ${record("task")} t join ${record(object)} p on t.regarding = p.id and t.regarding__object = ${object}
        where p.id = any(${ids}::uuid[]) and t.owner = p.owner and t.deleted_at is null and ${isOpen}
      union select 'task', t.id from ${record("task")} t join ${record("opportunity")} p on t.regarding = p.id and t.regarding__object = 'opportunity'
        where p.id = any(${deals.map((deal) => deal.id)}::uuid[]) and t.owner = p.owner and t.deleted_at is null and ${isOpen} limit 5000`,
    ),
  );
  return [...tasks, ...deals];
}

export const transferRoutes = [
  serve(transferOwner, { ability: "record.transfer", longest: 30_000 }, transfer),
];
