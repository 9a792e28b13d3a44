import type { ClientModule } from "../../ui/client-module.ts";
import { definitionScreens } from "./settings/objects/definition.screens.ts";
import { healthScreens } from "./settings/health/health.screens.ts";
import { identityScreens } from "./settings/identity.screens.ts";
import { retentionScreens } from "./settings/retention/retention.screens.ts";
import { approvalScreens } from "../../modules/approvals/client/public.tsx";
import { analyticsScreens } from "../../modules/analytics/client/public.tsx";
import { auditScreens } from "../../modules/audit/client/public.tsx";
import { duplicateScreens } from "../../modules/duplicates/client/public.tsx";
import { handoverScreens } from "../../modules/handover/client/public.tsx";
import { jobsScreens } from "../../modules/jobs/client/public.tsx";
import { importingScreens } from "../../modules/importing/client/public.tsx";
import { notificationScreens } from "../../modules/notifications/client/public.tsx";
import { permissionScreens } from "../../modules/permissions/client/public.tsx";
import { pipelineScreens } from "../../modules/pipeline/client/public.tsx";
import { sharingScreens } from "../../modules/sharing/client/public.tsx";

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
