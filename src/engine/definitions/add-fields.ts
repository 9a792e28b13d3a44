import type { Values } from "../../shared/metadata/object.ts";
import { buildCatalog, type CustomField } from "../catalog/build-catalog.ts";
import { readDefinition } from "../catalog/read-definition.ts";
import type { Context } from "../kernel/context.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { systemTable } from "../schema/names.ts";
import { readingOf, spellFields } from "./add-object.ts";
import { commitDefinitions } from "./commit-definitions.ts";
import { createField, ended } from "./definition-records.ts";
import { refusedWith } from "./messages.ts";

/**
 * Several fields over one object in one change: all of them or none. A name that is taken, or was used once,
 * gets a number behind it; the names are told in the order of what was given.
 */
export async function addFields(
  context: Context,
  to: string,
  given: readonly Readonly<Values>[],
): Promise<Result<readonly string[]>> {
  const object = context.catalog.object(to);
  if (!object || object.ledger) return refusedWith(404, "unknown", { name: to });
  const read = readAll(context, object.name, given);
  if (!read.ok) return read;
  let names: readonly string[] = [];
  const done = await commitDefinitions(context, async (layer, version) => {
    const taken = new Set([
      ...Object.keys(object.byName),
      ...layer.fields.filter((one) => one.object === object.name).map(({ name }) => name),
      ...(await usedNames(context, object.name)),
    ]);
    const made = read.value.map((field) => ({ ...field, name: freeName(field.name, taken) }));
    names = made.map(({ name }) => name);
    const next = { ...layer, fields: [...layer.fields, ...made] };
    const spelled = spellFields(buildCatalog(version, context.shipped, next), made);
    return accept({
      layer: { ...layer, fields: [...layer.fields, ...spelled] },
      place: `${object.name}.${names[0] ?? ""}`,
      operations: spelled.map(createField),
    });
  });
  return done.ok ? accept(names) : done;
}

/** The definitions as they were given, or what is wrong with the first one that is. */
function readAll(
  context: Context,
  object: string,
  given: readonly Readonly<Values>[],
): Result<readonly CustomField[]> {
  const fields: CustomField[] = [];
  for (const [index, { name, ...rest }] of given.entries()) {
    const read = readDefinition(rest, readingOf(context));
    if (!read.ok) {
      const reasons = read.refusal.reasons.map((reason) => ({
        ...reason,
        field: `fields.${index}.${reason.field ?? ""}`,
      }));
      return { ok: false, refusal: { ...read.refusal, reasons } };
    }
    fields.push({ object, name: String(name), definition: read.value, hidden: false });
  }
  return accept(fields);
}

/** Names of all fields that there are or were. */
async function usedNames(context: Context, object: string): Promise<readonly string[]> {
  const rows = await context.db.query<{ name: string }>({
    text: `select name from ${systemTable(context.workspace, "o_field_definition")} where object = $1`,
    values: [object],
  });
  return rows.map(({ name }) => name);
}

function freeName(wanted: string, taken: Set<string>): string {
  const base = wanted.replace(/_c$/, "");
  let name = ended(base);
  for (let number = 2; taken.has(name); number++) name = ended(`${base}_${number}`);
  taken.add(name);
  return name;
}
