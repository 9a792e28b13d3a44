import {
  changeField as changeFieldContract,
  deleteField,
  makeField,
  readDefinitionProblems,
  readDeletedFields,
  readFields,
} from "../../shared/wire/fields.contract.ts";
import {
  changeObject as changeObjectContract,
  deleteObject,
  listObjects,
  makeObject,
  readObject,
  readObjectUses,
  restoreObject as restoreObjectContract,
} from "../../shared/wire/objects.contract.ts";
import { applyPackage, readPackage } from "../../shared/wire/package.contract.ts";
import { isOutsider } from "../access/outsiders.ts";
import { hasAbility, objectRights } from "../access/rights-of.ts";
import type { Context } from "../kernel/context.ts";
import { addField } from "../definitions/add-field.ts";
import { addObject } from "../definitions/add-object.ts";
import { changeField, removeField } from "../definitions/change-field.ts";
import { changeObject } from "../definitions/change-object.ts";
import { definitionProblems, deletedFields, listFields } from "../definitions/list-fields.ts";
import { exportPackage, importPackage } from "../definitions/package-file.ts";
import { deletedObjects, removeObject, restoreObject, usesOfObject } from "../definitions/remove-object.ts";
import { accept, refuse } from "../kernel/refusal.ts";
import { describeObject } from "../definitions/describe-object.ts";
import { apiMessages } from "./messages.ts";
import { serve } from "./serve.ts";

const BUILDS = { ability: "objects.manage" } as const;

const seenObjects = (context: Context) =>
  [...context.catalog.objects.values()]
    .filter((object) => !object.internal && objectRights(context, object).read !== "none")
    .map((object) => describeObject(context, object));

/** Metadata: what objects there are, and making one's own. */
export const metadataRoutes = [
  // The page of whoever has no roles asks, too, before it knows who is there.
  serve(listObjects, { outsiders: true }, async (context, { query }) => {
    if (isOutsider(context.principal)) return accept({ data: [] });
    if (query.deleted !== "true") return accept({ data: seenObjects(context) });
    return accept({ data: hasAbility(context, "objects.manage") ? await deletedObjects(context) : [] });
  }),
  serve(readObject, {}, async (context, { params }) => {
    const object = context.catalog.object(params.object);
    const isSeen =
      object && (objectRights(context, object).read !== "none" || context.principal.kind === "system");
    return isSeen
      ? accept({ data: describeObject(context, object) })
      : refuse({ status: 404, code: "unknown_object", text: apiMessages.unknown_object, params });
  }),
  serve(makeObject, BUILDS, (context, { body }) => addObject(context, body)),
  serve(changeObjectContract, BUILDS, (context, { params, body }) =>
    changeObject(context, params.object, body),
  ),
  serve(readObjectUses, BUILDS, (context, { params }) => usesOfObject(context, params.object)),
  serve(deleteObject, BUILDS, (context, { params }) => removeObject(context, params.object)),
  serve(restoreObjectContract, BUILDS, (context, { params }) => restoreObject(context, params.object)),
  serve(readFields, BUILDS, (context, { params }) => listFields(context, params.object)),
  serve(makeField, BUILDS, (context, { params, body }) => addField(context, params.object, body)),
  serve(changeFieldContract, BUILDS, (context, { params, body }) =>
    changeField(context, params.object, params.field, body),
  ),
  serve(deleteField, BUILDS, (context, { params }) => removeField(context, params.object, params.field)),
  serve(readDeletedFields, BUILDS, async (context) => accept({ data: await deletedFields(context) })),
  serve(readDefinitionProblems, BUILDS, async (context) =>
    accept({ data: await definitionProblems(context) }),
  ),
  serve(readPackage, BUILDS, async (context) => accept(await exportPackage(context))),
  serve(applyPackage, BUILDS, (context, { body }) =>
    importPackage(context, body.package, body.dry_run === true),
  ),
];
