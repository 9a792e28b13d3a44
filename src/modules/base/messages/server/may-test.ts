import type { Workspace } from "../../../../engine/public.ts";

const TESTS_A_MINUTE = 10;
const tested = new Map<string, readonly number[]>();
/** A server that does not answer holds the request for seconds; nobody needs many at once. */
export function mayTest({ schema }: Workspace): boolean {
  const recent = (tested.get(schema) ?? []).filter((at) => Date.now() - at < 60_000);
  tested.set(schema, [...recent, Date.now()].slice(-TESTS_A_MINUTE - 1));
  return recent.length < TESTS_A_MINUTE;
}
