import { useEffect } from "react";
import { type ListQuery, useRecordList } from "../../data/records.ts";
import type { GroupPage } from "./group-lines.ts";

export interface GroupPagesProps {
  readonly object: string;
  readonly group: string;
  readonly query: ListQuery;
  /** The place of what is missing is in sight. */
  readonly isWanted: boolean;
  /** Asked for again after a failure: another number each time. */
  readonly tries: number;
  readonly onPage: (group: string, page: GroupPage) => void;
}
/** Reads the records of one group, page by page as they come into sight; draws nothing. */
export function GroupPages({ object, group, query, isWanted, tries, onPage }: GroupPagesProps) {
  const { data, hasNextPage, isFetching, isError, isPending, fetchNextPage, refetch } = useRecordList(
    object,
    query,
  );
  useEffect(() => {
    if (isWanted && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [isWanted, hasNextPage, isFetching, isError, fetchNextPage]);
  useEffect(() => {
    if (tries > 0) void refetch();
  }, [tries, refetch]);
  useEffect(() => {
    onPage(group, {
      records: data?.pages.flatMap((page) => page.data) ?? [],
      hasMore: isPending || hasNextPage,
      hasFailed: isError,
    });
  }, [group, data, isPending, hasNextPage, isError, onPage]);
  return null;
}
