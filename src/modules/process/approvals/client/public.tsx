import { label } from "../../../../shared/i18n/label.ts";
import type { ClientModule } from "../../../../ui/client-module.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";

export { useRecordApprovals } from "./approvals-data.ts";
export type { ApprovalItem } from "../shared/approval.contract.ts";
export const ApprovalCard = lazily(() => import("./ApprovalCard.tsx").then((module) => module.ApprovalCard));
export const WithdrawButton = lazily(() =>
  import("./WithdrawButton.tsx").then((module) => module.WithdrawButton),
);
export { approvalTexts } from "./approvals.messages.ts";

/** What waits for a person's consent, on a page of its own and in the top bar. */
export const approvalScreens: ClientModule = {
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
