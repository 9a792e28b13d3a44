import { textOf } from "../../../shared/i18n/label.ts";
import type { CatalogObject } from "../../../shared/metadata/object.ts";
import { type Schema, text } from "../field-schema.ts";
import type { Route } from "../route.ts";
import { exampleOf } from "./example-of.ts";
import { exampleRecord, exampleValues, type Sight } from "./example-record.ts";
import { parameterOf } from "./parameters.ts";

/** A route as it stands in the description: of one object, where it is one of records. */
export interface Place {
  readonly route: Route;
  readonly object: CatalogObject | null;
}
/** Each route, those of records once for each object. */
export const placesOf = (routes: readonly Route[], objects: readonly CatalogObject[]): readonly Place[] =>
  routes.flatMap((route): readonly Place[] =>
    route.path.includes(":object") && route.path.startsWith("/records/")
      ? objects.map((object) => ({ route, object }))
      : [{ route, object: null }],
  );
export const openPath = ({ route, object }: Place): string =>
  (object ? route.path.replace(":object", object.name) : route.path).replace(/:(\w+)/g, "{$1}");
export const operationId = (place: Place): string =>
  [
    place.route.method.toLowerCase(),
    ...openPath(place)
      .split("/")
      .filter(Boolean)
      .map((part) => part.replace(/\W/g, "")),
  ].join("_");
export const groupOf = ({ route, object }: Place): string => object?.name ?? route.tag;
export const summaryOf = ({ route, object }: Place, { language }: Pick<Sight, "language">): string =>
  object
    ? `${route.summary[language]} · ${textOf(object.label, language, object.name)}`
    : route.summary[language];
export const descriptionOf = ({ route }: Place, { language }: Pick<Sight, "language">): string =>
  (route.description ?? route.summary)[language];

/** An operation of OpenAPI 3.1, with an example of what is sent and of what is answered. */
export function describeOperation(place: Place, sight: Sight): Schema {
  const { route } = place;
  const status = String(route.status ?? 200);
  return {
    tags: [groupOf(place)],
    summary: summaryOf(place, sight),
    description: descriptionOf(place, sight),
    operationId: operationId(place),
    ...(route.open ? { security: [] } : {}),
    parameters: parametersOf(place, sight),
    ...requestBody(place, sight),
    responses: {
      [status]: success(place, sight),
      ...Object.fromEntries(
        Object.entries(route.also ?? {}).map(([other, schema]) => [
          other,
          json("ok", schema, exampleOf(schema)),
        ]),
      ),
      ...refusals(route),
      default: { description: "problem", content: { "application/problem+json": { schema: PROBLEM } } },
    },
  };
}
const PROBLEM = { $ref: "#/components/schemas/Problem" };

/** The whole address: "/api/v1/records/account/{id}". */
export const addressOf = (place: Place): string => (place.route.base ?? "/api/v1") + openPath(place);

/** Parameters of the path and of the query, each with its meaning, its type and an example. */
export function parametersOf(place: Place, { language }: Pick<Sight, "language">): readonly Schema[] {
  const { method, path, query } = place.route;
  const shape: Readonly<Record<string, Schema>> = query?.["properties"] ?? {};
  const needed: readonly string[] = query?.["required"] ?? [];
  const named = (name: string, given: Schema, rest: Schema): Schema => {
    const known = parameterOf(method, path, name);
    return {
      name,
      ...rest,
      ...(known ? { description: known.words[language] } : {}),
      schema: { ...(known?.schema ?? given) },
      example: known?.example ?? exampleOf(given, name),
    };
  };
  const inPath = [...openPath(place).matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  return [
    ...inPath.map((name) => named(name, text, { in: "path", required: true })),
    ...Object.entries(shape).map(([name, given]) =>
      named(name, given, { in: "query", ...(needed.includes(name) ? { required: true } : {}) }),
    ),
  ];
}

const isOfRecord = ({ route: { path }, object }: Place): boolean =>
  object !== null && (path === "/records/:object" || path === "/records/:object/:id");

/** What is sent, by way of example. Undefined where nothing is. */
export function exampleBody(place: Place, sight: Sight): unknown {
  const { route, object } = place;
  if (route.method === "GET" || !route.body) return undefined;
  if (!object || !isOfRecord(place)) return exampleOf(route.body);
  const values = exampleValues(object, sight);
  return route.method === "PATCH" ? Object.fromEntries(Object.entries(values).slice(0, 2)) : values;
}
/** What is answered, by way of example. Undefined where that is no JSON. */
export function exampleAnswer(place: Place, sight: Sight): unknown {
  const { route, object } = place;
  if (typeof route.answer === "string" || !route.answer || route.status === 204) return undefined;
  if (!object || !isOfRecord(place)) return exampleOf(route.answer);
  const record = exampleRecord(object, sight);
  return isList(place)
    ? { data: [record], page: { next: null }, total: 1 }
    : { data: record, abilities: { update: true, delete: true } };
}

/** A body, a form, or either of them. */
function requestBody(place: Place, sight: Sight): Schema {
  const { route, object } = place;
  const { form, body, method } = route;
  if (method === "GET" || (!form && !body)) return {};
  const schema = object && isOfRecord(place) ? { $ref: `#/components/schemas/${object.name}` } : body;
  return {
    requestBody: {
      content: {
        ...(form ? { "multipart/form-data": { schema: form } } : {}),
        ...(body ? { "application/json": { schema, example: exampleBody(place, sight) } } : {}),
      },
    },
  };
}
const json = (description: string, schema: Schema, example: unknown): Schema => ({
  description,
  content: { "application/json": { schema, example } },
});

/** The answer as the contract says; a record's own schema where the path is that of an object. */
function success(place: Place, sight: Sight): Schema {
  const { answer, status } = place.route;
  if (status === 204) return { description: "done" };
  if (typeof answer === "string") {
    const type = answer === "events" ? "text/event-stream" : "application/octet-stream";
    return { description: "ok", content: { [type]: { schema: text } } };
  }
  const { object } = place;
  const schema = object && isOfRecord(place) ? recordAnswer(place, object) : (answer ?? {});
  return json("ok", schema, exampleAnswer(place, sight));
}
const isList = ({ route: { method, path } }: Place): boolean => method === "GET" && !path.endsWith(":id");
function recordAnswer(place: Place, object: CatalogObject): Schema {
  const one = { $ref: `#/components/schemas/${object.name}` };
  return {
    type: "object",
    properties: isList(place)
      ? {
          data: { type: "array", items: one },
          page: { type: "object", properties: { next: { type: ["string", "null"] } } },
          total: { type: "integer" },
        }
      : { data: one, abilities: { type: "object" } },
  };
}
/** Codes that this endpoint refuses with by itself, by status. */
function refusals({ errors = {} }: Route): Schema {
  const statuses = [...new Set(Object.values(errors))].toSorted((a, b) => a - b);
  const codesOf = (status: number): string =>
    Object.entries(errors)
      .filter(([, of]) => of === status)
      .map(([code]) => code)
      .join(", ");
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: codesOf(status), content: { "application/problem+json": { schema: PROBLEM } } },
    ]),
  );
}
