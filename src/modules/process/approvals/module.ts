import type { Module } from "../../../engine/public.ts";
import { approvalRequestObject } from "./server/approval-request.object.ts";
import { approvalLink } from "./server/approval-link.ts";
import { listedConsents } from "./server/carried-out.ts";
import { approvalRoutes } from "./server/approvals.routes.ts";
import { approvalNotice, notifyApprovals } from "./server/notify-approvals.react.ts";
import { approvalEvents } from "./server/tell-approvals.ts";

/**
 * Requests for a consent: asked, decided, withdrawn. What a consent sets off is the business of later
 * modules.
 */
export const approvalsModule: Module = {
  name: "approvals",
  objects: [approvalRequestObject],
  hooks: [notifyApprovals],
  contributes: [approvalNotice, listedConsents, approvalLink],
  events: [approvalEvents],
  routes: approvalRoutes,
};
