import type { Module } from "../../../engine/public.ts";
import { keepSight } from "../../base/identity/public.ts";
import { approvalRequestObject } from "./server/approval-request.object.ts";
import { approvalLink } from "./server/approval-link.ts";
import { approverSight, showAsked } from "./server/approver-sight.ts";
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
  hooks: [notifyApprovals, keepSight(approverSight)],
  contributes: [approvalNotice, listedConsents, approvalLink, approverSight],
  seed: showAsked,
  events: [approvalEvents],
  routes: approvalRoutes,
};
