import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import {
  readFieldHistory,
  readVersions,
  type RestoreBody,
  restoreVersion as restoreContract,
  type Version,
} from "../../../shared/wire/versions.contract.ts";
import { call } from "../../data/call.ts";

export type VersionInfo = Version;

/** The states of a record, newest first; read again when the record changes. */
export const useVersions = (object: string, id: string) =>
  useInfiniteQuery({
    queryKey: ["record", object, id, "versions"],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call(readVersions, {
        params: { object, id },
        query: pageParam ? { cursor: pageParam } : {},
        signal,
      }),
    getNextPageParam: (page) => page.page.next,
  });

export const useFieldHistory = (object: string, id: string, field: string) =>
  useQuery({
    queryKey: ["record", object, id, "history", field],
    queryFn: async ({ signal }) =>
      (await call(readFieldHistory, { params: { object, id }, query: { field }, signal })).data,
  });

export const restoreVersion = (
  object: string,
  id: string,
  body: RestoreBody,
  key: string,
  match: { readonly ifVersion?: number },
) => call(restoreContract, { params: { object, id }, body, key, ...match });
