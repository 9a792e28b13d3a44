import {
  type Context,
  type Forgotten,
  type Retention,
  type RetentionBatch,
  answering,
  columnsOf,
  command,
  tablesOf,
} from "../../../../engine/public.ts";
import { integer, uuid } from "../../../../platform/db/columns.ts";
import { type Sql, sql } from "../../../../platform/db/sql.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { stageFields } from "../../../../shared/metadata/stage-fields.ts";
import { contentsOf, isNeeded } from "./erase-person.ts";
import { eraseValues } from "./erase-values.ts";

/** Emptying reaches into every version and every line of the log: fewer at once than elsewhere. */
export const AT_ONCE = 50;
const LONGEST_MS = 60_000;
/** What a record hung on, and where it stood: the bones that ledgers and figures of the past rest on. */
const STAGE_FIELDS = Object.keys(stageFields()).filter((name) => name !== "gate_state");
const BONES = ["link", "person", "department", "stage", "pipeline"];

/**
 * Records of the recycle bin: emptied everywhere, out of the bin and beyond restoring. Settings, people and
 * roles stay.
 */
export const binnedRecords: Retention = {
  name: "bin",
  label: label("回收站中的记录", "Records in the recycle bin"),
  applies: (object) => isRemovable(object),
  description: label(
    "清空记录、历次版本、变更日志、搜索和附件中的内容，不能再恢复；创建人、删除人、时间、关联和阶段仍保留，日志仍可校验完整性。",
    "Content is cleared from the record, its versions, the change log, search and files and cannot be restored. Who created and deleted it and when, its links and stages stay, and the log can still be verified.",
  ),
  least: 7,
  usual: null,
  count: async (context, before) => {
    let total = 0;
    for (const object of removable(context)) {
      const counted = sql`select count(*)::int as n from ${binned(context, object, before)}`;
      const [row] = await context.db.query(answering({ n: integer }, counted));
      total += row?.n ?? 0;
    }
    return total;
  },
  take: async (context, batch) => {
    for (const object of removable(context)) {
      const most = Math.min(batch.limit, AT_ONCE);
      const found = sql`select t.id from ${binned(context, object, batch.before)} order by t.deleted_at limit ${most}`;
      const rows = await context.db.query(answering({ id: uuid }, found));
      if (rows.length === 0) continue;
      await removeRecords(
        context,
        object,
        rows.map(({ id }) => id),
        batch,
      );
      return rows.length;
    }
    return 0;
  },
};

const removable = ({ catalog }: Context): readonly CatalogObject[] =>
  [...catalog.objects.values()].filter(isRemovable);
const isRemovable = ({ internal, ledger, area }: CatalogObject): boolean =>
  !internal && !ledger && area !== "settings";
function binned({ workspace }: Context, { name }: CatalogObject, before: string): Sql {
  const { record, system } = tablesOf(workspace);
  return sql`${record(name)} t where t.deleted_at < ${before} and not exists (select from ${system("removed_record")} r where r.id = t.id)`;
}
export const noteRemoved = command(
  ({ system }, object: string, ids: readonly string[], run: string) =>
    sql`insert into ${system("removed_record")} (object, id, run) select ${object}, unnest(${ids}::uuid[]), ${run}`,
);
const contentFields = (object: CatalogObject): readonly string[] =>
  object.fields
    .filter(
      (field) =>
        field.name === "external_id" ||
        (!field.system &&
          columnsOf(field).length > 0 &&
          !BONES.includes(field.kind) &&
          !STAGE_FIELDS.includes(field.name)),
    )
    .map(({ name }) => name);

/** Empties records of the recycle bin everywhere and deletes contents that nothing else names. */
export async function removeRecords(
  context: Context,
  object: CatalogObject,
  ids: readonly string[],
  { run }: RetentionBatch,
): Promise<void> {
  const { workspace } = context;
  const contents = await context.db.transaction(
    async (tx) => {
      await tx.query({ text: "set local sluice.erasing = 'on'" });
      const held = await contentsOf(tx, context, [{ object, ids }]);
      await eraseValues(tx, context, { object, ids, fields: contentFields(object), erasure: run });
      const gone: Forgotten = {
        object: object.name,
        id: ids[0] ?? "",
        records: new Map([[object.name, ids]]),
        words: [],
      };
      const unneeded = [...held];
      for (const forget of context.hooks.forgets ?? [])
        unneeded.push(...((await forget(tx, context, gone)).contents ?? []));
      await tx.query(noteRemoved(workspace, object.name, ids, run));
      return unneeded;
    },
    { longer: LONGEST_MS },
  );
  for (const hash of contents)
    if (!(await isNeeded(context, hash))) await context.services.files.delete(hash);
}
