// Writes what others rely on and what the database gets, so that a change of it is seen in review: the
// OpenAPI document of the
// shipped objects, and the tables and indexes of an empty workspace.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildCatalog, EMPTY_LAYER } from "../src/engine/catalog/build-catalog.ts";
import { describeApi } from "../src/engine/api/openapi.ts";
import { planSchema } from "../src/engine/schema/plan.ts";
import { modules } from "../src/apps/server/modules.ts";

const folder = fileURLToPath(new URL("../snapshots", import.meta.url));
const workspace = { code: "main", schema: "w_main" };
const catalog = buildCatalog(
  0,
  modules.flatMap((module) => module.objects ?? []),
  EMPTY_LAYER,
);
const routes = modules.flatMap((module) => module.routes ?? []);
const plan = planSchema(workspace, catalog, { columns: new Map(), indexes: new Set(), marks: new Map() });
const migrations = modules.flatMap((module) => module.migrations ?? []);
const tables = [
  ...migrations.flatMap((migration) => [
    `-- ${migration.scope} ${migration.id}`,
    ...migration
      .statements(`"${migration.scope === "workspace" ? "w_main" : "sluice"}"`)
      .map((text) => `${text};`),
  ]),
  "-- from the catalog",
  ...plan.tables.map((text) => `${text};`),
  ...plan.indexes.map(
    (index) =>
      `create ${index.unique ? "unique " : ""}index "${index.name}" on ${index.table} ${index.body};`,
  ),
];

mkdirSync(folder, { recursive: true });
// Every object has the same paths: one stands for all.
const { paths, ...api } = describeApi({ catalog, language: "en" }, routes, "0.1.0");
const told = Object.fromEntries(
  Object.entries(paths as object).filter(
    ([path]) => !path.startsWith("/records/") || path.startsWith("/records/account"),
  ),
);
writeFileSync(join(folder, "openapi.json"), `${JSON.stringify({ ...api, paths: told }, null, 1)}\n`);
writeFileSync(join(folder, "schema.sql"), `${tables.join("\n")}\n`);
