import { engineModule } from "../../engine/engine.module.ts";
import { storeByName } from "../../engine/definitions/store-by-name.derive.ts";
import { checkContributions } from "../../engine/extension-point.ts";
import type { Hooks } from "../../engine/hooks.ts";
import type { Module } from "../../engine/module.ts";
import { identityModule } from "../../modules/base/identity/module.ts";
import { permissionsModule } from "../../modules/base/permissions/module.ts";
import { jobsModule } from "../../modules/base/jobs/module.ts";
import { sharingModule } from "../../modules/base/sharing/module.ts";
import { auditModule } from "../../modules/base/audit/module.ts";
import { filesModule } from "../../modules/base/files/module.ts";
import { notificationsModule } from "../../modules/base/notifications/module.ts";
import { retentionModule } from "../../modules/base/retention/module.ts";
import { duplicatesModule } from "../../modules/data/duplicates/module.ts";
import { importingModule } from "../../modules/data/importing/module.ts";
import { approvalsModule } from "../../modules/process/approvals/module.ts";
import { questionnairesModule } from "../../modules/process/questionnaires/module.ts";
import { pipelineModule } from "../../modules/process/pipeline/module.ts";
import { gatesModule } from "../../modules/process/gates/module.ts";
import { simulationModule } from "../../modules/process/simulation/module.ts";
import { analyticsModule } from "../../modules/insight/analytics/module.ts";
import { handoverModule } from "../../modules/data/handover/module.ts";
import { demoModule } from "../../modules/data/demo/module.ts";
import { MODULES, type ModuleName } from "../../modules/manifest.ts";
import { objectHooks, shippedObjects } from "../../objects/registry.ts";

import { packagedForms, packagedViews } from "./packaged-records.ts";
import { viewExpressions } from "./view-expressions.ts";

const nouns: Module = {
  name: "objects",
  objects: shippedObjects,
  hooks: objectHooks,
  saved: [viewExpressions],
  packaged: [packagedForms, packagedViews],
};

const registered: Readonly<Record<ModuleName, Module>> = {
  identity: identityModule,
  permissions: permissionsModule,
  jobs: jobsModule,
  sharing: sharingModule,
  audit: auditModule,
  files: filesModule,
  notifications: notificationsModule,
  retention: retentionModule,
  duplicates: duplicatesModule,
  importing: importingModule,
  approvals: approvalsModule,
  questionnaires: questionnairesModule,
  pipeline: pipelineModule,
  gates: gatesModule,
  simulation: simulationModule,
  analytics: analyticsModule,
  handover: handoverModule,
  demo: demoModule,
};

/** The whole program, in the order of the manifest: each module may build on those before it. */
export const modules: readonly Module[] = [
  engineModule,
  nouns,
  ...MODULES.map(({ name }) => registered[name]),
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
    contributions: checkContributions(all.flatMap((module) => module.contributes ?? [])),
    countMaskedSearch: all.find((module) => module.countMaskedSearch)?.countMaskedSearch,
  };
}
