import {
  type Context,
  type Retention,
  answering,
  columnsOf,
  deleting,
  historyOf,
  save,
  tableOf,
  tablesOf,
} from "../../../../engine/public.ts";
import { integer, uuid } from "../../../../platform/db/columns.ts";
import { NOTHING, type Sql, spelled, sql } from "../../../../platform/db/sql.ts";
import { ident } from "../../../../platform/db/database.ts";
import { file } from "../../../../objects/system/file/file.object.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { AT_ONCE, removeRecords } from "./binned-records.retention.ts";

/** Files that were sent and never tied to anything: the form was closed, the import given up. */
export const looseFiles: Retention = {
  name: "loose_files",
  label: label("未关联的附件", "Files without a record"),
  applies: ({ name }) => name === file.name,
  description: label(
    "上传后没有关联任何记录、也没有任何字段（包括历史版本）引用的文件，连同内容删除。",
    "Files that were uploaded but belong to no record and are not used in any field, now or in an earlier version, are deleted with their content.",
  ),
  least: 1,
  usual: 1,
  count: async (context, before) => {
    const [row] = await context.db.query(
      answering({ n: integer }, sql`select count(*)::int as n from ${loose(context, before)}`),
    );
    return row?.n ?? 0;
  },
  take: async (context, batch) => {
    const object = context.catalog.object("file");
    if (!object) return 0;
    const most = Math.min(batch.limit, AT_ONCE);
    const found = sql`select t.id from ${loose(context, batch.before)} order by t.updated_at limit ${most}`;
    const rows = await context.db.query(answering({ id: uuid }, found));
    if (rows.length === 0) return 0;
    const operations = rows.map(({ id }) => deleting(file, id));
    const { saved, results } = await save(context, { road: "rule", mode: "all", operations });
    if (!saved)
      throw new Error(
        `files without a record could not be removed: ${JSON.stringify(results.find((result) => !result.ok))}`,
      );
    await removeRecords(
      context,
      object,
      rows.map(({ id }) => id),
      batch,
    );
    return rows.length;
  },
};

/** Part of a statement: files `t` that nothing names and that nobody has touched since. */
function loose(context: Context, since: string): Sql {
  const { workspace, catalog } = context;
  const naming = [...catalog.objects.values()].flatMap((object) => {
    if (object.ledger) return [];
    const fields = object.fields.filter(
      ({ kind }) => kind === "file" || kind === "image" || kind === "signature",
    );
    return fields.flatMap((field) =>
      columnsOf(field).flatMap(({ name, type }) =>
        [tableOf(workspace, object.name), historyOf(workspace, object.name)].map((table) =>
          type === "uuid[]"
            ? `select unnest(x.${ident(name)}) from ${table} x where x.${ident(name)} is not null`
            : `select x.${ident(name)} from ${table} x where x.${ident(name)} is not null`,
        ),
      ),
    );
  });
  const unnamed = naming.length === 0 ? NOTHING : spelled(` and t.id not in (${naming.join(" union ")})`);
  const files = tablesOf(workspace).record("file");
  return sql`${files} t where t.deleted_at is null and t.regarding is null and t.updated_at < ${since}${unnamed}`;
}
