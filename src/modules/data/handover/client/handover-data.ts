import { useQuery } from "@tanstack/react-query";
import { type Job, readJob } from "../../../../shared/wire/jobs.contract.ts";
import { call } from "../../../../ui/data/call.ts";
import { beginHandover, type HandoverPlan, previewHandover } from "../shared/handover.contract.ts";

const isOpen = (job: Job | undefined): boolean =>
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
    queryFn: async () => (await call(readJob, { params: { id: id ?? "" } })).data,
    refetchInterval: ({ state }) => (isOpen(state.data) ? 800 : false),
  });
