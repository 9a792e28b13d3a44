import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { useIsViewing } from "../../../../ui/data/session.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { Ghost } from "../../../../ui/kit/Ghost.tsx";
import { type LanguageTools, useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { baselineObject } from "../shared/baseline.object.ts";
import { baselineTexts } from "./baseline.messages.ts";
import { useRemoveBaseline } from "./use-remove-baseline.ts";

const read = (row: Values) => partOf(baselineObject, row);

/** What each one has frozen, and as of when. */
function factColumns(t: LanguageTools["t"]) {
  return [
    {
      key: "name",
      title: t(baselineTexts.name),
      render: (row: Values) => <strong>{read(row).name}</strong>,
    },
    {
      key: "metric",
      title: t(baselineTexts.metric),
      render: (row: Values) => {
        const { metric } = read(row);
        return metric ? t(baselineTexts[metric]) : "";
      },
    },
    {
      key: "cut",
      title: t(baselineTexts.cutOff),
      render: (row: Values) => <span className="num">{timeText(read(row).cut_off ?? "")}</span>,
    },
    {
      key: "position",
      title: t(baselineTexts.position),
      align: "right" as const,
      render: (row: Values) => <span className="num">{read(row).log_position}</span>,
    },
    {
      key: "records",
      title: t(baselineTexts.records),
      align: "right" as const,
      render: (row: Values) => <span className="num">{read(row).record_count}</span>,
    },
  ];
}

export interface BaselineTableProps {
  readonly rows: readonly Values[];
  readonly open: string;
  readonly onOpen: (id: string) => void;
}
/** The figures one has frozen, to be checked or removed. */
export function BaselineTable({ rows, open, onOpen }: BaselineTableProps) {
  const { t } = useLanguage();
  const isViewing = useIsViewing();
  const remove = useRemoveBaseline(() => onOpen(""));
  const columns = [
    ...factColumns(t),
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
              aria-label={t(baselineTexts.remove, { name: read(row).name ?? "" })}
              onClick={() => remove(row)}
            />
          )}
        </span>
      ),
    },
  ];
  return <DataTable label={t(baselineTexts.title)} columns={columns} rows={rows} rowKey={idOf} />;
}
