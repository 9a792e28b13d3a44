import {
  type Context,
  type Operation,
  type Tables,
  answering,
  creating,
  deleting,
  tablesOf,
  updating,
} from "../../../../engine/public.ts";
import { type Columns, integer, json, uuid } from "../../../../platform/db/columns.ts";
import { joined, type Sql, spelled, sql } from "../../../../platform/db/sql.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { share } from "../../../../objects/system/share/share.object.ts";
import { sharingRule } from "../../../../objects/system/sharing-rule/sharing-rule.object.ts";
import { view } from "../../../../objects/system/view/view.object.ts";
import type { WritableOf } from "../../../../shared/metadata/record-of.ts";
import { approvalRequestObject } from "../../../process/approvals/public.ts";
import {
  BESIDE,
  type BesideCounts,
  type BesideKind,
  type HandoverPlan,
} from "../shared/handover.contract.ts";

/** A row that hangs on the leaver, with what its successor needs. */
export interface BesideRow {
  readonly id: string;
  readonly data: WritableOf<typeof share>;
}
/** On whom it hangs; the hand-over itself does not count. */
interface Hanging {
  readonly user: string;
  readonly job: string | null;
}
interface Beside {
  /** Rows `t` with an id. */
  readonly from: (tables: Tables, leaving: Hanging) => Sql;
  /** What of a row is needed to hand it over, as a JSON object. */
  readonly data: Sql;
  /** Only of who leaves, or only if so wanted. */
  readonly wanted: (plan: HandoverPlan) => boolean;
}
const LASTING = sql`t.deleted_at is null and (t.expires_at is null or t.expires_at > now())`;

/** What hangs on a person beside the records that name them in a field. */
const FOUND: Readonly<Record<BesideKind, Beside>> = {
  approvals: {
    from: ({ record }, { user }) =>
      sql`${record("approval_request")} t where t.status = 'waiting' and t.approver = ${user}::uuid and t.deleted_at is null`,
    data: sql`jsonb_build_object('owner', t.owner)`,
    wanted: () => true,
  },
  requests: {
    from: ({ record }, { user }) =>
      sql`${record("approval_request")} t where t.status = 'waiting' and t.owner = ${user}::uuid and t.deleted_at is null`,
    data: sql`'{}'::jsonb`,
    wanted: ({ deactivate }) => deactivate,
  },
  roles: {
    from: ({ record }, { user }) =>
      sql`${record("share")} t where t."to" = ${user}::uuid and t.to__object = 'user' and ${LASTING}`,
    data: sql`jsonb_build_object('regarding', jsonb_build_object('object', t.regarding__object, 'id', t.regarding), 'level', t.level, 'duty', t.duty, 'expires_at', t.expires_at, 'reason', t.reason)`,
    wanted: () => true,
  },
  rules: {
    from: ({ record }, { user }) =>
      sql`${record("sharing_rule")} t where t."to" = ${user}::uuid and t.to__object = 'user' and t.deleted_at is null`,
    data: sql`'{}'::jsonb`,
    wanted: () => true,
  },
  views: {
    from: ({ record }, { user }) =>
      sql`${record("view")} t where t.owner = ${user}::uuid and t.visibility = 'everyone' and t.deleted_at is null`,
    data: sql`'{}'::jsonb`,
    wanted: () => true,
  },
  shares: {
    from: ({ record }, { user }) =>
      sql`${record("share")} t where t.created_by = ${user}::uuid and not (t."to" = ${user}::uuid and t.to__object = 'user') and ${LASTING}`,
    data: sql`'{}'::jsonb`,
    wanted: ({ end_shares }) => end_shares === true,
  },
  jobs: {
    from: ({ system }, { user, job }) =>
      sql`(select id from ${system("job_run")} where actor = ${user}::uuid and status in ('queued', 'running', 'waiting') and wanted is distinct from 'cancel' and id is distinct from ${job}::uuid) t where true`,
    data: sql`'{}'::jsonb`,
    wanted: ({ deactivate }) => deactivate,
  },
};

