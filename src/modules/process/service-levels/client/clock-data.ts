import { useQuery } from "@tanstack/react-query";
import { call } from "../../../../ui/data/call.ts";
import {
  type ClockOf,
  listLevels,
  readClocks,
  readManyClocks,
  readOwnClocks,
} from "../shared/clocks.contract.ts";

/** What is left is told in minutes, so it is asked for each minute. */
const MINUTE = 60_000;
export const clocksKey = (object: string, id: string) => ["record", object, id, "service-clocks"] as const;

export const useClocks = (object: string, id: string) =>
  useQuery({
    queryKey: clocksKey(object, id),
    refetchInterval: MINUTE,
    queryFn: async ({ signal }) => (await call(readClocks, { params: { object, id }, signal })).data,
  });
export const useOwnClocks = () =>
  useQuery({
    queryKey: ["service-levels", "mine"],
    refetchInterval: MINUTE,
    queryFn: async ({ signal }) => (await call(readOwnClocks, { signal })).data,
  });

/** Which objects have limits: where none has, no card or row asks for one. */
export const useHasLevels = (object: string): boolean =>
  useQuery({
    queryKey: ["service-levels", "in force"],
    staleTime: 10 * MINUTE,
    queryFn: async ({ signal }) => (await call(listLevels, { signal })).data,
  }).data?.some((level) => level.object === object) ?? false;

interface Gathered {
  readonly ids: Set<string>;
  readonly answer: Promise<ReadonlyMap<string, ClockOf>>;
}
const gathering = new Map<string, Gathered>();
const SOON = 15;
const MOST = 200;

/** Cards and rows that are drawn together are asked about together. */
function gather(object: string, id: string): Promise<ClockOf | null> {
  const open = gathering.get(object);
  if (open && open.ids.size < MOST) {
    open.ids.add(id);
    return open.answer.then((found) => found.get(id) ?? null);
  }
  const ids = new Set([id]);
  const answer = new Promise((resolve) => setTimeout(resolve, SOON)).then(async () => {
    gathering.delete(object);
    const { data } = await call(readManyClocks, { body: { object, ids: [...ids] } });
    return new Map(data.map((one) => [one.record, one]));
  });
  gathering.set(object, { ids, answer });
  return answer.then((found) => found.get(id) ?? null);
}
/** The limit of a record that presses most; null where it has none. */
export const useClockOf = (object: string, id: string, enabled: boolean) =>
  useQuery({
    queryKey: ["record", object, id, "service-clock"],
    enabled,
    refetchInterval: MINUTE,
    queryFn: () => gather(object, id),
  });
