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

/** Decides, then reads again whatever the consent may have moved. */
export function useDecide() {
  const client = useQueryClient();
  return async (id: string, decision: "approve" | "refuse" | "withdraw", comment: string): Promise<ApprovalItem> => {
    const { data } = await request<{ data: ApprovalItem }>(`/approvals/${id}/${decision}`, { method: "POST", body: comment ? { comment } : {}, key: newId() });
    for (const key of ["records", "record"]) void client.invalidateQueries({ queryKey: [key] });
    return data;
  };
}
