import type { CatalogObject, Values } from "../../shared/metadata/object.ts";
import { stageFields } from "../../shared/metadata/stage-fields.ts";
import type { ChangedObject } from "../../shared/wire/objects.contract.ts";
import { buildCatalog, type CustomField } from "../catalog/build-catalog.ts";
import { readDefinition } from "../catalog/read-definition.ts";
import type { Context } from "../kernel/context.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { answerWith, readingOf, spellFields } from "./add-object.ts";
import { commitDefinitions } from "./commit-definitions.ts";
import { createField, ended, isUsed } from "./definition-records.ts";
import { refusedWith } from "./messages.ts";
import { suggestName } from "./suggest-name.ts";

/**
 * POST /objects/:object/fields: a field over any object that people work with; it is live at once,
 * everywhere.
 */
export async function addField(
  context: Context,
  to: string,
  properties: Readonly<Values>,
): Promise<Result<ChangedObject>> {
  const object = context.catalog.object(to);
  if (!object || object.ledger) return refusedWith(404, "unknown", { name: to });
  const { name: given, ...rest } = properties;
  const isThere = (one: string) =>
    object.byName[one] !== undefined ||
    isUsed(context, "o_field_definition", { object: object.name, name: one });
  const name = given ? ended(String(given)) : await suggestName(rest["label"], "field", isThere);
  const definition = readDefinition(rest, readingOf(context));
  if (!definition.ok) return definition;
  const field: CustomField = { object: object.name, name, definition: definition.value, hidden: false };
  const made = [field, ...(definition.value.kind === "stage" ? missingCompanions(object) : [])];
  const done = await commitDefinitions(context, async (layer, version) => {
    const isLaid = layer.fields.some((one) => one.object === object.name && one.name === name);
    if (isLaid || (await isThere(name))) return refusedWith(409, "taken", { name });
    const next = { ...layer, fields: [...layer.fields, ...made] };
    const spelled = spellFields(buildCatalog(version, context.shipped, next), made);
    return accept({
      layer: { ...layer, fields: [...layer.fields, ...spelled] },
      place: `${object.name}.${name}`,
      operations: spelled.map(createField),
    });
  });
  return done.ok ? answerWith(context, done.value, object.name) : done;
}
const missingCompanions = (object: CatalogObject): readonly CustomField[] =>
  Object.entries(stageFields())
    .filter(([name]) => !object.byName[name])
    .map(([name, definition]) => ({ object: object.name, name, definition, hidden: false }));
