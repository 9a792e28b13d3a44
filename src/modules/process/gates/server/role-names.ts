import { type Context, statement } from "../../../../engine/public.ts";
import { json, orNull, text } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { RoleName } from "../shared/move.ts";
import type { PipelineDefinition } from "../../pipeline/shared/public.ts";

export const roleLabels = statement(
  { name: orNull(text), label: orNull(json<LabelMap>()) },
  ({ record }) => sql`select name, label from ${record("role")} where deleted_at is null`,
);

/** Roles as people call them: a gate that names a role names it by its label. */
export async function roleNames(db: Executor, context: Context): Promise<RoleName> {
  const rows = await db.query(roleLabels(context.workspace));
  const labels = new Map(rows.map(({ name, label }) => [name, label]));
  return (name) => labels.get(name) ?? name;
}

/** Whether gates or rules of a pipeline name roles at all: mostly they do not, and nothing is read. */
export const namesRoles = ({ stages, rules }: PipelineDefinition): boolean =>
  typeof rules.override_approval === "object" ||
  typeof rules.reopen_approval === "object" ||
  stages.some(
    ({ movers, editors, entry, exit }) =>
      (movers ?? editors ?? []).length > 0 || [...entry, ...exit].some(({ kind }) => kind === "approval"),
  );
