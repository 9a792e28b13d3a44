import {
  type Add,
  type Added,
  type Context,
  type Contribution,
  type SightWhile,
  systemTable,
} from "../../../../engine/public.ts";
import type { Change } from "../../../../shared/metadata/hooks.ts";

/**
 * To be registered with a source of sight: who sees a record while something says so is written with what says
 * so, and taken away with it. Nobody sees longer than that, and nothing has to remember to end it.
 */
export const keepSight = ({ name, value }: Contribution<SightWhile>): Add => ({
  word: "add",
  name: `sight.${name}`,
  label: value.label,
  applies: (object) => object.name === value.object,
  writes: [],
  run: async ({ context: { workspace }, changes }): Promise<Added> => {
    const rows = changes.flatMap((change) => sightOf(name, change, value));
    const told = changes.some(({ before }) => before !== null && value.shows(before).length > 0);
    if (rows.length === 0 && !told) return {};
    const ids = changes.map(({ id }) => id);
    return {
      ledger: [
        keptSight(workspace, name, ids, rows),
        { text: `update ${systemTable(workspace, "versions")} set shares = shares + 1`, values: [] },
      ],
    };
  },
});

interface SightRow {
  readonly source: string;
  readonly source_id: string;
  readonly object: string;
  readonly record: string;
  readonly to_object: "user" | "role";
  readonly to: string;
}
function sightOf(
  source: string,
  { id, after, deleting }: Pick<Change, "id" | "after" | "deleting">,
  { shows }: SightWhile,
): readonly SightRow[] {
  if (deleting) return [];
  return shows(after).map(({ object, record, to }) => ({
    source,
    source_id: id,
    object,
    record,
    ...("person" in to
      ? ({ to_object: "user", to: to.person } as const)
      : ({ to_object: "role", to: to.role } as const)),
  }));
}

/** What a source shows now, in the place of what it showed. */
function keptSight(
  workspace: Context["workspace"],
  source: string,
  ids: readonly string[],
  rows: readonly SightRow[],
) {
  const table = systemTable(workspace, "sight_while");
  const same = ["source", "source_id", "record", "to_object", `"to"`].map((name) => `s.${name} = w.${name}`);
  return {
    text: `with w as (select * from jsonb_to_recordset($1::jsonb) as w(source text, source_id uuid, object text, record uuid, to_object text, "to" text)),
 ended as (delete from ${table} s where s.source = $2 and s.source_id = any($3::uuid[]) and not exists (select 1 from w where ${same.join(" and ")}))
 insert into ${table} (source, source_id, object, record, to_object, "to") select source, source_id, object, record, to_object, "to" from w on conflict do nothing`,
    values: [JSON.stringify(rows), source, [...ids]],
  };
}
