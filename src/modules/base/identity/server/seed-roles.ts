import { type Context, asProgram, creating, statement } from "../../../../engine/public.ts";
import { role } from "../../../../objects/system/role/role.object.ts";
import { PRESET_ROLES } from "../shared/preset-roles.ts";
import type { Rights } from "../../../../shared/rights/rights.ts";
import { presetRights, withPresets } from "./preset-rights.ts";
import { writeAll } from "./write.ts";
import { sure, text } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

export const rolesNamed = statement(
  { name: sure(text) },
  ({ record }, names: readonly string[]) =>
    sql`select distinct name from ${record("role")} where name = any(${names}::text[])`,
);

/**
 * Makes the preset roles that never were there. One that was changed or deleted stays as the company left it.
 */
export async function seedRoles(context: Context): Promise<void> {
  const names = PRESET_ROLES.map(({ name }) => name);
  const rows = await context.db.query(rolesNamed(context.workspace, names));
  const known = new Set(rows.map(({ name }) => name));
  const missing = PRESET_ROLES.filter(({ name }) => !known.has(name));
  const language = context.company.language;
  const added = presetRights.read(context.hooks);
  const operations = missing.map(({ name, label, description, rights }) =>
    creating(role, {
      name,
      label: { ...label },
      description: description[language],
      rights: structuredRights(withPresets(name, rights, added)),
    }),
  );
  const written = await writeAll(asProgram(context, "preset roles are seeded"), "setup", operations);
  // Another process may have seeded in the same moment: its roles are as good.
  if (!written.ok && written.refusal.status !== 409)
    throw new Error(`preset roles: ${written.refusal.code} ${JSON.stringify(written.refusal.reasons)}`);
}

const structuredRights = (rights: Rights) => ({
  objects: Object.fromEntries(Object.entries(rights.objects).map(([name, own]) => [name, { ...own }])),
  fields: Object.fromEntries(Object.entries(rights.fields).map(([name, own]) => [name, { ...own }])),
  abilities: [...rights.abilities],
});
