import { useQuery } from "@tanstack/react-query";
import { call } from "../../../ui/data/call.ts";
import { request } from "../../../ui/data/request.ts";
import { beginHandover, type HandoverPlan, previewHandover } from "../shared/handover.contract.ts";

export interface HandoverJob {
  readonly id: string;
  readonly status: "queued" | "running" | "done" | "failed" | "cancelled";
  readonly done: number;
  readonly total: number | null;
  readonly result: { readonly done: number; readonly refused: number } | null;
  readonly error: { readonly message: string } | null;
  readonly errors_file: string | null;
}
const isOpen = (job: HandoverJob | undefined): boolean =>
  job === undefined || job.status === "queued" || job.status === "running";

export const usePreview = (user: string) =>
  useQuery({
    queryKey: ["handover", user],
    enabled: user !== "",
    queryFn: async () => (await call(previewHandover, { params: { user } })).data,
  });

export const startHandover = (user: string, plan: HandoverPlan, key: string) =>
  call(beginHandover, { params: { user }, body: plan, key });

/** The state of the job, asked again until it has ended. */
export const useHandoverJob = (id: string | null) =>
  useQuery({
    queryKey: ["job", id],
    enabled: id !== null,
    queryFn: async () => (await request<{ data: HandoverJob }>(`/jobs/${id}`)).data,
    refetchInterval: ({ state }) => (isOpen(state.data) ? 800 : false),
  });
