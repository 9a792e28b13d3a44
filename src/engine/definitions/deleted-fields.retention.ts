import { ident } from "../../platform/db/database.ts";
import { label } from "../../shared/i18n/label.ts";
import type { Field, FieldDefinition } from "../../shared/metadata/field.ts";
import type { Context } from "../kernel/context.ts";
import { elevate } from "../kernel/elevate.ts";
import { saveIn } from "../record/save.ts";
import type { Retention } from "../kernel/retention.ts";
import { withRetries } from "../schema/apply.ts";
import { keepStaleKeys } from "../schema/name-order.ts";
import { historyOf, keptColumns, rollupOf, systemTable, tableOf } from "../schema/names.ts";
import { RESTORABLE_DAYS } from "./restorable.ts";
import { alone } from "./commit-definitions.ts";
import { accept } from "../kernel/refusal.ts";

const OLD = "hidden and dropped_at is null and deleted_at is null and coalesce(hidden_at, updated_at) < $1";

/**
 * Fields that nobody can restore any more: their columns go, of the rows and of all versions. The log keeps
 * what was written, and seals keep holding.
 */
export const deletedFieldsRetention: Retention = {
  name: "deleted_fields",
  label: label("已删除字段的数据", "Data of deleted fields"),
  applies: () => true,
  description: label(
    "删除超过 90 天、不能再恢复的自定义字段：记录和历史版本中的值一并清除，变更日志仍保留当时写入的内容。",
    "Custom fields deleted more than 90 days ago that can no longer be restored: their values are purged from records and past versions; the change log keeps what was written then.",
  ),
  least: RESTORABLE_DAYS,
  usual: RESTORABLE_DAYS,
  count: async ({ db, workspace }, before) => {
    const [row] = await db.query<{ n: number }>({
      text: `select count(*)::int as n from ${systemTable(workspace, "o_field_definition")} where ${OLD}`,
      values: [before],
    });
    return row?.n ?? 0;
  },
  take: async (context, { before }) => {
    const done = await alone(context, async () => {
      const [row] = await context.db.query<Deleted>({
        text: `select id, object, name, definition from ${systemTable(context.workspace, "o_field_definition")} where ${OLD} order by coalesce(hidden_at, updated_at), id limit 1`,
        values: [before],
      });
      if (row) await dropField(context, row);
      return accept(row ? 1 : 0);
    });
    // Somebody is changing definitions: the next night takes it.
    return done.ok ? done.value : 0;
  },
};

interface Deleted {
  readonly id: string;
  readonly object: string;
  readonly name: string;
  readonly definition: FieldDefinition;
}
/**
 * Columns and definition in one transaction: whoever still knew the columns learns that they are gone with
 * the version of the definitions.
 */
async function dropField(context: Context, { id, object, name, definition }: Deleted): Promise<void> {
  const { workspace } = context;
  const field: Field = { ...definition, name, ...(definition.kind === "formula" ? { stored: true } : {}) };
  const columns = keptColumns({ ...field, by_name: definition.kind === "text" }).map((column) => column.name);
  const former = await context.db.query<{ name: string }>({
    text: `select attname as name from pg_attribute where attrelid = to_regclass($1) and attnum > 0 and not attisdropped and attname like $2`,
    values: [historyOf(workspace, object), `${name.replaceAll("_", "\\_")}\\_\\_was\\_%`],
  });
  const drop = (table: string, names: readonly string[]): string =>
    `alter table if exists ${table} ${names.map((one) => `drop column if exists ${ident(one)}`).join(", ")}`;
  await withRetries(() =>
    context.db.transaction(
      async (tx) => {
        await tx.query({ text: "set local lock_timeout = '500ms'" });
        if (columns.length > 0) {
          await tx.query({ text: keepStaleKeys(workspace, object, name) });
          await tx.query({ text: drop(tableOf(workspace, object), columns) });
        }
        const past = [...columns, ...former.map((one) => one.name)];
        if (past.length > 0) await tx.query({ text: drop(historyOf(workspace, object), past) });
        if (definition.kind === "rollup") await tx.query({ text: drop(rollupOf(workspace, object), [name]) });
        const { saved, results } = await saveIn(
          tx,
          elevate(context, "definitions are written by their endpoints only"),
          {
            operations: [
              { op: "update", object: "field_definition", id, values: { dropped_at: context.now } },
            ],
            road: "rule",
            mode: "all",
          },
        );
        if (!saved)
          throw new Error(`the field ${object}.${name} could not be dropped: ${JSON.stringify(results)}`);
      },
      { longer: 20_000 },
    ),
  );
}
