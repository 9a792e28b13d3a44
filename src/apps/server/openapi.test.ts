import type { TSchema } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import { expect, it } from "vitest";
import { exampleOf } from "../../engine/api/docs/example-of.ts";
import { parametersOf } from "../../engine/api/docs/describe-operation.ts";
import { describeApi } from "../../engine/api/openapi.ts";
import { buildCatalog, EMPTY_LAYER } from "../../engine/catalog/build-catalog.ts";
import { modules } from "./modules.ts";

interface Response {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}
interface Operation {
  readonly description?: string;
  readonly parameters: readonly { readonly description?: string; readonly example?: unknown }[];
  readonly responses: Readonly<Record<string, Response>>;
}

const routes = modules.flatMap((module) => module.routes ?? []);

/** The document as it is sent, of all routes and shipped objects. */
function operations(): readonly (readonly [string, Operation])[] {
  const catalog = buildCatalog(
    0,
    modules.flatMap((module) => module.objects ?? []),
    EMPTY_LAYER,
  );
  const sent = JSON.stringify(describeApi({ catalog, language: "en" }, routes, "0.1.0"));
  const { paths }: { paths: Record<string, Record<string, Operation>> } = JSON.parse(sent);
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, operation] as const),
  );
}

/** Whether it says what the body holds; 204 has none. */
function isNamed([status, { content = {} }]: readonly [string, Response]): boolean {
  const bodies = Object.values(content);
  return (
    status === "204" || (bodies.length > 0 && bodies.every(({ schema }) => Object.keys(schema).length > 0))
  );
}

it("OpenAPI names an answer for every operation", () => {
  const all = operations();
  expect(all.length).toBeGreaterThan(100);
  const silent = all.filter(([, { responses }]) => {
    const successes = Object.entries(responses).filter(([status]) => status.startsWith("2"));
    return successes.length === 0 || !successes.every(isNamed);
  });
  expect(silent.map(([name]) => name)).toEqual([]);
});

/** What a schema holds against a value; formats are those of texts that the server reads by itself. */
const faultsOf = (schema: TSchema, value: unknown): readonly string[] =>
  [...Value.Errors(schema, value)]
    .filter(({ message }) => !message.startsWith("Unknown format"))
    .map(({ path, message, value: given }) => `${path} ${message}: ${JSON.stringify(given)}`);

it("every example of what is sent and answered is what the contract allows", () => {
  const wrong = routes.flatMap(({ method, path, body, answer, also = {} }) => {
    const schemas = [body, typeof answer === "object" ? answer : undefined, ...Object.values(also)];
    return schemas.flatMap((schema) =>
      schema ? faultsOf(schema, exampleOf(schema)).map((fault) => `${method} ${path} ${fault}`) : [],
    );
  });
  expect(wrong).toEqual([]);
});

it("every operation and every parameter says what it is, and gives an example", () => {
  const silent = routes
    .filter(({ description }) => !description)
    .map(({ method, path }) => `${method} ${path}`);
  expect(silent).toEqual([]);
  const unnamed = routes.flatMap((route) =>
    parametersOf({ route, object: null }, { language: "en" })
      .filter((one) => one["description"] === undefined || one["example"] === undefined)
      .map(({ name }) => `${route.method} ${route.path} ${String(name)}`),
  );
  expect(unnamed).toEqual([]);
});
