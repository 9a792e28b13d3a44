import { engineModule } from "../../engine/engine.module.ts";
import { ruleCondition } from "../../engine/query/rule-condition.ts";
import { storeByName } from "../../engine/definitions/store-by-name.derive.ts";
import { checkContributions } from "../../engine/kernel/extension-point.ts";
import type { Hooks } from "../../engine/kernel/hooks.ts";
import type { Module } from "../../engine/module.ts";
import { balancesModule } from "../../modules/base/balances/module.ts";
import { identityModule } from "../../modules/base/identity/module.ts";
import { jobs } from "../../modules/base/jobs/module.ts";
import { permissionsModule } from "../../modules/base/permissions/module.ts";
import { sharingModule } from "../../modules/base/sharing/module.ts";
import { auditModule } from "../../modules/base/audit/module.ts";
import { filesModule } from "../../modules/base/files/module.ts";
import { notificationsModule } from "../../modules/base/notifications/module.ts";
import { messagesModule } from "../../modules/base/messages/module.ts";
import { attentionModule } from "../../modules/base/attention/module.ts";
import { retentionModule } from "../../modules/base/retention/module.ts";
import { linksModule } from "../../modules/base/links/module.ts";
import { calendarModule } from "../../modules/base/calendar/module.ts";
import { clocksModule } from "../../modules/base/clocks/module.ts";
import { duplicatesModule } from "../../modules/data/duplicates/module.ts";
import { importingModule } from "../../modules/data/importing/module.ts";
import { approvalsModule } from "../../modules/process/approvals/module.ts";
import { collaborationModule } from "../../modules/process/collaboration/module.ts";
import { serviceLevelsModule } from "../../modules/process/service-levels/module.ts";
import { questionnairesModule } from "../../modules/process/questionnaires/module.ts";
import { pipelineModule } from "../../modules/process/pipeline/module.ts";
import { gatesModule } from "../../modules/process/gates/module.ts";
import { simulationModule } from "../../modules/process/simulation/module.ts";
import { analyticsModule } from "../../modules/insight/analytics/module.ts";
import { homeModule } from "../../modules/insight/home/module.ts";
import { handoverModule } from "../../modules/data/handover/module.ts";
import { demoModule } from "../../modules/data/demo/module.ts";
import { helpModule } from "../../modules/insight/help/module.ts";
import { type JobKind, taskOf } from "../../engine/kernel/job-kind.ts";
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

/** What a module adds to the server; one that is screens only is not named. */
const registered: Readonly<Partial<Record<ModuleName, Module>>> = {
  balances: balancesModule,
  identity: identityModule,
  permissions: permissionsModule,
  sharing: sharingModule,
  audit: auditModule,
  files: filesModule,
  notifications: notificationsModule,
  messages: messagesModule,
  attention: attentionModule,
  retention: retentionModule,
  links: linksModule,
  calendar: calendarModule,
  clocks: clocksModule,
  duplicates: duplicatesModule,
  importing: importingModule,
  approvals: approvalsModule,
  collaboration: collaborationModule,
  "service-levels": serviceLevelsModule,
  questionnaires: questionnairesModule,
  pipeline: pipelineModule,
  gates: gatesModule,
  simulation: simulationModule,
  analytics: analyticsModule,
  home: homeModule,
  handover: handoverModule,
  demo: demoModule,
  help: helpModule,
};

/**
 * The whole program, in the order of the manifest, with the kinds of long work that its modules bring; each
 * module may build on those before it. `more` is for tests.
 */
export function programOf(more: readonly Module[] = []): readonly Module[] {
  const kinds = [engineModule, ...Object.values(registered), ...more].flatMap((module) => module.kinds ?? []);
  const named: Readonly<Partial<Record<ModuleName, Module>>> = { ...registered, jobs: jobs(kinds) };
  return [engineModule, nouns, ...MODULES.flatMap(({ name }) => named[name] ?? []), ...more];
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
    contributions: checkContributions(all.flatMap((module) => module.contributes ?? [])),
    kinds: checkKinds(all.flatMap((module) => module.kinds ?? [])),
    countMaskedSearch: all.find((module) => module.countMaskedSearch)?.countMaskedSearch,
    conditionSql: ruleCondition,
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
