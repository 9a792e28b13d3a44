import {
  type Context,
  type Forgotten,
  type Retention,
  type RetentionBatch,
  columnsOf,
  systemTable,
  tableOf,
} from "../../../../engine/public.ts";
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
    "内容从记录、历次版本、变更日志、搜索和附件中清空，不能再恢复；何时由谁建立和删除、关联和阶段仍保留，封存链仍可核对。",
    "Contents are emptied in the record, its versions, the change log, search and files, and cannot be restored; who made and deleted it when, its links and stages stay, and the seals still verify.",
  ),
  least: 7,
  usual: null,
  count: async (context, before) => {
    let total = 0;
    for (const object of removable(context)) {
      const [row] = await context.db.query<{ n: number }>({
        text: `select count(*)::int as n from ${binned(context, object)}`,
        values: [before],
      });
      total += row?.n ?? 0;
    }
    return total;
  },
  take: async (context, batch) => {
    for (const object of removable(context)) {
      const rows = await context.db.query<{ id: string }>({
        text: `select t.id from ${binned(context, object)} order by t.deleted_at limit $2`,
        values: [batch.before, Math.min(batch.limit, AT_ONCE)],
      });
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
const binned = ({ workspace }: Context, { name }: CatalogObject): string =>
  `${tableOf(workspace, name)} t where t.deleted_at < $1 and not exists (select from ${systemTable(workspace, "removed_record")} r where r.id = t.id)`;
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
      await tx.query({
        text: `insert into ${systemTable(workspace, "removed_record")} (object, id, run) select $1, unnest($2::uuid[]), $3`,
        values: [object.name, ids, run],
      });
      return unneeded;
    },
    { longer: LONGEST_MS },
  );
  for (const hash of contents)
    if (!(await isNeeded(context, hash))) await context.services.files.delete(hash);
}
