import type { Module } from "../../../engine/module.ts";
import { approvalRequestObject } from "./approval-request.object.ts";
import { approvalRoutes } from "./approvals.routes.ts";
import type { Handlers } from "./decide-approval.ts";
import { notifyApprovals } from "./notify-approvals.react.ts";

export type { CarryOut, Handlers } from "./decide-approval.ts";
export { type Asked, type Asking, type Need, requestApproval } from "./request-approval.ts";

/** Requests for a consent: asked, decided, withdrawn. What a consent sets off is the business of later modules. */
export const approvals = (handlers: Handlers): Module => ({
  name: "approvals",
  objects: [approvalRequestObject],
  hooks: [notifyApprovals],
  routes: approvalRoutes(handlers),
});
