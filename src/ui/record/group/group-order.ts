import type { AggregateGroup } from "../../data/aggregates.ts";
import { type PipelineInfo } from "../../data/pipelines.ts";
import { isBlank, textValue } from "../../data/values.ts";
import type { Grouping } from "./grouping.ts";

const DUE = ["overdue", "today", "this_week", "later"] as const;

/** Groups as people expect them: stages and options in their own order, days in time, names by letter. */
export function inGroupOrder(
  groups: readonly AggregateGroup[],
  { field, bucket }: Grouping,
  pipelines: readonly PipelineInfo[],
): readonly AggregateGroup[] {
  const places = bucket === "due" ? DUE : placesOf(field, pipelines);
  const valueOf = (group: AggregateGroup) => group.key[field.name] ?? null;
  const placeOf = (group: AggregateGroup): number => {
    if (isBlank(valueOf(group))) return places.length + 1;
    const place = places.indexOf(String(valueOf(group)));
    return place < 0 ? places.length : place;
  };
  const nameOf = (group: AggregateGroup): string =>
    textValue(group.titles?.[field.name]) || textValue(valueOf(group));
  return groups.toSorted(
    (one, other) =>
      placeOf(one) - placeOf(other) || nameOf(one).localeCompare(nameOf(other), "zh-CN-u-co-pinyin"),
  );
}

function placesOf(field: Grouping["field"], pipelines: readonly PipelineInfo[]): readonly string[] {
  if (field.kind === "select") return field.options.map(({ name }) => name);
  if (field.kind === "boolean") return ["true", "false"];
  if (field.kind !== "stage") return [];
  return [...new Set(pipelines.flatMap(({ stages }) => stages.map(({ name }) => name)))];
}
