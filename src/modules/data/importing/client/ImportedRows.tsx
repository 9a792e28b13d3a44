import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { call } from "../../../../ui/data/call.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Failure, Skeleton } from "../../../../ui/kit/States.tsx";
import { listImportRows } from "../shared/imports.contract.ts";
import type { ImportAnswer } from "../shared/run.contract.ts";
import { columnsOf } from "./imported-columns.tsx";
import { importScreenMessages } from "./importing.messages.ts";

/** The rows of which a figure speaks, with the record that each made or changed. */
export function ImportedRows({
  answer,
  outcome,
}: {
  readonly answer: ImportAnswer;
  readonly outcome: string;
}) {
  const { t } = useLanguage();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetching } = useInfiniteQuery({
    queryKey: ["import", answer.id, "rows", outcome],
    queryFn: ({ pageParam }) =>
      call(listImportRows, { params: { id: answer.id }, query: { outcome, cursor: pageParam } }),
    initialPageParam: "",
    getNextPageParam: ({ page }) => page.next ?? undefined,
  });
  if (!data) return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton />;
  const rows = data.pages.flatMap((page) => page.data);
  return (
    <section>
      <DataTable
        keepsColumns
        label={t(importScreenMessages.rows)}
        columns={columnsOf(answer, outcome, t)}
        rows={rows}
        rowKey={({ row }) => String(row)}
      />
      {hasNextPage && (
        <Button loading={isFetching} onClick={() => void fetchNextPage()}>
          {t(importScreenMessages.moreRows)}
        </Button>
      )}
    </section>
  );
}
