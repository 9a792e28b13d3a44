import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  cancelJob,
  type Job,
  listJobs,
  pauseJob,
  previewJobUndo,
  resumeJob,
  undoJob,
} from "../../../../shared/wire/jobs.contract.ts";
import { call } from "../../../../ui/data/call.ts";

const JOBS = ["jobs"] as const;
const PAUSE_MS = 1500;
const isMoving = ({ status, wanted }: Job): boolean =>
  status === "queued" || status === "running" || wanted !== null;

/** One's own jobs, newest first; asked again while one of them is under way. */
export const useJobs = () =>
  useInfiniteQuery({
    queryKey: JOBS,
    initialPageParam: "",
    queryFn: ({ pageParam }) => call(listJobs, { query: pageParam ? { cursor: pageParam } : {} }),
    getNextPageParam: ({ page }) => page.next,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ data }) => data.some(isMoving)) ? PAUSE_MS : false,
  });

const ACTIONS = { pause: pauseJob, resume: resumeJob, cancel: cancelJob, undo: undoJob } as const;
export type JobAction = keyof typeof ACTIONS;

export function useJobAction() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, action }: { readonly id: string; readonly action: JobAction }) =>
      call(ACTIONS[action], { params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: JOBS }),
  });
}

/** What an undo would do now. */
export const useUndoPreview = (id: string, isWanted: boolean) =>
  useQuery({
    queryKey: [...JOBS, id, "undo"],
    enabled: isWanted,
    gcTime: 0,
    queryFn: async () => (await call(previewJobUndo, { params: { id } })).data,
  });
