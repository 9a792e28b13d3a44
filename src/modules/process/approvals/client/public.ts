import { lazily } from "../../../../ui/kit/lazily.ts";

export { useRecordApprovals } from "./approvals-data.ts";
export type { ApprovalItem } from "../shared/approval.contract.ts";
export const ApprovalCard = lazily(() => import("./ApprovalCard.tsx").then((module) => module.ApprovalCard));
export const WithdrawButton = lazily(() =>
  import("./WithdrawButton.tsx").then((module) => module.WithdrawButton),
);
export { approvalScreenMessages } from "./approvals.messages.ts";
