import { useQuery } from "@tanstack/react-query";
import { call } from "../../../../../ui/data/call.ts";
import { DataTable } from "../../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { Empty } from "../../../../../ui/kit/States.tsx";
import type { Stage } from "../../../pipeline/shared/public.ts";
import { type ExceptionRow, listExceptions } from "../../shared/gate-reports.contract.ts";
import { gateScreenMessages } from "../gate.messages.ts";
import { QueryResult } from "../../../../../ui/kit/QueryResult.tsx";
import { RecordLink } from "./OverridesTable.tsx";
import { gateReportMessages } from "./gate-reports.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as paneStyles from "../../../../../ui/kit/pane.module.css";

export interface ExceptionsTableProps {
  readonly pipeline: string;
  readonly stages: readonly Stage[];
}
/** Open records that were let past a criterion for a time: those whose time is over first. */
export function ExceptionsTable({ pipeline, stages }: ExceptionsTableProps) {
  const { t, of } = useLanguage();
  const found = useQuery({
    queryKey: ["pipeline", pipeline, "exceptions"],
    queryFn: async ({ signal }) => (await call(listExceptions, { params: { id: pipeline }, signal })).data,
  });
  return (
    <QueryResult query={found} rows={3} small>
      {(data) => (
        <div className={`${paneStyles.pipelinePane} ${base.stack}`}>
          <h3>{t(gateReportMessages.exceptions)}</h3>
          {data.length === 0 ? (
            <Empty icon="check" title={t(gateReportMessages.noExceptions)} small />
          ) : (
            <DataTable<ExceptionRow>
              label={t(gateReportMessages.exceptions)}
              rows={data}
              rowKey={(row) => `${row.record}${row.criterion}`}
              columns={[
                {
                  key: "record",
                  title: t(gateReportMessages.record),
                  render: (row) => <RecordLink {...row} />,
                },
                {
                  key: "stage",
                  title: t(gateReportMessages.stage),
                  render: (row) =>
                    of(stages.find((stage) => stage.name === row.stage)?.label, row.stage ?? "–"),
                },
                {
                  key: "criterion",
                  title: t(gateReportMessages.criterionId),
                  render: (row) => nameOf(row.criterion, stages, of),
                },
                {
                  key: "until",
                  title: t(gateReportMessages.exceptionUntil),
                  render: (row) => <Until row={row} />,
                },
                {
                  key: "person",
                  title: t(gateReportMessages.person),
                  render: (row) => row.granted_by_name ?? "–",
                },
                { key: "reason", title: t(gateScreenMessages.overrideReason), render: (row) => row.reason },
              ]}
            />
          )}
        </div>
      )}
    </QueryResult>
  );
}

function Until({ row }: { readonly row: ExceptionRow }) {
  const { t } = useLanguage();
  return (
    <span className={base.num}>
      {row.until}{" "}
      {row.is_over && <strong className={base.noteError}>{t(gateReportMessages.exceptionOver)}</strong>}
    </span>
  );
}

function nameOf(
  criterion: string,
  stages: readonly Stage[],
  of: ReturnType<typeof useLanguage>["of"],
): string {
  const found = stages
    .flatMap((stage) => [...stage.entry, ...stage.exit])
    .find((one) => one.id === criterion);
  return of(found?.message, criterion);
}
