import {
  type CallOf,
  type Context,
  type Result,
  accept,
  elevate,
  hasAbility,
  isUuid,
  refuse,
  roadIn,
  saveIn,
  serve,
  statement,
  systemTable,
  updating,
} from "../../../../engine/public.ts";
import { boolean, integer, orNull, type RowOf, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { user as userObject } from "../../../../objects/system/user/user.object.ts";
import {
  endSessions,
  originOf,
  logAccess,
  ownsUnseen,
  revokeKeys,
  whyNotTheirs,
} from "../../../base/identity/public.ts";
import { startJob } from "../../../base/jobs/public.ts";
import { handoverScreenMessages } from "../shared/messages.ts";
import { beginHandover, type HandoverPlan, previewHandover } from "../shared/handover.contract.ts";
import { countBeside } from "./beside.ts";
import { countDuties } from "./duties.ts";
import { handoverKind } from "./run-handover.job.ts";

const nobody = () => refuse({ status: 404, code: "not_found", text: handoverScreenMessages.nobody_there });

const person = {
  id: uuid,
  /** null where it was erased. */
  name: orNull(text),
  active: boolean,
  manager: orNull(uuid),
};
type Person = RowOf<typeof person>;
export const personWithId = statement(
  person,
  ({ record }, id: string) =>
    sql`select id, name, active is not false as active, manager from ${record("user")} where id = ${id} and deleted_at is null`,
);
export const accessLeft = statement(
  { teams: integer, sessions: integer, keys: integer },
  ({ record, system }, user: string) =>
    sql`select (select count(*)::int from ${record("team_member")} where "user" = ${user} and deleted_at is null) as teams,
      (select count(*)::int from ${system("session")} where user_id = ${user} and ended_at is null and expires_at > now()) as sessions,
      (select count(*)::int from ${system("api_key")} where user_id = ${user} and revoked_at is null) as keys`,
);
async function personOf({ db, workspace }: Context, user: string): Promise<Person | null> {
  if (!isUuid(user)) return null;
  const [row] = await db.query(personWithId(workspace, user));
  return row ?? null;
}

async function preview(context: Context, { params }: CallOf<typeof previewHandover>) {
  const user = await personOf(context, params.user);
  if (!user) return nobody();
  const { db, workspace } = context;
  const [more] = await db.query(accessLeft(workspace, user.id));
  return accept({
    data: {
      user,
      duties: await countDuties(context, user.id),
      beside: await countBeside(context, user.id),
      teams: more?.teams ?? 0,
      sessions: more?.sessions ?? 0,
      keys: more?.keys ?? 0,
    },
  });
}

async function start(
  context: Context,
  { params, body: given, request }: CallOf<typeof beginHandover>,
): Promise<Result<{ id: string }>> {
  if (!hasAbility(context, "record.transfer"))
    return refuse({ status: 403, code: "forbidden", text: handoverScreenMessages.transfer_needed });
  const user = await personOf(context, params.user);
  if (!user) return nobody();
  const plan: HandoverPlan = {
    to: given.to,
    ...(given.objects ? { objects: given.objects } : {}),
    deactivate: given.deactivate ?? true,
    end_shares: given.end_shares ?? false,
  };
  for (const successor of new Set([plan.to, ...Object.values(plan.objects ?? {})])) {
    const found = await personOf(context, successor);
    if (!found?.active || found.id === user.id)
      return refuse({ status: 422, code: "bad_successor", text: handoverScreenMessages.bad_successor });
  }
  const beyond = await whyBeyond(context, user.id);
  if (beyond) return beyond;
  if (plan.deactivate && user.id === context.principal.id)
    return refuse({ status: 422, code: "not_oneself", text: handoverScreenMessages.not_oneself });
  const started = await startJob(context, handoverKind, {
    payload: { object: "user", ids: [user.id] },
    with: async (tx, job) => {
      const left = plan.deactivate ? await leave(tx, context, user, originOf(request)) : accept(null);
      if (!left.ok) return left;
      await tx.query({
        text: `insert into ${systemTable(context.workspace, "handover_plan")} (job, user_id, plan) values ($1, $2, $3::jsonb)`,
        values: [job, user.id, JSON.stringify(plan)],
      });
      return accept(null);
    },
  });
  return started.ok ? accept({ id: started.value }) : started;
}

/** Work is handed over by those who have no less than the leaver and see what they give away. */
async function whyBeyond(context: Context, leaver: string): Promise<ReturnType<typeof refuse> | null> {
  const theirs = await whyNotTheirs(context, leaver);
  if (theirs) return theirs;
  return (await ownsUnseen(context, leaver))
    ? refuse({ status: 403, code: "exceeds_sight", text: handoverScreenMessages.exceeds_sight })
    : null;
}

/**
 * From this moment the person cannot sign in, and nothing new comes to them while the rest is handed over.
 */
async function leave(
  tx: Transaction,
  context: Context,
  user: Person,
  origin: ReturnType<typeof originOf>,
): Promise<Result<null>> {
  const { workspace, principal } = context;
  if (user.active) {
    const operation = updating(userObject, user.id, { active: false });
    const { saved, results } = await saveIn(
      tx,
      elevate(context, "who may hand over closes the account of who leaves", ["user"]),
      {
        operations: [operation],
        road: roadIn(context),
        mode: "all",
      },
    );
    const [result] = results;
    if (!saved && result && !result.ok) return { ok: false, refusal: result.refusal };
  }
  const sessions = await endSessions(tx, workspace, user.id);
  const keys = await revokeKeys(tx, workspace, user.id);
  await logAccess(tx, workspace, {
    kind: "session_ended",
    user: user.id,
    ...origin,
    detail: { by: principal.id, handover: true, sessions, keys },
  });
  return accept(null);
}

const serving = { ability: "people.manage", longest: 30_000 } as const;

export const handoverRoutes = [
  serve(previewHandover, serving, preview),
  serve(beginHandover, serving, start),
];
