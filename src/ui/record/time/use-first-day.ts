import { useAggregate } from "../../data/aggregates.ts";
import { textValue } from "../../data/values.ts";
import { dayText } from "../../kit/time-text.ts";

/** The day of the oldest record that the caller may see; null while unknown or where there is none. */
export function useFirstDay(object: string): string | null {
  const { data } = useAggregate(object, { measures: [{ fn: "min", field: "created_at" }] });
  const moment = textValue(data?.[0]?.values[0]);
  return moment === "" ? null : dayText(moment);
}
