import { expect, it } from "vitest";
import { describeApi } from "../../engine/api/openapi.ts";
import { buildCatalog, EMPTY_LAYER } from "../../engine/catalog/build-catalog.ts";
import { modules } from "./modules.ts";

interface Response {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}
interface Operation {
  readonly responses: Readonly<Record<string, Response>>;
}

/** The document as it is sent, of all routes and shipped objects. */
function operations(): readonly (readonly [string, Operation])[] {
  const catalog = buildCatalog(
    0,
    modules.flatMap((module) => module.objects ?? []),
    EMPTY_LAYER,
  );
  const routes = modules.flatMap((module) => module.routes ?? []);
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
