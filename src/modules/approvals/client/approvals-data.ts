import { useQuery, useQueryClient } from "@tanstack/react-query";
import { newId } from "../../../ui/data/new-id.ts";
import { request } from "../../../ui/data/request.ts";
import type { ApprovalItem } from "../shared/approval.ts";

export type Box = "decide" | "asked";
export const useApprovals = (box: Box) =>
  useQuery({
    queryKey: ["records", "approval_request", box],
    refetchInterval: 60_000,
    queryFn: async ({ signal }) => (await request<{ data: readonly ApprovalItem[] }>(`/approvals?box=${box}`, { signal })).data,
  });

/** One request with its card: lists of many bring the cards of the newest only. */
export const useApproval = (item: ApprovalItem, enabled: boolean) =>
  useQuery({
    queryKey: ["records", "approval_request", "one", item.id],
    enabled,
    queryFn: async ({ signal }) => (await request<{ data: ApprovalItem }>(`/approvals/${item.id}`, { signal })).data,
  });

/** Requests about one record, newest first, for whoever sees it. */
export const useRecordApprovals = (object: string, id: string, enabled: boolean) =>
  useQuery({
    queryKey: ["record", object, id, "approvals"],
    enabled: enabled && id !== "",
    refetchInterval: 60_000,
    queryFn: async ({ signal }) => (await request<{ data: readonly ApprovalItem[] }>(`/records/${object}/${id}/approvals`, { signal })).data,
  });

/** Decides, then reads again whatever the consent may have moved. What was changed since the card was shown is shown again instead of being signed. */
export function useDecide() {
  const client = useQueryClient();
  const readAgain = () => {
    for (const key of ["records", "record"]) void client.invalidateQueries({ queryKey: [key] });
  };
  return async ({ id, card }: ApprovalItem, decision: "approve" | "refuse" | "withdraw", comment: string): Promise<ApprovalItem | null> => {
    const body = { ...(comment ? { comment } : {}), ...(decision === "withdraw" ? {} : { seen: card?.seen ?? "" }) };
    try {
      return (await request<{ data: ApprovalItem | null }>(`/approvals/${id}/${decision}`, { method: "POST", body, key: newId() })).data;
    } finally {
      readAgain();
    }
  };
}
