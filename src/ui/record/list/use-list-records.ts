import { useCallback, useMemo } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { askedFields, type ObjectInfo } from "../../data/objects.ts";
import { type ListQuery, useRecordCount, useRecordList } from "../../data/records.ts";
import type { Column } from "./columns.ts";
import type { ListMode } from "./list-state.ts";

export interface ListRecordsOptions {
  readonly filter: string;
  readonly sort: string;
  readonly search: string;
  readonly asOf: string;
  readonly columns: readonly Column[];
  /** A board and a chart ask by themselves. */
  readonly mode: ListMode;
  /** A grouped list asks by itself, too, group by group. */
  readonly isGrouped: boolean;
}

/** The rows of a list, page by page, and how many match. */
export function useListRecords(
  object: ObjectInfo,
  { filter, sort, search, asOf, columns, mode, isGrouped }: ListRecordsOptions,
) {
  const isSearch = search !== "";
  const fields = fieldsOf(object, columns);
  const query = useMemo<ListQuery>(
    () => ({
      filter,
      sort,
      search,
      as_of: asOf,
      limit: 100,
      count: isSearch ? "none" : "bounded",
      ...(fields ? { fields } : {}),
    }),
    [filter, sort, search, asOf, isSearch, fields],
  );
  const isAsked = mode === "list" && !isGrouped;
  const list = useRecordList(object.name, query, isAsked);
  const counted = useRecordCount(object.name, query, isAsked && isSearch).data;
  const records = useMemo<readonly Values[]>(
    () => list.data?.pages.flatMap((page) => page.data) ?? [],
    [list.data],
  );
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return {
    query,
    list,
    /** With how many match; undefined while that is not known. */
    counted: isSearch ? counted : list.data?.pages[0],
    records,
    more,
  };
}

const fieldsOf = (object: ObjectInfo, columns: readonly Column[]) =>
  askedFields(
    object,
    columns.flatMap(({ field }) =>
      field.kind === "stage" ? [field.name, "waiting_consents"] : [field.name],
    ),
  );
