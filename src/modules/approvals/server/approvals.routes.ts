import { Type } from "@sinclair/typebox";
import type { Route } from "../../../engine/api/route.ts";
import { isUuid } from "../../../engine/record/read-field.ts";
import { accept } from "../../../engine/refusal.ts";
import { label } from "../../../shared/i18n/label.ts";
import { decideApproval, DecisionBody, type Handlers } from "./decide-approval.ts";
import { readRequests, showRequest } from "./read-requests.ts";

const text = Type.Optional(Type.String({ maxLength: 100 }));
const tag = "approvals";

export const approvalRoutes = (handlers: Handlers): readonly Route[] => [
  {
    method: "GET",
    path: "/approvals",
    tag,
    summary: label("待我审批与我发起的申请", "Requests that wait for me, and my own"),
    query: Type.Object({ box: text, record: text }),
    run: async (context, { query }) => {
      const { box, record } = query;
      const rows = await readRequests(context.db, context, {
        box: box === "decide" || box === "asked" ? box : undefined,
        record: record && isUuid(record) ? record : undefined,
      });
      return accept({ data: rows.map((row) => showRequest(context, row)) });
    },
  },
  {
    method: "POST",
    path: "/approvals/:id/approve",
    tag,
    summary: label("同意", "Consent"),
    body: DecisionBody,
    run: (context, call) => decideApproval(context, call, "approve", handlers),
  },
  {
    method: "POST",
    path: "/approvals/:id/refuse",
    tag,
    summary: label("拒绝", "Refuse"),
    body: DecisionBody,
    run: (context, call) => decideApproval(context, call, "refuse", handlers),
  },
  {
    method: "POST",
    path: "/approvals/:id/withdraw",
    tag,
    summary: label("撤回申请", "Withdraw one's own request"),
    body: DecisionBody,
    run: (context, call) => decideApproval(context, call, "withdraw", handlers),
  },
];
