import { Link } from "react-router";
import type { Duplicate } from "../../../../shared/wire/duplicates.contract.ts";
import { useObjects } from "../../../../ui/data/objects.ts";
import { recordPath } from "../../../../ui/field/LinkCell.tsx";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { duplicateMessages } from "./duplicates.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

/**
 * Records without an address are those the reader may not open: only that they exist and whose they are is
 * said.
 */
export function FoundTable({
  found,
  withEffect = false,
}: {
  readonly found: readonly Duplicate[];
  readonly withEffect?: boolean;
}) {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const rows = found.map((one, place) => ({ ...one, place }));
  return (
    <DataTable
      label={t(duplicateMessages.title)}
      rows={rows}
      rowKey={(row) => String(row.place)}
      columns={[
        {
          key: "title",
          title: t(duplicateMessages.record),
          render: (row) =>
            row.id ? <Link to={recordPath(row.object, row.id)}>{row.title}</Link> : <span>{row.title}</span>,
        },
        {
          key: "object",
          title: t(duplicateMessages.object),
          render: (row) => of(objects.get(row.object)?.label, row.object),
        },
        {
          key: "owner",
          title: t(duplicateMessages.owner),
          render: (row) => (row.in_pool ? t(duplicateMessages.pool) : (row.owner_name ?? "")),
        },
        { key: "reason", title: t(duplicateMessages.reason), render: (row) => row.reason },
        {
          key: "score",
          title: t(duplicateMessages.likeness),
          render: (row) => <span className={base.num}>{Math.round(row.score * 100)}%</span>,
        },
        ...(withEffect
          ? [
              {
                key: "action",
                title: t(duplicateMessages.effect),
                render: ({ action }: Duplicate) =>
                  t(action === "block" ? duplicateMessages.wouldBlock : duplicateMessages.wouldWarn),
              },
            ]
          : []),
      ]}
    />
  );
}
