import { Type } from "@sinclair/typebox";
import { label } from "../../shared/i18n/label.ts";
import { objectRights } from "../access/rights-of.ts";
import { accept, refuse } from "../refusal.ts";
import { describeObject } from "./describe-object.ts";
import { addField, addObject, changeField, changeObject, removeField } from "./change-metadata.ts";
import { apiMessages } from "./messages.ts";
import type { Route } from "./route.ts";

const name = Type.String({ minLength: 1, maxLength: 50 });
const labels = Type.Record(Type.String({ maxLength: 20 }), Type.String({ minLength: 1, maxLength: 200 }));
const loose = Type.Record(Type.String({ maxLength: 60 }), Type.Unknown());
const objectBody = Type.Intersect([Type.Object({ name, label: labels, plural: Type.Optional(labels) }), loose]);
const fieldBody = Type.Intersect([Type.Object({ name, kind: Type.String({ maxLength: 30 }), label: labels }), loose]);

/** Metadata: what objects there are, and making one's own. */
export const metadataRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/objects",
    tag: "objects",
    summary: label("列出对象", "List objects"),
    run: async (context) =>
      accept({
        data: [...context.catalog.objects.values()]
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
      const isSeen = object && (objectRights(context, object).read !== "none" || context.principal.kind === "system");
      return isSeen
        ? accept({ data: describeObject(context, object) })
        : refuse({ status: 404, code: "unknown_object", text: apiMessages.unknown_object, params: { object: call.params["object"] ?? "" } });
    },
  },
  {
    method: "POST",
    path: "/objects",
    tag: "objects",
    summary: label("新建对象", "Make an object"),
    ability: "objects.manage",
    status: 201,
    body: objectBody,
    run: addObject,
  },
  {
    method: "PATCH",
    path: "/objects/:object",
    tag: "objects",
    summary: label("修改对象", "Change an object"),
    ability: "objects.manage",
    body: loose,
    run: changeObject,
  },
  {
    method: "POST",
    path: "/objects/:object/fields",
    tag: "objects",
    summary: label("新建字段", "Add a field"),
    ability: "objects.manage",
    status: 201,
    body: fieldBody,
    run: addField,
  },
  {
    method: "PATCH",
    path: "/objects/:object/fields/:field",
    tag: "objects",
    summary: label("修改字段", "Change a field"),
    ability: "objects.manage",
    body: loose,
    run: changeField,
  },
  {
    method: "DELETE",
    path: "/objects/:object/fields/:field",
    tag: "objects",
    summary: label("删除字段", "Delete a field"),
    ability: "objects.manage",
    status: 204,
    run: removeField,
  },
];
