import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import { request } from "../../data/request.ts";
import type { RecordAnswer } from "../../data/records.ts";

export interface By {
  readonly id: string | null;
  readonly name: string | null;
  readonly kind: string | null;
}
export interface VersionInfo {
  readonly version: number;
  readonly from: string;
  readonly to: string | null;
  readonly deleted: boolean;
  readonly by: By;
  readonly road: string | null;
  readonly values: Values;
  readonly titles: Values;
  readonly changed: readonly string[];
  /** By the field that lists them: which lines were added, changed and removed with it. */
  readonly lines: Values;
}
interface VersionPage {
  readonly data: readonly VersionInfo[];
  readonly page: { readonly next: string | null };
}
export interface FieldPoint {
  readonly version: number;
  readonly from: string;
  readonly to: string | null;
  readonly by: By;
  readonly road: string | null;
  readonly value: WireValue;
  readonly title?: string;
}

/** The states of a record, newest first; read again when the record changes. */
export const useVersions = (object: string, id: string) =>
  useInfiniteQuery({
    queryKey: ["record", object, id, "versions"],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      request<VersionPage>(`/records/${object}/${id}/versions`, { query: { cursor: pageParam }, signal }),
    getNextPageParam: (page) => page.page.next,
  });

export const useFieldHistory = (object: string, id: string, field: string) =>
  useQuery({
    queryKey: ["record", object, id, "history", field],
    queryFn: async ({ signal }) =>
      (
        await request<{ data: readonly FieldPoint[] }>(`/records/${object}/${id}/history`, {
          query: { field },
          signal,
        })
      ).data,
  });

export interface RestoreRequest {
  readonly from: string;
  readonly fields: readonly string[];
  /** Values as they were seen. */
  readonly base: Values;
}
export const restoreVersion = (
  object: string,
  id: string,
  body: RestoreRequest,
  key: string,
  match: { readonly ifVersion?: number },
) =>
  request<RecordAnswer>(`/records/${object}/${id}/versions/restore`, { method: "POST", body, key, ...match });
