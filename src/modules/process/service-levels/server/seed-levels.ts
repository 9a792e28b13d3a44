import { type Context, asProgram, creating, save, statement } from "../../../../engine/public.ts";
import { boolean } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { EXAMPLES, SHIPPED } from "../shared/examples.ts";
import { serviceLevel } from "../shared/service-level.object.ts";

/** A company that is there already makes its own. */
export const isNewCompany = statement(
  { isNew: boolean },
  ({ record }) =>
    sql`select not exists (select from ${record("user")}) and not exists (select from ${record("service_level")}) as "isNew"`,
);

/** An example for tasks and one for consents, not in force: a company switches it on, or makes its own. */
export async function seedLevels(context: Context): Promise<void> {
  const [found] = await context.db.query(isNewCompany(context.workspace));
  if (!found?.isNew) return;
  const { saved } = await save(asProgram(context, "examples of service levels are seeded"), {
    operations: EXAMPLES.map((level) =>
      creating(serviceLevel, { ...level, active: false, external_id: level.name, source_system: SHIPPED }),
    ),
    road: "setup",
    mode: "each",
  });
  if (!saved) throw new Error("examples of service levels could not be written");
}
