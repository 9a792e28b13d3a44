import { ident } from "../../platform/db/database.ts";
import type { LabelMap } from "../../shared/i18n/label.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Context } from "../kernel/context.ts";
import { columnsOf, tableOf } from "../schema/names.ts";

/** Names that a proof speaks of. Read by the program: who may ask for a proof is decided before. */
export interface Names {
  readonly people: ReadonlyMap<string, string>;
  /** Name of a department and, from it upwards, those it lies in (itself first). */
  readonly departments: ReadonlyMap<string, { readonly name: string; readonly up: readonly string[] }>;
  readonly roles: ReadonlyMap<string, LabelMap>;
  readonly teams: ReadonlyMap<string, string>;
}

interface NameRow {
  readonly what: "person" | "department" | "role" | "team";
  readonly id: string;
  readonly name: string | null;
  readonly label: LabelMap | null;
  readonly up: readonly string[] | null;
}

/** Names of people, departments (with those above them) and roles, in one statement. */
export async function readNames(
  context: Context,
  wanted: { people?: readonly string[]; departments?: readonly string[]; teams?: readonly string[] },
): Promise<Names> {
  const { workspace, principal } = context;
  const departments = [...new Set([...(wanted.departments ?? []), ...principal.departments])];
  const table = tableOf(workspace, "department");
  const rows = await context.db.query<NameRow>({
    text: `with recursive above(id, up, at) as (
        select d.id, d.id, 0 from ${table} d where d.id = any($2::uuid[])
        union all select a.id, d.parent, a.at + 1 from above a join ${table} d on d.id = a.up where d.parent is not null and a.at < 50)
      select 'person' as what, u.id, u.name, null::jsonb as label, null::text[] as up from ${tableOf(workspace, "user")} u where u.id = any($1::uuid[])
      union all select 'department', d.id, d.name, null, (select array_agg(a.up::text order by a.at) from above a where a.id = d.id) from ${table} d
        where d.id = any($2::uuid[]) or d.id in (select up from above)
      union all select 'role', r.id, r.name, r.label::jsonb, null from ${tableOf(workspace, "role")} r where r.id::text = any($3::text[])
      union all select 'team', t.id, t.name, null, null from ${tableOf(workspace, "team")} t where t.id = any($4::uuid[])`,
    values: [
      [...new Set(wanted.people ?? [])],
      departments,
      principal.roles.map((role) => role.id),
      wanted.teams ?? [],
    ],
  });
  const of = (what: NameRow["what"]) => rows.filter((row) => row.what === what);
  return {
    people: new Map(of("person").map((row) => [row.id, row.name ?? ""])),
    departments: new Map(
      of("department").map((row) => [row.id, { name: row.name ?? "", up: row.up ?? [row.id] }]),
    ),
    roles: new Map(
      of("role").map((row) => [row.id, { en: row.name ?? "", "zh-CN": row.name ?? "", ...row.label }]),
    ),
    teams: new Map(of("team").map((row) => [row.id, row.name ?? ""])),
  };
}

/** SQL of a record's title, for proofs that name it; an empty text where the object has none in a column. */
export function titleSql(object: CatalogObject, alias: string): string {
  const title = object.byName[object.title];
  return title && columnsOf(title).length > 0 ? `${alias}.${ident(title.name)}::text` : "''";
}
