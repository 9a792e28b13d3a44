export { type CarryOut, carriedOut, type ShowCards } from "./server/carried-out.ts";
export type { RequestRow } from "./server/read-requests.ts";
export type { ApprovalCardData, CardCriterion, CardDetail } from "./shared/approval.contract.ts";
export { approvalRequestObject } from "./server/approval-request.object.ts";
export { seenOf } from "./shared/seen.ts";
export {
  type Asked,
  type Asking,
  type Need,
  refuseSecond,
  requestApproval,
} from "./server/request-approval.ts";
export { voidRequests } from "./server/void-requests.ts";
