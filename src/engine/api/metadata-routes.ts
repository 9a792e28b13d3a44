import { Type } from "@sinclair/typebox";
import { label } from "../../shared/i18n/label.ts";
import { hasAbility, objectRights } from "../access/rights-of.ts";
import { addField } from "../definitions/add-field.ts";
import { addObject } from "../definitions/add-object.ts";
import { changeField, removeField } from "../definitions/change-field.ts";
import { changeObject } from "../definitions/change-object.ts";
import { definitionProblems, deletedFields, listFields } from "../definitions/list-fields.ts";
import { exportPackage, importPackage } from "../definitions/package-file.ts";
import { deletedObjects, removeObject, restoreObject, usesOfObject } from "../definitions/remove-object.ts";
import { accept, refuse } from "../refusal.ts";
import { describeObject } from "./describe-object.ts";
import { apiMessages } from "./messages.ts";
import type { Route } from "./route.ts";

const name = Type.String({ minLength: 1, maxLength: 50 });
const labels = Type.Record(Type.String({ maxLength: 20 }), Type.String({ minLength: 1, maxLength: 200 }));
const loose = Type.Record(Type.String({ maxLength: 60 }), Type.Unknown());
const objectBody = Type.Intersect([
  Type.Object({ name, label: labels, plural: Type.Optional(labels) }),
  loose,
]);
const fieldBody = Type.Intersect([
  Type.Object({ name, kind: Type.String({ maxLength: 30 }), label: labels }),
  loose,
]);
const BUILDS = { tag: "objects", ability: "objects.manage" } as const;

/** Metadata: what objects there are, and making one's own. */
export const metadataRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/objects",
    tag: "objects",
    summary: label(
      "列出对象；deleted=true 列出已删除、可以恢复的",
      "List objects; deleted=true: those that were deleted and can be restored",
    ),
    query: Type.Object({ deleted: Type.Optional(Type.String({ pattern: "^(true|false)$" })) }),
    run: async (context, { query }) =>
      accept({
        data:
          query["deleted"] === "true"
            ? hasAbility(context, "objects.manage")
              ? await deletedObjects(context)
              : []
            : [...context.catalog.objects.values()]
                .filter((object) => !object.internal && objectRights(context, object).read !== "none")
                .map((object) => describeObject(context, object)),
      }),
  },
  {
    method: "GET",
    path: "/objects/:object",
    tag: "objects",
    summary: label("读取对象定义", "Read an object's definition"),
    run: async (context, call) => {
      const object = context.catalog.object(call.params["object"] ?? "");
      const isSeen =
        object && (objectRights(context, object).read !== "none" || context.principal.kind === "system");
      return isSeen
        ? accept({ data: describeObject(context, object) })
        : refuse({
            status: 404,
            code: "unknown_object",
            text: apiMessages.unknown_object,
            params: { object: call.params["object"] ?? "" },
          });
    },
  },
  {
    ...BUILDS,
    method: "POST",
    path: "/objects",
    summary: label("新建对象", "Make an object"),
    status: 201,
    body: objectBody,
    run: addObject,
  },
  {
    ...BUILDS,
    method: "PATCH",
    path: "/objects/:object",
    summary: label("修改对象，系统自带的也可以", "Change an object, shipped ones as well"),
    body: loose,
    run: changeObject,
  },
  {
    ...BUILDS,
    method: "GET",
    path: "/objects/:object/uses",
    summary: label("删除对象会影响什么", "What deleting an object would affect"),
    run: usesOfObject,
  },
  {
    ...BUILDS,
    method: "DELETE",
    path: "/objects/:object",
    summary: label("删除对象（可以恢复）", "Delete an object (it can be restored)"),
    status: 204,
    run: removeObject,
  },
  {
    ...BUILDS,
    method: "POST",
    path: "/objects/:object/restore",
    summary: label("恢复删除的对象", "Restore a deleted object"),
    run: restoreObject,
  },
  {
    ...BUILDS,
    method: "GET",
    path: "/objects/:object/fields",
    summary: label("列出字段，含已删除的", "List fields, deleted ones as well"),
    run: listFields,
  },
  {
    ...BUILDS,
    method: "POST",
    path: "/objects/:object/fields",
    summary: label("新建字段", "Add a field"),
    status: 201,
    body: fieldBody,
    run: addField,
  },
  {
    ...BUILDS,
    method: "PATCH",
    path: "/objects/:object/fields/:field",
    summary: label("修改字段，系统自带的也可以", "Change a field, shipped ones as well"),
    body: loose,
    run: changeField,
  },
  {
    ...BUILDS,
    method: "DELETE",
    path: "/objects/:object/fields/:field",
    summary: label("删除字段（90 天内可以恢复）", "Delete a field (restorable for 90 days)"),
    status: 204,
    run: removeField,
  },
  {
    ...BUILDS,
    method: "GET",
    path: "/definitions/deleted-fields",
    summary: label(
      "已删除、仍可恢复的字段及剩余天数",
      "Deleted fields that can be restored, with the days left",
    ),
    run: async (context) => deletedFields(context),
  },
  {
    ...BUILDS,
    method: "GET",
    path: "/definitions/problems",
    summary: label("与系统定义不再相符的本公司定义", "Own definitions that no longer fit what is shipped"),
    run: async (context) => definitionProblems(context),
  },
  {
    ...BUILDS,
    method: "GET",
    path: "/definitions/package",
    summary: label("导出配置包", "Export the company’s own definitions as a package"),
    run: async (context) => exportPackage(context),
  },
  {
    ...BUILDS,
    method: "POST",
    path: "/definitions/package",
    summary: label(
      "导入配置包；dry_run 只列出差异",
      "Import a package; dry_run only lists what would differ",
    ),
    body: Type.Object({ package: Type.Unknown(), dry_run: Type.Optional(Type.Boolean()) }),
    run: importPackage,
  },
];
