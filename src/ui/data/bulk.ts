import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Values } from "../../shared/metadata/object.ts";
import { type BulkAnswer, type BulkRow, changeMany, readSeen } from "../../shared/wire/bulk.contract.ts";
import { exportFile, type ExportRequest } from "../../shared/wire/exports.contract.ts";
import { readJob } from "../../shared/wire/jobs.contract.ts";
import { saveFile } from "../kit/save-file.ts";
import { call } from "./call.ts";
import type { ProblemError } from "./problem-error.ts";
import type { ObjectInfo } from "./objects.ts";
import { useRefresh, versionsIn } from "./records.ts";
import { requestBlob } from "./request.ts";

export interface BulkResult extends Pick<BulkAnswer, "done" | "refused"> {
  /** A table of the refused rows, where there were too many to tell them at once. */
  readonly errors_file?: string | null;
  readonly results: readonly (BulkRow & { readonly detail?: string })[];
}
export interface BulkChange {
  /** Either these rows or all that a condition covers. */
  readonly ids?: readonly string[];
  readonly filter?: string;
  /** Of a condition: the place of the log at which its records were seen. */
  readonly seen?: number;
  readonly values?: Values;
  readonly delete?: true;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}
const PAUSE = 600;

/** Waits for the job that more than a few hundred rows become. */
async function waitFor(id: string, onProgress: (progress: Progress) => void): Promise<BulkResult> {
  for (;;) {
    const { data: job } = await call(readJob, { params: { id } });
    if (job.result) return { ...job.result, errors_file: job.errors_file, results: [] };
    if (job.status === "failed") throw new Error(job.error?.message ?? "");
    onProgress({ done: job.done, total: job.total ?? 0 });
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** What stands on the screen now, for a change of all that a condition covers. */
export const askSeen = async (object: string): Promise<number> =>
  (await call(readSeen, { params: { object } })).data.seen;

/** Changes many rows at once; `progress` is set while a long one is under way. */
export function useBulk(object: ObjectInfo) {
  const client = useQueryClient();
  const refresh = useRefresh();
  const [progress, setProgress] = useState<Progress | null>(null);
  const mutation = useMutation({
    mutationFn: async ({ change, key }: { change: BulkChange; key: string }) => {
      const seen =
        object.asksForVersion && change.ids ? { if_match: versionsIn(client, object.name, change.ids) } : {};
      const answer = await call(changeMany, {
        params: { object: object.name },
        body: { ...change, ...seen },
        key,
      });
      return "id" in answer ? waitFor(answer.id, setProgress) : answer;
    },
    onSuccess: () => refresh(object.name),
    onSettled: () => setProgress(null),
  });
  return { ...mutation, progress };
}

export async function downloadExport(
  body: ExportRequest & Required<Pick<ExportRequest, "format">>,
  name: string,
): Promise<void> {
  const { path, method } = exportFile;
  const { blob, marked } = await requestBlob(path, { method, body });
  saveFile(blob, marked ?? `${name}.${body.format}`);
}

/** Where no row passed the answer is a refusal; it carries the same figures. */
export function refusedOf({ problem }: ProblemError): BulkResult | null {
  const results = problem["results"];
  return Array.isArray(results)
    ? { done: 0, refused: results.length, results: results as BulkResult["results"] }
    : null;
}
