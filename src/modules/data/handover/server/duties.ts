import { type Context, answering, tablesOf } from "../../../../engine/public.ts";
import { integer, text, uuid } from "../../../../platform/db/columns.ts";
import { joined, type Sql, spelled, sql } from "../../../../platform/db/sql.ts";
import { type Executor, ident } from "../../../../platform/db/database.ts";
import { type CatalogObject, parentOf } from "../../../../shared/metadata/object.ts";
import type { DutyCount } from "../shared/handover.contract.ts";

/** A field by which records hang on a person, with what tells records that are still to be worked on. */
export interface Duty {
  readonly object: string;
  readonly field: string;
  /** SQL on the row `t`. */
  readonly open: string;
}
const ENDED = new Set(["done", "cancelled", "won", "lost"]);

/**
 * Everything that can hang on a person: what they own, and every other field that names a person and people
 * may change (manager, head of a department, lead of a team). What happened stays with who did it:
 * activities, notes, files, closed deals.
 */
export function dutiesOf(context: Context): readonly Duty[] {
  return [...context.catalog.objects.values()].flatMap((object) => {
    if (
      object.ledger ||
      object.internal ||
      (typeof object.sharing === "object" && "personal" in object.sharing)
    )
      return [];
    const open = openSql(object);
    return object.fields.flatMap((field): Duty[] => {
      if (field.kind !== "person" || field.computed || field.fixed) return [];
      if (field.name === "owner")
        return isOwned(object) ? [{ object: object.name, field: "owner", open }] : [];
      return field.system || field.hidden ? [] : [{ object: object.name, field: field.name, open }];
    });
  });
}

const isOwned = (object: CatalogObject): boolean =>
  object.sharing === "owner" || parentOf(object.sharing)?.or_owner === true;

function openSql(object: CatalogObject): string {
  if (object.stageField !== undefined && object.byName["stage_type"])
    return `t."stage_type" is distinct from 'won' and t."stage_type" is distinct from 'lost'`;
  const { status, active } = object.byName;
  const ended =
    status?.kind === "select"
      ? status.options.filter((option) => ENDED.has(option.status ?? "")).map(({ name }) => name)
      : [];
  if (ended.length > 0)
    return `(t."status" is null or t."status" not in (${ended.map((name) => `'${name.replaceAll("'", "''")}'`).join(", ")}))`;
  return active?.kind === "boolean" ? `t."active" is not false` : "true";
}

/** How much hangs on the person, by object and field; what nothing hangs on is left out. One statement. */
export async function countDuties(context: Context, user: string): Promise<readonly DutyCount[]> {
  const { record } = tablesOf(context.workspace);
  const arms = dutiesOf(context).map(({ object, field, open }): Sql => {
    const isOpen = spelled(open);
    return sql`select ${object}::text as object, ${field}::text as field, count(*) filter (where ${isOpen})::int as open, count(*) filter (where not (${isOpen}))::int as closed
        from ${record(object)} t where t.${spelled(ident(field))} = ${user}::uuid and t.deleted_at is null`;
  });
  const rows = await context.db.query(
    answering({ object: text, field: text, open: integer, closed: integer }, joined(arms, " union all ")),
  );
  return rows.filter(({ open, closed }) => open + closed > 0);
}

/** The next open records of a duty, leaving out those that this job could not change. */
export async function nextOf(
  db: Executor,
  context: Context,
  { object, field, open }: Duty,
  { user, job, limit }: { readonly user: string; readonly job: string; readonly limit: number },
): Promise<readonly string[]> {
  const { record, system } = tablesOf(context.workspace);
  const [column, isOpen] = [spelled(ident(field)), spelled(open)];
  const rows = await db.query(
    answering(
      { id: uuid },
      sql`select t.id from ${record(object)} t where t.${column} = ${user}::uuid and t.deleted_at is null and ${isOpen}
      and not exists (select 1 from ${system("job_item")} i where i.job = ${job} and i.refused is not null and i.record = ${`${object}.${field}:`} || t.id::text)
      order by t.id limit ${limit}`,
    ),
  );
  return rows.map(({ id }) => id);
}
