import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { activity } from "../../../../../objects/work/activity/activity.object.ts";
import { task } from "../../../../../objects/work/task/task.object.ts";
import { partOf } from "../../../../../shared/metadata/record-of.ts";
import { call } from "../../../../../ui/data/call.ts";
import { linkId } from "../../../../../ui/data/values.ts";
import { type CallNumber, readCallNumbers } from "../../shared/home.contract.ts";
import type { DayItem } from "./day-plan.ts";

/** An address that names more of them grows too long for some proxies. */
const MOST_ASKED = 60;

export interface About {
  readonly object: string;
  readonly id: string;
}
/** What an item is about: where it is logged, and whose page tells more. */
export function aboutOf({ object, record }: DayItem): About | null {
  const shape = object === "task" ? task : activity;
  const { regarding } = partOf(shape, record);
  return regarding ? { object: regarding.object, id: regarding.id } : null;
}
/** Who is called: the contact of a planned activity, else whom it is about. */
function calleeOf(item: DayItem): About | null {
  const contact = item.object === "activity" ? linkId(partOf(activity, item.record).contact) : null;
  return contact ? { object: "contact", id: contact } : aboutOf(item);
}
const keyOf = ({ object, id }: About): string => `${object}:${id}`;

/** The numbers to call for what the day shows; they come after the rows, which keep a place for them. */
export function useNumbers(items: readonly DayItem[]): (item: DayItem) => CallNumber | undefined {
  const wanted = new Set(items.flatMap((item) => calleeOf(item) ?? []).map(keyOf));
  const about = [...wanted].toSorted().slice(0, MOST_ASKED).join(",");
  const { data = [] } = useQuery({
    queryKey: ["records", "contact", "numbers", about],
    enabled: about !== "",
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await call(readCallNumbers, { query: { about }, signal })).data,
  });
  const numbers = new Map(data.map((number) => [keyOf(number), number]));
  return (item) => {
    const callee = calleeOf(item);
    return callee ? numbers.get(keyOf(callee)) : undefined;
  };
}
