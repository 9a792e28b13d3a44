import { Type } from "@sinclair/typebox";
import type { Route } from "../../../engine/api/route.ts";
import type { Context } from "../../../engine/context.ts";
import { isUuid } from "../../../engine/record/is-uuid.ts";
import { getByName } from "../../../engine/query/object-of.ts";
import { accept, refuse } from "../../../engine/refusal.ts";
import { label } from "../../../shared/i18n/label.ts";
import type { ApprovalCardData } from "../shared/approval.ts";
import { approvalMessages } from "./approvals.messages.ts";
import { decideApproval, DecisionBody, type Handlers } from "./decide-approval.ts";
import { mayDecide, readRequests, type RequestRow, showOfRecord, showRequest } from "./read-requests.ts";

const text = Type.Optional(Type.String({ maxLength: 100 }));
const tag = "approvals";

const MOST_CARDS = 50;
/** Cards of the requests that are shown first; older ones show theirs when opened. */
async function cardsFor(
  context: Context,
  rows: readonly RequestRow[],
  handlers: Handlers,
): Promise<ReadonlyMap<string, ApprovalCardData>> {
  const shown = rows.filter((row) => row.status === "waiting").slice(0, MOST_CARDS);
  const cards = new Map<string, ApprovalCardData>();
  for (const [name, { show }] of Object.entries(handlers))
    for (const [id, card] of await show(
      context,
      shown.filter((row) => row.handler === name),
    ))
      cards.set(id, card);
  return cards;
}

const readingRoutes = (handlers: Handlers): readonly Route[] => [
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
      const cards = await cardsFor(context, rows, handlers);
      return accept({ data: rows.map((row) => showRequest(context, row, cards.get(row.id))) });
    },
  },
  {
    method: "GET",
    path: "/approvals/:id",
    tag,
    summary: label("一个审批申请，含所要审批的内容", "One request with what is decided about"),
    run: async (context, { params }) => {
      const id = params["id"] ?? "";
      const [row] = isUuid(id) ? await readRequests(context.db, context, { id }) : [];
      if (!row) return refuse({ status: 404, code: "not_found", text: approvalMessages.not_found });
      return accept({
        data: showRequest(context, row, (await cardsFor(context, [row], handlers)).get(row.id)),
      });
    },
  },
  {
    method: "GET",
    path: "/records/:object/:id/approvals",
    tag,
    summary: label("这条记录的审批申请，最新在前", "Requests about this record, newest first"),
    run: async (context, { params }) => {
      const found = await getByName(context, params["object"] ?? "", params["id"] ?? "");
      if (!found.ok) return found;
      const rows = await readRequests(context.db, context, { record: params["id"] ?? "", ofRecord: true });
      const cards = await cardsFor(
        context,
        rows.filter((row) => row.status === "waiting" && mayDecide(context, row)),
        handlers,
      );
      return accept({ data: rows.slice(0, 20).map((row) => showOfRecord(context, row, cards.get(row.id))) });
    },
  },
];

const decidingRoutes = (handlers: Handlers): readonly Route[] => [
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

export const approvalRoutes = (handlers: Handlers): readonly Route[] => [
  ...readingRoutes(handlers),
  ...decidingRoutes(handlers),
];
