import { useEffect } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../../shared/metadata/record-of.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { useRecordList } from "../../data/records.ts";
import { idOf } from "../../data/values.ts";
import type { LinesField } from "./line-columns.ts";

const PAGE = 500;
const NONE: readonly Values[] = [];

/** All lines of a record as they are kept: what a document comes to, it comes to with all of them. */
export function useKeptLines(
  child: ObjectInfo,
  { via, order }: LinesField,
  record: Values | undefined,
  asOf: string | null,
) {
  const parent = record && partOf(anyRecord, record).version !== undefined ? idOf(record) : "";
  const query = {
    filter: `${via} == ${JSON.stringify(parent)}`,
    sort: order && child.byName[order] ? order : "created_at",
    limit: PAGE,
    count: "none" as const,
    as_of: asOf,
  };
  const answer = useRecordList(child.name, query, parent !== "");
  const { hasNextPage, isFetchingNextPage, fetchNextPage, data } = answer;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const kept =
    parent === "" || !data
      ? NONE
      : data.pages.length === 1
        ? (data.pages[0]?.data ?? NONE)
        : data.pages.flatMap((page) => page.data);
  return { kept, isReading: parent !== "" && (answer.isLoading || hasNextPage) };
}
