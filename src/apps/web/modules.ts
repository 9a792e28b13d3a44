import { identityScreens } from "../../modules/base/identity/client/module.ts";
import { definitionsScreens } from "../../modules/base/definitions/client/module.ts";
import { permissionsScreens } from "../../modules/base/permissions/client/module.ts";
import { jobsScreens } from "../../modules/base/jobs/client/module.ts";
import { sharingScreens } from "../../modules/base/sharing/client/module.ts";
import { auditScreens } from "../../modules/base/audit/client/module.ts";
import { notificationsScreens } from "../../modules/base/notifications/client/module.ts";
import { messagesScreens } from "../../modules/base/messages/client/module.ts";
import { retentionScreens } from "../../modules/base/retention/client/module.ts";
import { linksScreens } from "../../modules/base/links/client/module.ts";
import { calendarScreens } from "../../modules/base/calendar/client/module.ts";
import { clocksScreens } from "../../modules/base/clocks/client/module.ts";
import { duplicatesScreens } from "../../modules/data/duplicates/client/module.ts";
import { importingScreens } from "../../modules/data/importing/client/module.ts";
import { approvalsScreens } from "../../modules/process/approvals/client/module.ts";
import { collaborationScreens } from "../../modules/process/collaboration/client/module.ts";
import { serviceLevelScreens } from "../../modules/process/service-levels/client/module.ts";
import { questionnairesScreens } from "../../modules/process/questionnaires/client/module.ts";
import { pipelineScreens } from "../../modules/process/pipeline/client/module.ts";
import { gatesScreens } from "../../modules/process/gates/client/module.ts";
import { simulationScreens } from "../../modules/process/simulation/client/module.ts";
import { analyticsScreens } from "../../modules/insight/analytics/client/module.ts";
import { homeScreens } from "../../modules/insight/home/client/module.ts";
import { handoverScreens } from "../../modules/data/handover/client/module.ts";
import { demoScreens } from "../../modules/data/demo/client/module.ts";
import { helpScreens } from "../../modules/insight/help/client/module.ts";
import { MODULES, type ModuleName } from "../../modules/manifest.ts";
import type { ClientModule } from "../../ui/client-module.ts";
import { checkContributions } from "../../ui/extension-point.ts";

/** What a module offers to the screens; one that has none is not named. */
const registered: Readonly<Partial<Record<ModuleName, ClientModule>>> = {
  identity: identityScreens,
  definitions: definitionsScreens,
  permissions: permissionsScreens,
  jobs: jobsScreens,
  sharing: sharingScreens,
  audit: auditScreens,
  notifications: notificationsScreens,
  messages: messagesScreens,
  retention: retentionScreens,
  links: linksScreens,
  calendar: calendarScreens,
  clocks: clocksScreens,
  duplicates: duplicatesScreens,
  importing: importingScreens,
  approvals: approvalsScreens,
  collaboration: collaborationScreens,
  "service-levels": serviceLevelScreens,
  questionnaires: questionnairesScreens,
  pipeline: pipelineScreens,
  gates: gatesScreens,
  simulation: simulationScreens,
  analytics: analyticsScreens,
  home: homeScreens,
  handover: handoverScreens,
  demo: demoScreens,
  help: helpScreens,
};

/** The screens of all modules, in the order of the manifest. */
export const clientModules: readonly ClientModule[] = MODULES.flatMap(({ name }) => registered[name] ?? []);
checkContributions(clientModules.flatMap((module) => module.contributes ?? []));
