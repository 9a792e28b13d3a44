import { useState } from "react";
import { Link } from "react-router";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { useIsViewing, useMe } from "../../../../ui/data/session.ts";
import { idOf, titleAt } from "../../../../ui/data/values.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { type LanguageTools, useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { baselineObject } from "../shared/baseline.object.ts";
import { baselineMessages } from "./baseline.messages.ts";
import { ShareBaseline } from "./ShareBaseline.tsx";
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

/** By whom those of others were saved. */
function makerColumn(t: LanguageTools["t"]) {
  return {
    key: "maker",
    title: t(baselineMessages.maker),
    render: (row: Values) => titleAt(row, "owner"),
  };
}

export interface BaselineTableProps {
  readonly rows: readonly Values[];
  readonly open: string;
  readonly onOpen: (id: string) => void;
}
/** The figures that were frozen, to be checked, shared or removed. */
export function BaselineTable({ rows, open, onOpen }: BaselineTableProps) {
  const { t } = useLanguage();
  const isViewing = useIsViewing();
  const { user } = useMe();
  const [sharing, share] = useState<Values | null>(null);
  const isMine = (row: Values) => !isViewing && read(row).owner === user.id;
  const remove = useRemoveBaseline(() => onOpen(""));
  const columns = [
    ...factColumns(t),
    ...(rows.some((row) => read(row).owner !== user.id) ? [makerColumn(t)] : []),
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
          {isMine(row) && (
            <QuietButton icon="share" onClick={() => share(row)}>
              {t(baselineMessages.shareWith)}
            </QuietButton>
          )}
          {isMine(row) && (
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
  return (
    <>
      <DataTable label={t(baselineMessages.title)} columns={columns} rows={rows} rowKey={idOf} />
      {sharing && <ShareBaseline row={sharing} onClose={() => share(null)} />}
    </>
  );
}
