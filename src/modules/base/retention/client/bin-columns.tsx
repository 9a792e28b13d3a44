import type { Values } from "../../../../shared/metadata/object.ts";
import { useTitle } from "../../../../ui/data/lookups.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { bringBack, useRefresh } from "../../../../ui/data/records.ts";
import { idOf, textValue, titleAt } from "../../../../ui/data/values.ts";
import type { DataColumn } from "../../../../ui/kit/DataTable.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { useAttempt } from "../../../../ui/kit/use-attempt.ts";
import { useIsNarrow } from "../../../../ui/kit/use-is-narrow.ts";
import { recordScreenMessages } from "../../../../ui/record/record.messages.ts";
import { binMessages } from "./bin.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

const PersonName = ({ id }: { readonly id: string }) => useTitle("user", id || null, "");

/** What the bin tells of a deleted record, with the way back; on a phone without its owner. */
export function useBinColumns(object: ObjectInfo): readonly DataColumn<Values>[] {
  const { t, of } = useLanguage();
  const attempt = useAttempt();
  const refresh = useRefresh();
  const narrow = useIsNarrow();
  const restore = (record: Values) =>
    attempt(() => bringBack(object.name, idOf(record), newId()), {
      told: t(binMessages.restored, { title: textValue(record[object.title]) }),
      onDone: () => refresh(object.name),
    });
  return [
    {
      key: "title",
      title: of(object.label),
      render: (row: Values) => textValue(row[object.title]) || t(recordScreenMessages.empty),
    },
    ...(narrow
      ? []
      : [{ key: "owner", title: t(binMessages.owner), render: (row: Values) => titleAt(row, "owner") }]),
    {
      key: "by",
      title: t(binMessages.by),
      render: (row: Values) => <PersonName id={textValue(row["deleted_by"])} />,
    },
    {
      key: "at",
      title: t(binMessages.at),
      render: (row: Values) => <span className={base.num}>{timeText(textValue(row["deleted_at"]))}</span>,
    },
    {
      key: "restore",
      title: "",
      align: "right" as const,
      render: (row: Values) => (
        <QuietButton
          icon="history"
          disabled={object.isLocked === true}
          aria-label={t(binMessages.restore)}
          onClick={() => void restore(row)}
        >
          {narrow ? undefined : t(binMessages.restore)}
        </QuietButton>
      ),
    },
  ];
}
