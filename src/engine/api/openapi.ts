import type { Language } from "../../shared/i18n/label.ts";
import { textOf } from "../../shared/i18n/label.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { fieldRight, objectRights } from "../access/rights-of.ts";
import type { Context } from "../kernel/context.ts";
import { fieldSchema, type Schema, text } from "./field-schema.ts";
import { describeOperation, openPath, placesOf } from "./docs/describe-operation.ts";
import type { Route } from "./route.ts";

function objectSchema(object: CatalogObject, language: Language, isShown: (field: Field) => boolean): Schema {
  const shown = object.fields.filter(isShown);
  const properties = Object.fromEntries(
    shown.map((field) => [
      field.name,
      {
        ...fieldSchema(field),
        title: textOf(field.label, language, field.name),
        ...(field.description ? { description: textOf(field.description, language) } : {}),
        ...(field.computed || field.kind === "formula" || field.kind === "rollup" ? { readOnly: true } : {}),
      },
    ]),
  );
  const required = shown
    .filter((field) => field.required && field.default === undefined)
    .map((field) => field.name);
  return {
    type: "object",
    title: textOf(object.label, language, object.name),
    properties,
    ...(required.length > 0 ? { required } : {}),
  };
}

/** OpenAPI 3.1 of this workspace as the caller may use it. Never written by hand. */
export function openApi(context: Context, routes: readonly Route[], version: string): Schema {
  const objects = [...context.catalog.objects.values()].filter(
    (object) => objectRights(context, object).read !== "none",
  );
  const catalog = { objects: new Map(objects.map((object) => [object.name, object])) };
  return describeApi(
    { catalog, language: context.language },
    routes,
    version,
    (object, field) => fieldRight(context, object, field.name) !== "hidden",
  );
}

/** The routes, with a path for each object, and the schema of each object's records. */
export function describeApi(
  {
    catalog,
    language,
  }: { readonly catalog: Pick<Context["catalog"], "objects">; readonly language: Language },
  routes: readonly Route[],
  version: string,
  maySee: (object: CatalogObject, field: Field) => boolean = () => true,
): Schema {
  const objects = [...catalog.objects.values()].filter((object) => !object.internal);
  const paths: Record<string, Record<string, unknown>> = {};
  for (const place of placesOf(routes, objects)) {
    const path = openPath(place);
    const operation = describeOperation(place, { language, maySee });
    const { method, base } = place.route;
    const described = base ? { servers: [{ url: base }], ...operation } : operation;
    paths[path] = { ...paths[path], [method.toLowerCase()]: described };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Sluice · 渠成",
      version,
      description:
        language === "zh-CN" ? "销售周期管理 CRM 的公开接口。" : "The public API of the Sluice CRM.",
    },
    servers: [{ url: "/api/v1" }],
    security: [{ key: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        key: { type: "http", scheme: "bearer" },
        session: { type: "apiKey", in: "cookie", name: "sluice_session" },
      },
      schemas: {
        Problem: PROBLEM,
        ...Object.fromEntries(
          objects.map((object) => [
            object.name,
            objectSchema(object, language, (field) => !field.hidden && maySee(object, field)),
          ]),
        ),
      },
    },
  };
}

const PROBLEM: Schema = {
  type: "object",
  properties: {
    type: text,
    title: text,
    status: { type: "integer" },
    code: text,
    detail: text,
    request_id: text,
    errors: {
      type: "array",
      items: {
        type: "object",
        properties: {
          code: text,
          field: text,
          message: text,
          criterion: text,
          kind: text,
          params: {},
          fix: {},
        },
        required: ["code", "message"],
      },
    },
  },
  required: ["type", "title", "status", "code", "detail", "errors", "request_id"],
};
