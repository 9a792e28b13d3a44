import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { request } from "../../../ui/data/request.ts";
import { DataTable } from "../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { Failure, Skeleton } from "../../../ui/kit/States.tsx";
import type { ImportAnswer, ImportedRow } from "../shared/run.contract.ts";
import { columnsOf } from "./imported-columns.tsx";
import { texts } from "./importing.messages.ts";

interface Page {
  readonly data: readonly ImportedRow[];
  readonly page: { readonly next: string | null };
}

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
      request<Page>(
        `/imports/${answer.id}/rows?outcome=${outcome}${pageParam ? `&cursor=${pageParam}` : ""}`,
      ),
    initialPageParam: "",
    getNextPageParam: ({ page }) => page.next ?? undefined,
  });
  if (!data) return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton />;
  const rows = data.pages.flatMap((page) => page.data);
  return (
    <section>
      <DataTable
        keepsColumns
        label={t(texts.rows)}
        columns={columnsOf(answer, outcome, t)}
        rows={rows}
        rowKey={({ row }) => String(row)}
      />
      {hasNextPage && (
        <Button loading={isFetching} onClick={() => void fetchNextPage()}>
          {t(texts.moreRows)}
        </Button>
      )}
    </section>
  );
}