const fromOf = ({ workspace }: Context, kind: BesideKind, hanging: Hanging): Sql =>
  FOUND[kind].from(tablesOf(workspace), hanging);

const besideCounts: Columns<Record<BesideKind, number>> = {
  approvals: integer,
  requests: integer,
  roles: integer,
  rules: integer,
  views: integer,
  shares: integer,
  jobs: integer,
};

/** How much of each hangs on the person. One statement. */
export async function countBeside(
  context: Context,
  user: string,
  job: string | null = null,
): Promise<BesideCounts> {
  const columns = BESIDE.map(
    (kind) => sql`(select count(*)::int from ${fromOf(context, kind, { user, job })}) as ${spelled(kind)}`,
  );
  const [row] = await context.db.query(answering(besideCounts, sql`select ${joined(columns, ", ")}`));
  const counts = { approvals: 0, requests: 0, roles: 0, rules: 0, views: 0, shares: 0, jobs: 0 };
  for (const kind of BESIDE) counts[kind] = row?.[kind] ?? 0;
  return counts;
}
export const besideOf = (plan: HandoverPlan): readonly BesideKind[] =>
  BESIDE.filter((kind) => FOUND[kind].wanted(plan));

/** The next rows of a kind, leaving out those that this job could not change. */
export async function nextBeside(
  db: Executor,
  context: Context,
  kind: BesideKind,
  { user, job, limit }: { readonly user: string; readonly job: string; readonly limit: number },
): Promise<readonly BesideRow[]> {
  const items = tablesOf(context.workspace).system("job_item");
  return db.query(
    answering(
      { id: uuid, data: json<BesideRow["data"]>() },
      sql`select t.id, ${FOUND[kind].data} as data from ${fromOf(context, kind, { user, job })}
      and not exists (select 1 from ${items} i where i.job = ${job}::uuid and i.refused is not null and i.record = ${`${kind}:`}::text || t.id::text)
      order by t.id limit ${limit}`,
    ),
  );
}

export interface Successor {
  readonly to: string;
  readonly now: string;
}
/** What hands one row over. Whoever asked for a consent does not give it: then an administrator decides. */
export function operationsOf(
  kind: BesideKind,
  { id, data }: BesideRow,
  { to, now }: Successor,
  settled: ReadonlySet<string>,
): readonly Operation[] {
  switch (kind) {
    case "approvals": {
      const values =
        data.owner === to ? { approver: null, approver_role: "administrator" } : { approver: to };
      return [updating(approvalRequestObject, id, values)];
    }
    case "requests":
      return [updating(approvalRequestObject, id, { status: "withdrawn", decided_at: now, open_key: null })];
    case "roles":
      return [
        deleting(share, id),
        ...(settled.has(id) ? [] : [creating(share, { ...data, to: { object: "user", id: to } })]),
      ];
    case "rules":
      return [updating(sharingRule, id, { to: { object: "user", id: to } })];
    case "views":
      return [updating(view, id, { owner: to })];
    case "shares":
      return [deleting(share, id)];
    case "jobs":
      return [];
  }
}

/** Of the shares those on records that the successor owns or works on already. */
export async function alreadyThere(
  tx: Executor,
  context: Context,
  rows: readonly BesideRow[],
  to: string,
): Promise<ReadonlySet<string>> {
  const { record } = tablesOf(context.workspace);
  const shares = record("share");
  const ids = rows.map(({ id }) => id);
  const objects = [...context.catalog.objects.values()].filter((object) => object.sharing === "owner");
  const owned = objects.map(
    ({ name }) =>
      sql`select s.id from ${shares} s join ${record(name)} t on t.id = s.regarding where s.id = any(${ids}::uuid[]) and t.owner = ${to}::uuid`,
  );
  const shared = sql`select s.id from ${shares} s join ${shares} o on o.regarding = s.regarding and o."to" = ${to}::uuid and o.deleted_at is null where s.id = any(${ids}::uuid[])`;
  const found = await tx.query(answering({ id: uuid }, joined([shared, ...owned], " union ")));
  return new Set(found.map(({ id }) => id));
}
