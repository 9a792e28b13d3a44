import {
  type Context,
  type Operation,
  creating,
  deleting,
  systemTable,
  tableOf,
  updating,
} from "../../../../engine/public.ts";
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
interface Beside {
  /** Rows `t` with an id; `$1` is the leaver, `$2` the hand-over itself. */
  readonly from: (table: (name: string) => string, system: (name: string) => string) => string;
  /** What of a row is needed to hand it over, as a JSON object. */
  readonly data: string;
  /** Only of who leaves, or only if so wanted. */
  readonly wanted: (plan: HandoverPlan) => boolean;
}
const LASTING = "t.deleted_at is null and (t.expires_at is null or t.expires_at > now())";

/** What hangs on a person beside the records that name them in a field. */
const FOUND: Readonly<Record<BesideKind, Beside>> = {
  approvals: {
    from: (table) =>
      `${table("approval_request")} t where t.status = 'waiting' and t.approver = $1::uuid and t.deleted_at is null`,
    data: `jsonb_build_object('owner', t.owner)`,
    wanted: () => true,
  },
  requests: {
    from: (table) =>
      `${table("approval_request")} t where t.status = 'waiting' and t.owner = $1::uuid and t.deleted_at is null`,
    data: `'{}'::jsonb`,
    wanted: ({ deactivate }) => deactivate,
  },
  roles: {
    from: (table) => `${table("share")} t where t."to" = $1::uuid and t.to__object = 'user' and ${LASTING}`,
    data: `jsonb_build_object('regarding', jsonb_build_object('object', t.regarding__object, 'id', t.regarding), 'level', t.level, 'duty', t.duty, 'expires_at', t.expires_at, 'reason', t.reason)`,
    wanted: () => true,
  },
  rules: {
    from: (table) =>
      `${table("sharing_rule")} t where t."to" = $1::uuid and t.to__object = 'user' and t.deleted_at is null`,
    data: `'{}'::jsonb`,
    wanted: () => true,
  },
  views: {
    from: (table) =>
      `${table("view")} t where t.owner = $1::uuid and t.visibility = 'everyone' and t.deleted_at is null`,
    data: `'{}'::jsonb`,
    wanted: () => true,
  },
  shares: {
    from: (table) =>
      `${table("share")} t where t.created_by = $1::uuid and not (t."to" = $1::uuid and t.to__object = 'user') and ${LASTING}`,
    data: `'{}'::jsonb`,
    wanted: ({ end_shares }) => end_shares === true,
  },
  jobs: {
    from: (_table, system) =>
      `(select id from ${system("job_run")} where actor = $1::uuid and status in ('queued', 'running', 'waiting') and wanted is distinct from 'cancel' and id is distinct from $2::uuid) t where true`,
    data: `'{}'::jsonb`,
    wanted: ({ deactivate }) => deactivate,
  },
};

function fromOf({ workspace }: Context, kind: BesideKind): string {
  return FOUND[kind].from(
    (name) => tableOf(workspace, name),
    (name) => systemTable(workspace, name),
  );
}

/** How much of each hangs on the person. One statement. */
export async function countBeside(
  context: Context,
  user: string,
  job: string | null = null,
): Promise<BesideCounts> {
  const columns = BESIDE.map((kind) => `(select count(*)::int from ${fromOf(context, kind)}) as ${kind}`);
  const [row] = await context.db.query<BesideCounts>({
    text: `select ${columns.join(", ")}, $1::uuid as "user", $2::uuid as job`,
    values: [user, job],
  });
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
  return db.query<BesideRow>({
    text: `select t.id, ${FOUND[kind].data} as data from ${fromOf(context, kind)}
      and not exists (select 1 from ${systemTable(context.workspace, "job_item")} i where i.job = $2::uuid and i.refused is not null and i.record = $3::text || t.id::text)
      order by t.id limit $4`,
    values: [user, job, `${kind}:`, limit],
  });
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
  const shares = tableOf(context.workspace, "share");
  const ids = rows.map(({ id }) => id);
  const objects = [...context.catalog.objects.values()].filter((object) => object.sharing === "owner");
  const owned = objects.map(
    ({ name }) =>
      `select s.id from ${shares} s join ${tableOf(context.workspace, name)} t on t.id = s.regarding where s.id = any($1::uuid[]) and t.owner = $2::uuid`,
  );
  const shared = `select s.id from ${shares} s join ${shares} o on o.regarding = s.regarding and o."to" = $2::uuid and o.deleted_at is null where s.id = any($1::uuid[])`;
  const found = await tx.query<{ id: string }>({
    text: [shared, ...owned].join(" union "),
    values: [ids, to],
  });
  return new Set(found.map(({ id }) => id));
}
