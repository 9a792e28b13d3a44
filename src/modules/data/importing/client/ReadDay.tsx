import { useLanguage } from "../../../../ui/kit/language.tsx";
import { daysOf } from "../shared/date-order.ts";
import type { InspectedColumn } from "../shared/inspection.contract.ts";
import type { ColumnChoice } from "./import-data.ts";
import { readingMessages } from "./reading.messages.ts";
import { steppingMessages } from "./stepping.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

export interface ReadDayProps {
  readonly column: InspectedColumn;
  readonly choice: ColumnChoice;
}
/** One date of the column as it will be read: 03/04/2025 by day/month/year is 2025-04-03. */
export function ReadDay({ column, choice }: ReadDayProps) {
  const { t } = useLanguage();
  const order = choice.dateOrder ?? column.date_order;
  if (order === undefined || order === "ask") return null;
  const [read] = column.samples.flatMap((cell) => {
    const day = daysOf(cell)?.[order];
    return day === undefined ? [] : [{ cell, day }];
  });
  return read ? (
    <span className={base.note}>
      {t(steppingMessages.readAs, { order: t(readingMessages[order]), ...read })}
    </span>
  ) : null;
}
