import { engineModule } from "../../engine/engine.module.ts";
import { storeByName } from "../../engine/definitions/store-by-name.derive.ts";
import { type JobKind, taskOf } from "../../engine/jobs/job-kind.ts";
import type { Hooks } from "../../engine/hooks.ts";
import type { Module } from "../../engine/module.ts";
import { MODULES, type ModuleName } from "../../modules/manifest.ts";
import { objectHooks, shippedObjects } from "../../objects/registry.ts";

import { identity } from "../../modules/base/identity/server/public.ts";

import { sharingModule } from "../../modules/base/sharing/server/public.ts";
import { auditModule } from "../../modules/base/audit/server/public.ts";
import { permissionsModule } from "../../modules/base/permissions/server/public.ts";
import { importing } from "../../modules/data/importing/server/public.ts";
import { duplicatesModule } from "../../modules/data/duplicates/server/public.ts";
import { notificationsModule } from "../../modules/base/notifications/server/public.ts";
import { demoModule } from "../../modules/data/demo/server/public.ts";
import { handoverModule } from "../../modules/data/handover/server/public.ts";
import { retentionModule } from "../../modules/base/retention/server/public.ts";
import { jobs } from "../../modules/base/jobs/server/public.ts";
import { filesModule } from "../../modules/base/files/server/public.ts";
import { approvals } from "../../modules/process/approvals/server/public.ts";
import { pipelineModule, stageMoves } from "../../modules/process/pipeline/server/public.ts";
import { analyticsModule } from "../../modules/insight/analytics/server/public.ts";
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

const others: Readonly<Record<Exclude<ModuleName, "jobs">, Module>> = {
  identity,
  permissions: permissionsModule,
  sharing: sharingModule,
  audit: auditModule,
  files: filesModule,
  notifications: notificationsModule,
  retention: retentionModule,
  duplicates: duplicatesModule,
  importing: importing({ stages: importStages }),
  approvals: approvals(stageMoves),
  pipeline: pipelineModule,
  analytics: analyticsModule,
  handover: handoverModule,
  demo: demoModule,
};

/**
 * The whole program, in the order of the manifest, with the kinds of long work that its modules bring; each
 * module may build on those before it. `more` is for tests.
 */
export function programOf(more: readonly Module[] = []): readonly Module[] {
  const kinds = [...Object.values(others), ...more].flatMap((module) => module.kinds ?? []);
  const registered: Readonly<Record<ModuleName, Module>> = { ...others, jobs: jobs(kinds) };
  return [engineModule, nouns, ...MODULES.map(({ name }) => registered[name]), ...more];
}
export const modules = programOf();

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
    kinds: checkKinds(all.flatMap((module) => module.kinds ?? [])),
    countMaskedSearch: all.find((module) => module.countMaskedSearch)?.countMaskedSearch,
  };
}

/** Two kinds of one name would take up each other's jobs. */
function checkKinds(kinds: readonly JobKind[]): readonly JobKind[] {
  for (const names of [kinds.map(({ name }) => name), kinds.map(taskOf)]) {
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined) throw new Error(`Two kinds of long work are called ${twice}`);
  }
  return kinds;
}
