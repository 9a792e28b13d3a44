import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link } from "react-router";
import { request } from "../../../ui/data/request.ts";
import { DataTable, type DataColumn } from "../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { Failure, Skeleton } from "../../../ui/kit/States.tsx";
import type { ImportAnswer, ImportedRow } from "../shared/run.contract.ts";
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
  const shown = answer.header.slice(0, 6);
  const columns: readonly DataColumn<ImportedRow>[] = [
    { key: "#", title: t(texts.row), align: "right", width: 60, render: ({ row }) => row },
    ...(outcome === "failed"
      ? [
          {
            key: "problem",
            title: t(texts.problem),
            render: ({ errors }: ImportedRow) =>
              errors.map(({ message }) => <div key={message}>{message}</div>),
          },
          ...shown.map((name, index): DataColumn<ImportedRow> => ({
            key: `c${index}`,
            title: name,
            render: ({ cells }) => cells?.[index] ?? "",
          })),
        ]
      : [
          {
            key: "record",
            title: t(texts.record),
            render: ({ record, title }: ImportedRow) =>
              record && title ? <Link to={`/records/${answer.object}/${record}`}>{title}</Link> : "—",
          },
          {
            key: "note",
            title: t(texts.problem),
            render: ({ errors }: ImportedRow) =>
              errors.map(({ message }) => <div key={message}>{message}</div>),
          },
        ]),
  ];
  return (
    <section>
      <DataTable
        keepsColumns
        label={t(texts.rows)}
        columns={columns}
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
