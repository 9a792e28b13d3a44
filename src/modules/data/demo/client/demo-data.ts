import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { previewDemoRemoval, readDemo } from "../shared/demo.contract.ts";
import { call } from "../../../../ui/data/call.ts";

export const DEMO = ["demo"] as const;
const PAUSE_MS = 1500;

/** The demo company as it stands, asked again while a job adds or removes it; then all screens are read anew. */
export function useDemo() {
  const client = useQueryClient();
  const demo = useQuery({
    queryKey: DEMO,
    queryFn: async () => (await call(readDemo, {})).data,
    refetchInterval: ({ state }) => (state.data?.job ? PAUSE_MS : false),
  });
  const job = demo.data?.job?.id;
  const before = useRef(job);
  useEffect(() => {
    if (before.current && !job) void client.invalidateQueries();
    before.current = job;
  }, [client, job]);
  return demo;
}

export const useRemovalPreview = () =>
  useQuery({
    queryKey: [...DEMO, "removal"],
    gcTime: 0,
    queryFn: async () => (await call(previewDemoRemoval, {})).data,
  });
