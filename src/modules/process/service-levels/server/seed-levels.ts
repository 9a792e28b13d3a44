import { type Context, asProgram, creating, save, statement } from "../../../../engine/public.ts";
import { text } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { EXAMPLES, SHIPPED } from "../shared/examples.ts";
import { serviceLevel } from "../shared/service-level.object.ts";

/** Those that were changed or deleted since are there as well. */
export const shippedLevels = statement(
  { external_id: text },
  ({ record }) =>
    sql`select coalesce(external_id, '') as external_id from ${record("service_level")} where source_system = ${SHIPPED}`,
);

/** An example for tasks and one for consents, not in force: a company switches it on, or makes its own. */
export async function seedLevels(context: Context): Promise<void> {
  const rows = await context.db.query(shippedLevels(context.workspace));
  const known = new Set(rows.map(({ external_id }) => external_id));
  const missing = EXAMPLES.filter(({ name }) => !known.has(name));
  if (missing.length === 0) return;
  const { saved } = await save(asProgram(context, "examples of service levels are seeded"), {
    operations: missing.map((level) =>
      creating(serviceLevel, { ...level, active: false, external_id: level.name, source_system: SHIPPED }),
    ),
    road: "setup",
    mode: "each",
  });
  if (!saved) throw new Error("examples of service levels could not be written");
}
