import { label } from "../../../../shared/i18n/label.ts";
import type { ClientModule } from "../../../../ui/client-module.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";

/** What waits for a person's consent, on a page of its own and in the top bar. */
export const approvalsScreens: ClientModule = {
  name: "approvals",
  routes: [
    {
      path: "approvals",
      Component: lazily(() => import("./ApprovalsPage.tsx").then((module) => module.ApprovalsPage)),
    },
  ],
  navigation: [
    { path: "approvals", label: label("审批", "Approvals"), icon: "check", group: "work", order: 30 },
  ],
  homePanels: [
    {
      name: "approvals",
      Component: lazily(() => import("./ApprovalsToday.tsx").then((module) => module.ApprovalsToday)),
    },
  ],
  eventLines: [
    {
      about: "approval_request",
      Component: lazily(() => import("./ApprovalEventLine.tsx").then((module) => module.ApprovalEventLine)),
    },
  ],
  topBar: [
    {
      name: "approvals",
      Component: lazily(() => import("./ApprovalsButton.tsx").then((module) => module.ApprovalsButton)),
    },
  ],
};
