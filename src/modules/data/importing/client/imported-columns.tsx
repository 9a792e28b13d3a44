import { Link } from "react-router";
import type { DataColumn } from "../../../../ui/kit/DataTable.tsx";
import type { LanguageTools } from "../../../../ui/kit/language.tsx";
import type { ImportAnswer, ImportedRow } from "../shared/run.contract.ts";
import { importScreenMessages } from "./importing.messages.ts";

const reasonColumn = (key: string, t: LanguageTools["t"]): DataColumn<ImportedRow> => ({
  key,
  title: t(importScreenMessages.problem),
  render: ({ errors }) => errors.map(({ message }) => <div key={message}>{message}</div>),
});

/** Rows that failed with their first cells as they stand in the file, the others with their records. */
export function columnsOf(
  answer: ImportAnswer,
  outcome: string,
  t: LanguageTools["t"],
): readonly DataColumn<ImportedRow>[] {
  const shown = answer.header.slice(0, 6);
  return [
    { key: "#", title: t(importScreenMessages.row), align: "right", width: 60, render: ({ row }) => row },
    ...(outcome === "failed"
      ? [
          reasonColumn("problem", t),
          ...shown.map((name, index): DataColumn<ImportedRow> => ({
            key: `c${index}`,
            title: name,
            render: ({ cells }) => cells?.[index] ?? "",
          })),
        ]
      : [
          {
            key: "record",
            title: t(importScreenMessages.record),
            render: ({ record, title }: ImportedRow) =>
              record && title ? <Link to={`/records/${answer.object}/${record}`}>{title}</Link> : "—",
          },
          reasonColumn("note", t),
        ]),
  ];
}
