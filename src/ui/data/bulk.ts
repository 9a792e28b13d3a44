import { useMutation } from "@tanstack/react-query";
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

export function useBulk(object: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ change, key }: { change: BulkChange; key: string }) => request<BulkResult>(`/records/${object}/bulk`, { method: "POST", body: change, key }),
    onSuccess: () => refresh(object),
  });
}

export interface ExportRequest {
  readonly object: string;
  readonly filter?: string;
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
