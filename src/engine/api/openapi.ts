import type { Language } from "../../shared/i18n/label.ts";
import { textOf } from "../../shared/i18n/label.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { fieldRight, objectRights } from "../access/rights-of.ts";
import type { Context } from "../kernel/context.ts";
import { fieldSchema, type Schema, text } from "./field-schema.ts";
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
  for (const route of routes) {
    const places = route.path.includes(":object") && route.path.startsWith("/records/") ? objects : [null];
    for (const object of places) {
      const path = openPath(route.path, object);
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, object, language) };
    }
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

const openPath = (path: string, object: CatalogObject | null): string =>
  (object ? path.replace(":object", object.name) : path).replace(/:(\w+)/g, "{$1}");

function operation(route: Route, object: CatalogObject | null, language: Language): Schema {
  const names = [...openPath(route.path, object).matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  const query = Object.keys((route.query?.["properties"] as object | undefined) ?? {});
  const isRecord =
    object !== null && (route.path === "/records/:object" || route.path === "/records/:object/:id");
  const body = isRecord ? { $ref: `#/components/schemas/${object.name}` } : route.body;
  const status = String(route.status ?? 200);
  return {
    tags: [object?.name ?? route.tag],
    summary: object
      ? `${route.summary[language]} · ${textOf(object.label, language)}`
      : route.summary[language],
    operationId: [
      route.method.toLowerCase(),
      ...openPath(route.path, object)
        .split("/")
        .filter(Boolean)
        .map((part) => part.replace(/\W/g, "")),
    ].join("_"),
    ...(route.open ? { security: [] } : {}),
    parameters: [
      ...names.map((name) => ({ name, in: "path", required: true, schema: text })),
      ...query.map((name) => ({ name, in: "query", schema: text })),
    ],
    ...(route.method === "GET" ? {} : requestBody(route, body)),
    responses: {
      [status]:
        status === "204"
          ? { description: "done" }
          : success(route, isRecord ? answerSchema(route, object) : undefined),
      ...Object.fromEntries(
        Object.entries(route.also ?? {}).map(([other, schema]) => [other, json("ok", schema)]),
      ),
      ...refusals(route),
      default: {
        description: "problem",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}
/** A body, a form, or either of them. */
function requestBody({ form }: Route, body: Schema | undefined): Schema {
  const content = {
    ...(form ? { "multipart/form-data": { schema: form } } : {}),
    ...(body ? { "application/json": { schema: body } } : {}),
  };
  return form || body ? { requestBody: { content } } : {};
}
const json = (description: string, schema: Schema): Schema => ({
  description,
  content: { "application/json": { schema } },
});

/** The answer as the contract says; a record's own schema where the path is that of an object. */
function success({ answer }: Route, ofRecord: Schema | undefined): Schema {
  if (ofRecord) return json("ok", ofRecord);
  if (typeof answer !== "string") return json("ok", answer ?? {});
  const type = answer === "events" ? "text/event-stream" : "application/octet-stream";
  return { description: "ok", content: { [type]: { schema: text } } };
}
/** Codes that this endpoint refuses with by itself, by status. */
function refusals({ errors = {} }: Route): Schema {
  const statuses = [...new Set(Object.values(errors))].toSorted((a, b) => a - b);
  const codesOf = (status: number): string =>
    Object.entries(errors)
      .filter(([, of]) => of === status)
      .map(([code]) => code)
      .join(", ");
  const schema = { $ref: "#/components/schemas/Problem" };
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: codesOf(status), content: { "application/problem+json": { schema } } },
    ]),
  );
}

function answerSchema(route: Route, object: CatalogObject): Schema {
  const one = { $ref: `#/components/schemas/${object.name}` };
  const isList = route.method === "GET" && !route.path.endsWith(":id");
  return {
    type: "object",
    properties: isList
      ? {
          data: { type: "array", items: one },
          page: { type: "object", properties: { next: { type: ["string", "null"] } } },
          total: { type: "integer" },
        }
      : { data: one, abilities: { type: "object" } },
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
