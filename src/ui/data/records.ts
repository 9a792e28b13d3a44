import {
  type InfiniteData,
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type { Values } from "../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../shared/metadata/record-of.ts";
import {
  changeRecord,
  createRecord as createRecordContract,
  deleteRecord,
  type ListAnswer,
  listRecords,
  readRecord,
  type RecordAnswer,
  restoreRecord,
} from "../../shared/wire/records.contract.ts";
import { call } from "./call.ts";
import { useIsViewing } from "./session.ts";
import { idOf } from "./values.ts";

export interface ListQuery {
  readonly filter?: string;
  readonly sort?: string;
  readonly search?: string;
  readonly as_of?: string | null;
  /** What lies in the recycle bin instead. */
  readonly deleted?: boolean;
  readonly fields?: string;
  readonly limit?: number;
  readonly count?: "bounded" | "none";
}
export type { RecordAnswer };
export type ListPages = InfiniteData<ListAnswer, string | null>;

/** Query keys: lists and aggregates of an object share a prefix, so that a change refreshes them together. */
export const listKey = (object: string, query: ListQuery = {}) => ["records", object, "list", query] as const;
export const recordKey = (object: string, id: string, asOf: string | null = null) =>
  ["record", object, id, asOf] as const;

/** As an address has it. */
const asked = ({ as_of, deleted, limit, ...texts }: ListQuery) => ({
  ...texts,
  ...(as_of ? { as_of } : {}),
  ...(deleted ? { deleted: "1" } : {}),
  ...(limit === undefined ? {} : { limit: String(limit) }),
});
export const fetchPage = (object: string, query: ListQuery, cursor: string | null, signal?: AbortSignal) =>
  call(listRecords, {
    params: { object },
    query: { ...asked(query), titles: "1", ...(cursor ? { cursor } : {}) },
    ...(signal ? { signal } : {}),
  });

/** A list that grows page by page as it is scrolled; the count comes with the first page. */
export const useRecordList = (object: string, query: ListQuery, enabled = true) =>
  useInfiniteQuery({
    queryKey: listKey(object, query),
    enabled,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      fetchPage(object, pageParam ? { ...query, count: "none" } : query, pageParam, signal),
    getNextPageParam: (page) => page.page.next,
    placeholderData: keepPreviousData,
  });

/**
 * How many match, asked beside the rows: those that a search finds are there long before they are counted.
 */
export const useRecordCount = (object: string, query: ListQuery, enabled: boolean) =>
  useQuery({
    queryKey: [...listKey(object, query), "count"],
    enabled,
    queryFn: ({ signal }) =>
      fetchPage(object, { ...query, fields: "id", limit: 1, count: "bounded" }, null, signal),
  });

/** One page, for short lists. */
export const useRecords = (object: string, query: ListQuery, enabled = true) =>
  useQuery({
    queryKey: [...listKey(object, query), "page"],
    enabled,
    queryFn: ({ signal }) => fetchPage(object, query, null, signal),
  });

const asFound = (answer: RecordAnswer): RecordAnswer => answer;
const onlyToRead = (answer: RecordAnswer): RecordAnswer => ({
  ...answer,
  abilities: { update: false, delete: false },
});
export const useRecord = (object: string, id: string, asOf: string | null = null, enabled = true) =>
  useQuery({
    select: useIsViewing() ? onlyToRead : asFound,
    queryKey: recordKey(object, id, asOf),
    enabled: enabled && id !== "",
    // Only a slide through the days of one record shows the day before meanwhile.
    placeholderData: asOf === null ? undefined : keepPreviousData,
    queryFn: ({ signal }) =>
      call(readRecord, {
        params: { object, id },
        query: { titles: "1", ...(asOf ? { as_of: asOf } : {}) },
        signal,
      }),
  });

/** Marks everything that shows records of `object` as out of date. */
export function useRefresh() {
  const client = useQueryClient();
  return (object: string, id?: string) => {
    void client.invalidateQueries({ queryKey: ["records", object] });
    void client.invalidateQueries({ queryKey: id ? ["record", object, id] : ["record", object] });
  };
}

export interface SaveRecord {
  readonly object: string;
  readonly id: string;
  readonly values: Values;
  /** Values as they were seen: other people's changes to other fields stay. */
  readonly base: Values;
  /** See `matchOf`. */
  readonly ifVersion?: number;
}

export const patchRecord = ({ object, id, values, base, ifVersion }: SaveRecord, key: string) =>
  call(changeRecord, {
    params: { object, id },
    body: { ...values, base },
    key,
    ...(ifVersion === undefined ? {} : { ifVersion }),
  });
export const createRecord = (object: string, values: Values, key: string) =>
  call(createRecordContract, { params: { object }, body: values, key });
/** Moves it to the recycle bin. */
export const removeRecord = (
  object: string,
  id: string,
  sending: { key?: string; ifVersion?: number } = {},
) => call(deleteRecord, { params: { object, id }, ...sending });
/** Takes it out of the recycle bin. */
export const bringBack = (object: string, id: string, key: string) =>
  call(restoreRecord, { params: { object, id }, key });

/**
 * Changes some fields of one record; lists show the new value before the server has answered, and take it
 * back on refusal.
 */
export function usePatchRecord() {
  const client = useQueryClient();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ key, ...change }: SaveRecord & { key: string }) => patchRecord(change, key),
    onMutate: ({ object, id, values }) => putInLists(client, object, id, values),
    onError: (_error, { object, id, base }) => putInLists(client, object, id, base),
    onSuccess: (_answer, { object, id }) => refresh(object, id),
  });
}

/** Writes values into every loaded list of the object. */
export function putInLists(
  client: ReturnType<typeof useQueryClient>,
  object: string,
  id: string,
  values: Values,
): void {
  client.setQueriesData<ListPages>(
    { queryKey: ["records", object, "list"], predicate: ({ state }) => isPages(state.data) },
    (pages) => pages && { ...pages, pages: pages.pages.map((page) => replaceIn(page, id, values)) },
  );
}

/** Of records that a loaded list shows: the version it shows. */
export function versionsIn(
  client: ReturnType<typeof useQueryClient>,
  object: string,
  ids: readonly string[],
): Readonly<Record<string, number>> {
  const wanted = new Set(ids);
  const lists = client.getQueriesData<ListPages>({
    queryKey: ["records", object, "list"],
    type: "active",
    predicate: ({ state }) => isPages(state.data),
  });
  const rows = lists.flatMap(([, pages]) => pages?.pages.flatMap((page) => page.data) ?? []);
  return Object.fromEntries(
    rows.flatMap((row) => {
      const { version } = partOf(anyRecord, row);
      return wanted.has(idOf(row)) && typeof version === "number" ? [[idOf(row), version] as const] : [];
    }),
  );
}

const isPages = (data: unknown): boolean => typeof data === "object" && data !== null && "pageParams" in data;

function replaceIn(page: ListAnswer, id: string, values: Values): ListAnswer {
  if (!page.data.some((record) => idOf(record) === id)) return page;
  return {
    ...page,
    data: page.data.map((record) => (idOf(record) === id ? { ...record, ...values } : record)),
  };
}
