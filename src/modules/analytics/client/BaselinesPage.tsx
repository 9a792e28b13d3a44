import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import type { Values } from "../../../shared/metadata/object.ts";
import { newId } from "../../../ui/data/new-id.ts";
import { useRecords } from "../../../ui/data/records.ts";
import { request } from "../../../ui/data/request.ts";
import { useIsViewing } from "../../../ui/data/session.ts";
import { idOf, textValue } from "../../../ui/data/values.ts";
import { DataTable } from "../../../ui/kit/DataTable.tsx";
import { Ghost } from "../../../ui/kit/Ghost.tsx";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { groupDigits } from "../../../shared/money/group-digits.ts";
import { PageHeader } from "../../../ui/kit/PageHeader.tsx";
import { Empty, Failure, Skeleton } from "../../../ui/kit/States.tsx";
import { timeText } from "../../../ui/kit/time-text.ts";
import { useConfirm } from "../../../ui/kit/use-confirm.ts";
import { type BaselineCheck, BASELINE_METRICS } from "../shared/baseline.contract.ts";
import { baselineTexts } from "./baseline.messages.ts";
import { isTold, placeWords } from "./baseline-words.ts";
import "./insight.css";

/** The figures one has frozen, each worked out again when asked for. */
export function BaselinesPage() {
  const { t } = useLanguage();
  const [params, setParams] = useSearchParams();
  const list = useRecords("baseline", {
    sort: "-created_at",
    limit: 200,
    fields: "id,name,metric,cut_off,log_position,record_count",
  });
  const open = params.get("open") ?? "";
  const show = (id: string) => setParams(id ? { open: id } : {});
  const rows = list.data?.data ?? [];
  return (
    <div className="page insight-page">
      <PageHeader title={t(baselineTexts.title)} icon="pin" note={t(baselineTexts.own)} />
      <div className="page-body insight-body">
        {list.isPending ? (
          <Skeleton rows={6} />
        ) : list.isError ? (
          <Failure error={list.error} onRetry={() => void list.refetch()} />
        ) : rows.length === 0 ? (
          <Empty icon="pin" title={t(baselineTexts.none)} detail={t(baselineTexts.noneDetail)} />
        ) : (
          <Baselines rows={rows} open={open} onOpen={show} />
        )}
        {open !== "" && <Check key={open} id={open} />}
      </div>
    </div>
  );
}

function Baselines({
  rows,
  open,
  onOpen,
}: {
  readonly rows: readonly Values[];
  readonly open: string;
  readonly onOpen: (id: string) => void;
}) {
  const { t } = useLanguage();
  const confirm = useConfirm();
  const isViewing = useIsViewing();
  const client = useQueryClient();
  const remove = (row: Values) =>
    confirm({
      title: t(baselineTexts.remove, { name: textValue(row["name"]) }),
      run: async () => {
        await request<void>(`/records/baseline/${idOf(row)}`, { method: "DELETE", key: newId() });
        onOpen("");
        await client.invalidateQueries({ queryKey: ["records", "baseline"] });
      },
    });
  const metricOf = (row: Values) => BASELINE_METRICS.find((metric) => metric === row["metric"]);
  const columns = [
    {
      key: "name",
      title: t(baselineTexts.name),
      render: (row: Values) => <strong>{textValue(row["name"])}</strong>,
    },
    {
      key: "metric",
      title: t(baselineTexts.metric),
      render: (row: Values) => {
        const metric = metricOf(row);
        return metric ? t(baselineTexts[metric]) : "";
      },
    },
    {
      key: "cut",
      title: t(baselineTexts.cutOff),
      render: (row: Values) => <span className="num">{timeText(textValue(row["cut_off"]))}</span>,
    },
    {
      key: "position",
      title: t(baselineTexts.position),
      align: "right" as const,
      render: (row: Values) => <span className="num">{textValue(row["log_position"])}</span>,
    },
    {
      key: "records",
      title: t(baselineTexts.records),
      align: "right" as const,
      render: (row: Values) => <span className="num">{textValue(row["record_count"])}</span>,
    },
    {
      key: "do",
      title: "",
      align: "right" as const,
      render: (row: Values) => (
        <span className="line">
          <Ghost
            icon="check"
            on={open === idOf(row)}
            onClick={() => onOpen(open === idOf(row) ? "" : idOf(row))}
          >
            {t(baselineTexts.check)}
          </Ghost>
          {!isViewing && (
            <Ghost
              icon="trash"
              aria-label={t(baselineTexts.remove, { name: textValue(row["name"]) })}
              onClick={() => remove(row)}
            />
          )}
        </span>
      ),
    },
  ];
  return <DataTable label={t(baselineTexts.title)} columns={columns} rows={rows} rowKey={idOf} />;
}

const numberText = (value: string | undefined): string =>
  value === undefined ? "—" : /^-?\d+(\.\d+)?$/.test(value) ? groupDigits(value) : value;

function Check({ id }: { readonly id: string }) {
  const { t } = useLanguage();
  const check = useQuery({
    queryKey: ["records", "baseline", "check", id],
    queryFn: async ({ signal }) =>
      (await request<{ data: BaselineCheck }>(`/insight/baselines/${id}`, { signal })).data,
  });
  if (check.isPending) return <Skeleton rows={5} />;
  if (check.isError) return <Failure small error={check.error} onRetry={() => void check.refetch()} />;
  const { name, frozen, again, believed, now, identical, corrected, same_records } = check.data;
  const valueIn = (figures: BaselineCheck["frozen"], place: string): string =>
    numberText(figures.find((one) => one.name === place)?.value);
  const places = [
    ...new Set([...frozen, ...again, ...(corrected ? believed : [])].map((one) => one.name)),
  ].filter(isTold);
  const right = { align: "right" } as const;
  const value = (figures: BaselineCheck["frozen"]) => (place: string) => (
    <span className="num">{valueIn(figures, place)}</span>
  );
  return (
    <section className="card insight-panel" aria-label={name}>
      <header>
        <h2>{name}</h2>
      </header>
      <div className="insight-notes">
        <span className={identical ? "line" : "line insight-drop"}>
          <Icon name={identical ? "check" : "warning"} size={13} />
          {t(identical ? baselineTexts.identical : baselineTexts.different)}{" "}
          {t(same_records ? baselineTexts.sameRecords : baselineTexts.otherRecords)}
        </span>
        {corrected && <span>{t(baselineTexts.corrected)}</span>}
      </div>
      <div className="insight-table">
        <DataTable
          label={name}
          columns={[
            {
              key: "figure",
              title: t(baselineTexts.figure),
              render: (place: string) => placeWords(place, t),
            },
            { key: "frozen", title: t(baselineTexts.frozen), ...right, render: value(frozen) },
            { key: "again", title: t(baselineTexts.again), ...right, render: value(again) },
            ...(corrected
              ? [{ key: "believed", title: t(baselineTexts.believed), ...right, render: value(believed) }]
              : []),
            { key: "now", title: t(baselineTexts.now), ...right, render: value(now) },
          ]}
          rows={places}
          rowKey={(place) => place}
        />
      </div>
    </section>
  );
}
