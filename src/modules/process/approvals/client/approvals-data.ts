import { useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../../../ui/data/call.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import {
  type ApprovalItem,
  approveRequest,
  listApprovals,
  listRecordApprovals,
  readApproval,
  refuseRequest,
  withdrawRequest,
} from "../shared/approval.contract.ts";

export type Box = "decide" | "asked";
export const useApprovals = (box: Box) =>
  useQuery({
    queryKey: ["records", "approval_request", box],
    refetchInterval: 60_000,
    queryFn: async ({ signal }) => (await call(listApprovals, { query: { box }, signal })).data,
  });

/** One request with its card: lists of many bring the cards of the newest only. */
export const useApproval = (item: ApprovalItem, enabled: boolean) =>
  useQuery({
    queryKey: ["records", "approval_request", "one", item.id],
    enabled,
    queryFn: async ({ signal }) => (await call(readApproval, { params: { id: item.id }, signal })).data,
  });

/** Requests about one record, newest first, for whoever sees it. */
export const useRecordApprovals = (object: string, id: string, enabled: boolean) =>
  useQuery({
    queryKey: ["record", object, id, "approvals"],
    enabled: enabled && id !== "",
    refetchInterval: 60_000,
    queryFn: async ({ signal }) => (await call(listRecordApprovals, { params: { object, id }, signal })).data,
  });

const DECISIONS = { approve: approveRequest, refuse: refuseRequest, withdraw: withdrawRequest } as const;
export interface Decision {
  readonly kind: keyof typeof DECISIONS;
  readonly comment?: string;
  /** `card.seen` of the state that is decided about; a withdrawal is about none. */
  readonly seen?: string;
}
/**
 * Decides, then reads again whatever the consent may have moved. What was changed since the card was shown is
 * shown again instead of being signed.
 */
export function useDecide() {
  const client = useQueryClient();
  const readAgain = () => {
    for (const key of ["records", "record"]) void client.invalidateQueries({ queryKey: [key] });
  };
  return async (id: string, decision: Decision): Promise<ApprovalItem | null> => {
    const { comment, seen } = { comment: "", ...decision };
    const body = { ...(comment ? { comment } : {}), ...(seen === undefined ? {} : { seen }) };
    try {
      return (await call(DECISIONS[decision.kind], { params: { id }, body, key: newId() })).data;
    } finally {
      readAgain();
    }
  };
}
