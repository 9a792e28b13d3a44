import Big from "big.js";
import { DATE_ORDERS } from "../shared/date-order.ts";
import { parseDate } from "../shared/parse-date.ts";
import { numberReadings } from "../shared/parse-number.ts";
import type { ColumnSetting, Question } from "../shared/run.contract.ts";

type Candidates = Question["candidates"];

/** Which setting of its column a refused cell lacks. */
export const SETTING_OF: Readonly<Record<string, ColumnSetting>> = {
  ambiguous_number: "decimal_mark",
  ambiguous_percent: "unit",
  ambiguous_date: "date_order",
};

/** What the setting may be, told by what the cell would mean; the likeliest first. */
export function settingCandidates(setting: ColumnSetting, cell: string): Candidates {
  const text = cell.trim();
  switch (setting) {
    case "decimal_mark": {
      const readings = numberReadings(text);
      // Only files with semicolons leave a mark open, and those are written where the comma stands before
      // decimals.
      return (["comma", "point"] as const).flatMap((id) =>
        readings?.[id] === undefined ? [] : [{ id, title: `${text} = ${readings[id]}` }],
      );
    }
    case "unit": {
      const amount = numberReadings(text)?.point ?? numberReadings(text)?.comma ?? "0";
      return [
        { id: "fraction", title: `${text} = ${new Big(amount).times(100).toFixed()}%` },
        { id: "%", title: `${text} = ${amount}%` },
      ];
    }
    default:
      return DATE_ORDERS.flatMap((id) => {
        const day = parseDate(text, id);
        return day === null || day === "ambiguous" ? [] : [{ id, title: `${text} = ${day}` }];
      });
  }
}
