import { isMap } from "../../../../shared/metadata/wire-value.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import { textValue } from "../../../../ui/data/values.ts";
import type { BaselineCheck } from "../shared/baseline.contract.ts";

/**
 * The funnel as it stood on the day of a baseline, asked the same way; null for other metrics and for a
 * condition that the page of the funnel cannot take over.
 */
export function dayOfBaseline(check: BaselineCheck, zone: string): string | null {
  const { metric, question, cut_off } = check;
  if (metric === "movement" || metric.includes(".")) return null;
  const body = isMap(question["body"]) ? question["body"] : question;
  const { pipeline, from, to, mode, filter } = body;
  const condition = textValue(filter);
  const only = /^(owner|product|source) == "([^"]+)"$/.exec(condition);
  if (condition !== "" && !only) return null;
  const asked = new URLSearchParams({ as_of: dayIn(zone, cut_off) });
  if (textValue(pipeline)) asked.set("pipeline", textValue(pipeline));
  if (textValue(mode)) asked.set("mode", textValue(mode));
  if (textValue(from) && textValue(to)) {
    asked.set("period", "custom");
    asked.set("from", textValue(from));
    asked.set("to", textValue(to));
  } else asked.set("period", "all");
  if (only?.[1] && only[2]) asked.set(only[1], only[2]);
  return `/insight/funnel?${asked}`;
}
