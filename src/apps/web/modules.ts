import type { ClientModule } from "../../ui/client-module.ts";
import { definitionScreens } from "./settings/objects/definition.screens.ts";
import { healthScreens } from "./settings/health/health.screens.ts";
import { identityScreens } from "./settings/identity.screens.ts";
import { retentionScreens } from "./settings/retention/retention.screens.ts";
import { approvalScreens } from "../../modules/process/approvals/client/public.tsx";
import { analyticsScreens } from "../../modules/insight/analytics/client/public.tsx";
import { auditScreens } from "../../modules/base/audit/client/public.tsx";
import { duplicateScreens } from "../../modules/data/duplicates/client/public.tsx";
import { handoverScreens } from "../../modules/data/handover/client/public.tsx";
import { jobsScreens } from "../../modules/base/jobs/client/public.tsx";
import { importingScreens } from "../../modules/data/importing/client/public.tsx";
import { notificationScreens } from "../../modules/base/notifications/client/public.tsx";
import { permissionScreens } from "../../modules/base/permissions/client/public.tsx";
import { pipelineScreens } from "../../modules/process/pipeline/client/public.tsx";
import { sharingScreens } from "../../modules/base/sharing/client/public.tsx";

/**
 * What each module offers to the screens, in the order of the modules. Adding a module's screens is a line
 * here.
 */
export const clientModules: readonly ClientModule[] = [
  identityScreens,
  definitionScreens,
  retentionScreens,
  healthScreens,
  jobsScreens,
  sharingScreens,
  permissionScreens,
  auditScreens,
  notificationScreens,
  duplicateScreens,
  importingScreens,
  approvalScreens,
  pipelineScreens,
  analyticsScreens,
  handoverScreens,
];
