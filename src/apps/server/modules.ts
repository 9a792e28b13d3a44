import { engineModule } from "../../engine/engine.module.ts";
import { storeByName } from "../../engine/definitions/store-by-name.derive.ts";
import type { Hooks } from "../../engine/hooks.ts";
import type { Module } from "../../engine/module.ts";
import { objectHooks, shippedObjects } from "../../objects/registry.ts";

import { identity } from "../../modules/identity/server/public.ts";

import { sharingModule } from "../../modules/sharing/server/public.ts";
import { auditModule } from "../../modules/audit/server/public.ts";
import { permissionsModule } from "../../modules/permissions/server/public.ts";
import { importing } from "../../modules/importing/server/public.ts";
import { duplicatesModule } from "../../modules/duplicates/server/public.ts";
import { notificationsModule } from "../../modules/notifications/server/public.ts";
import { handoverModule } from "../../modules/handover/server/public.ts";
import { retentionModule } from "../../modules/retention/server/public.ts";
import { jobsModule } from "../../modules/jobs/server/public.ts";
import { filesModule } from "../../modules/files/server/public.ts";
import { approvals } from "../../modules/approvals/server/public.ts";
import { pipelineModule, stageMoves } from "../../modules/pipeline/server/public.ts";
import { analyticsModule } from "../../modules/analytics/server/public.ts";
import { packagedForms, packagedViews } from "./packaged-records.ts";
import { viewExpressions } from "./view-expressions.ts";
import { importStages } from "./import-stages.ts";

const nouns: Module = {
  name: "objects",
  objects: shippedObjects,
  hooks: objectHooks,
  saved: [viewExpressions],
  packaged: [packagedForms, packagedViews],
};

/** The whole program, in order: each may build on those before it. */
export const modules: readonly Module[] = [
  engineModule,
  nouns,
  identity,
  sharingModule,
  auditModule,
  permissionsModule,
  filesModule,
  notificationsModule,
  duplicatesModule,
  importing({ stages: importStages }),
  approvals(stageMoves),
  pipelineModule,
  analyticsModule,
  jobsModule,
  handoverModule,
  retentionModule,
];

/** The hooks of all modules by word, in the order in which they run. */
export function collectHooks(all: readonly Module[]): Hooks {
  const saved = all.flatMap((module) => module.saved ?? []);
  const hooks = [...all.flatMap((module) => module.hooks ?? []), storeByName(saved)];
  return {
    derives: hooks.filter((hook) => hook.word === "derive"),
    guards: hooks.filter((hook) => hook.word === "guard"),
    adds: hooks.filter((hook) => hook.word === "add"),
    subscribers: hooks.filter((hook) => hook.word === "react"),
    forgets: all.flatMap((module) => module.forgets ?? []),
    retentions: all.flatMap((module) => module.retentions ?? []),
    events: all.flatMap((module) => module.events ?? []),
    saved,
    packaged: all.flatMap((module) => module.packaged ?? []),
    countMaskedSearch: all.find((module) => module.countMaskedSearch)?.countMaskedSearch,
  };
}
