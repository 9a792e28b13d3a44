import { Link } from "react-router";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { useIsViewing } from "../../../../ui/data/session.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { type LanguageTools, useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { baselineObject } from "../shared/baseline.object.ts";
import { baselineMessages } from "./baseline.messages.ts";
import { useRemoveBaseline } from "./use-remove-baseline.ts";
import * as base from "../../../../ui/kit/base.module.css";

const read = (row: Values) => partOf(baselineObject, row);

/** What each one has frozen, and as of when. */
function factColumns(t: LanguageTools["t"]) {
  return [
    {
      key: "name",
      title: t(baselineMessages.name),
      render: (row: Values) => <Link to={`?open=${idOf(row)}`}>{read(row).name}</Link>,
    },
    {
      key: "metric",
      title: t(baselineMessages.metric),
      render: (row: Values) => {
        const { metric } = read(row);
        return metric ? t(baselineMessages[metric]) : "";
      },
    },
    {
      key: "cut",
      title: t(baselineMessages.cutOff),
      render: (row: Values) => <span className={base.num}>{timeText(read(row).cut_off ?? "")}</span>,
    },
    {
      key: "records",
      title: t(baselineMessages.records),
      align: "right" as const,
      render: (row: Values) => <span className={base.num}>{read(row).record_count}</span>,
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
        <span className={base.line}>
          <QuietButton
            icon="check"
            on={open === idOf(row)}
            onClick={() => onOpen(open === idOf(row) ? "" : idOf(row))}
          >
            {t(baselineMessages.check)}
          </QuietButton>
          {!isViewing && (
            <QuietButton
              icon="trash"
              aria-label={t(baselineMessages.remove, { name: read(row).name ?? "" })}
              onClick={() => remove(row)}
            />
          )}
        </span>
      ),
    },
  ];
  return <DataTable label={t(baselineMessages.title)} columns={columns} rows={rows} rowKey={idOf} />;
}
