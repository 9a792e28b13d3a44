import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Values } from "../../shared/metadata/object.ts";
import type { ProblemItem } from "../../shared/wire/problem.ts";
import { useRefresh } from "./records.ts";
import { request, requestBlob } from "./request.ts";

export interface BulkResult {
  readonly done: number;
  readonly refused: number;
  readonly results: readonly { readonly id: string; readonly ok: boolean; readonly code?: string; readonly detail?: string; readonly errors?: readonly ProblemItem[] }[];
}
export interface BulkChange {
  readonly ids: readonly string[];
  readonly values?: Values;
  readonly delete?: true;
}

interface Job {
  readonly status: "queued" | "running" | "done" | "failed" | "cancelled";
  readonly done: number;
  readonly total: number | null;
  readonly result: { readonly done: number; readonly refused: number } | null;
  readonly error: { readonly message: string } | null;
}
export interface Progress {
  readonly done: number;
  readonly total: number;
}
const PAUSE = 600;

/** Waits for the job that more than a few hundred rows become. */
async function waitFor(id: string, onProgress: (progress: Progress) => void): Promise<BulkResult> {
  for (;;) {
    const { data: job } = await request<{ data: Job }>(`/jobs/${id}`);
    if (job.result) return { ...job.result, results: [] };
    if (job.status === "failed") throw new Error(job.error?.message ?? "");
    onProgress({ done: job.done, total: job.total ?? 0 });
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** Changes many rows at once; `progress` is set while a long one is under way. */
export function useBulk(object: string) {
  const refresh = useRefresh();
  const [progress, setProgress] = useState<Progress | null>(null);
  const mutation = useMutation({
    mutationFn: async ({ change, key }: { change: BulkChange; key: string }) => {
      const answer = await request<BulkResult | { readonly id: string }>(`/records/${object}/bulk`, { method: "POST", body: change, key });
      return "id" in answer ? waitFor(answer.id, setProgress) : answer;
    },
    onSuccess: () => refresh(object),
    onSettled: () => setProgress(null),
  });
  return { ...mutation, progress };
}

export interface ExportRequest {
  readonly object: string;
  readonly ids?: readonly string[];
  readonly fields?: readonly string[];
  readonly format: "csv" | "xlsx";
}
export async function downloadExport(body: ExportRequest, name: string): Promise<void> {
  const blob = await requestBlob("/exports", { method: "POST", body });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${name}.${body.format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
