import type { Module } from "../../../../engine/module.ts";
import { approvalRequestObject } from "./approval-request.object.ts";
import { approvalRoutes } from "./approvals.routes.ts";
import type { Handlers } from "./decide-approval.ts";
import { notifyApprovals } from "./notify-approvals.react.ts";
import { approvalEvents } from "./tell-approvals.ts";

export type { CarryOut, Handler, Handlers, ShowCards } from "./decide-approval.ts";
export type { RequestRow } from "./read-requests.ts";
export type { ApprovalCardData, CardCriterion, CardDetail } from "../shared/approval.contract.ts";
export { approvalRequestObject } from "./approval-request.object.ts";
export { seenOf } from "../shared/seen.ts";
export { type Asked, type Asking, type Need, refuseSecond, requestApproval } from "./request-approval.ts";
export { voidRequests } from "./void-requests.ts";

/**
 * Requests for a consent: asked, decided, withdrawn. What a consent sets off is the business of later
 * modules.
 */
export const approvals = (handlers: Handlers): Module => ({
  name: "approvals",
  objects: [approvalRequestObject],
  hooks: [notifyApprovals],
  events: [approvalEvents],
  routes: approvalRoutes(handlers),
});
