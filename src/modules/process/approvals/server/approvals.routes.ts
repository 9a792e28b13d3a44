import {
  type Context,
  type Route,
  accept,
  getByName,
  isUuid,
  refuse,
  serve,
} from "../../../../engine/public.ts";
import {
  type ApprovalCardData,
  approveRequest,
  listApprovals,
  listRecordApprovals,
  readApproval,
  refuseRequest,
  withdrawRequest,
} from "../shared/approval.contract.ts";
import { approvalMessages } from "./approvals.messages.ts";
import { carriedOut } from "./carried-out.ts";
import { decideApproval } from "./decide-approval.ts";
import { mayDecide, readRequests, type RequestRow, showOfRecord, showRequest } from "./read-requests.ts";

const MOST_CARDS = 50;
/** Cards of the requests that are shown first; older ones show theirs when opened. */
async function cardsFor(
  context: Context,
  rows: readonly RequestRow[],
): Promise<ReadonlyMap<string, ApprovalCardData>> {
  const shown = rows.filter((row) => row.status === "waiting").slice(0, MOST_CARDS);
  const cards = new Map<string, ApprovalCardData>();
  for (const [name, { show }] of carriedOut.read(context.hooks))
    for (const [id, card] of await show(
      context,
      shown.filter((row) => row.handler === name),
    ))
      cards.set(id, card);
  return cards;
}

const readingRoutes = [
  serve(listApprovals, {}, async (context, { query: { box, record } }) => {
    const rows = await readRequests(context.db, context, {
      box: box === "decide" || box === "asked" ? box : undefined,
      record: record && isUuid(record) ? record : undefined,
    });
    const cards = await cardsFor(context, rows);
    return accept({ data: rows.map((row) => showRequest(context, row, cards.get(row.id))) });
  }),
  serve(readApproval, {}, async (context, { params: { id } }) => {
    const [row] = isUuid(id) ? await readRequests(context.db, context, { id }) : [];
    if (!row) return refuse({ status: 404, code: "not_found", text: approvalMessages.not_found });
    const card = (await cardsFor(context, [row])).get(row.id);
    return accept({ data: showRequest(context, row, card) });
  }),
  serve(listRecordApprovals, {}, async (context, { params: { object, id } }) => {
    const found = await getByName(context, object, id);
    if (!found.ok) return found;
    const rows = await readRequests(context.db, context, { record: id, ofRecord: true });
    const mine = rows.filter((row) => row.status === "waiting" && mayDecide(context, row));
    const cards = await cardsFor(context, mine);
    return accept({ data: rows.slice(0, 20).map((row) => showOfRecord(context, row, cards.get(row.id))) });
  }),
];

const decidingRoutes = [
  serve(approveRequest, {}, (context, call) => decideApproval(context, call, "approve")),
  serve(refuseRequest, {}, (context, call) => decideApproval(context, call, "refuse")),
  serve(withdrawRequest, {}, (context, call) => decideApproval(context, call, "withdraw")),
];

export const approvalRoutes: readonly Route[] = [...readingRoutes, ...decidingRoutes];
