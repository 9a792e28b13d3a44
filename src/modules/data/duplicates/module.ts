import type { Module } from "../../../engine/public.ts";
import { seedDuplicates } from "./server/seed-duplicates.ts";
import { blockDuplicates } from "./server/block.guard.ts";
import { duplicateRule } from "./shared/duplicate-rule.object.ts";
import { duplicateMigrations } from "./server/duplicates.migrations.ts";
import { duplicateRoutes } from "./server/duplicates.routes.ts";
import { eraseDuplicateKeys } from "./server/erase-keys.ts";
import { storeKeys } from "./server/store-keys.add.ts";
import { rebuildKeys } from "./server/rebuild-keys.job.ts";

/** Finds what is there already: while typing, before creating, on every road that writes. */
export const duplicatesModule: Module = {
  name: "duplicates",
  objects: [duplicateRule],
  migrations: duplicateMigrations,
  hooks: [blockDuplicates, storeKeys],
  routes: duplicateRoutes,
  forgets: eraseDuplicateKeys,
  jobs: { "duplicates.rebuild": rebuildKeys },
  seed: seedDuplicates,
};
