import type { Context } from "../kernel/context.ts";

/** Each asks every few seconds who it belongs to; nobody reads more windows than this at once. */
const MOST = 40;
const open = new Map<string, number>();

/**
 * Takes a place among the live streams of the caller; null where all are taken. Gives what frees it again.
 */
export function takeStream({ workspace, principal }: Context): (() => void) | null {
  const of = `${workspace.schema} ${principal.viewedBy?.id ?? principal.id ?? principal.kind}`;
  const before = open.get(of) ?? 0;
  if (before >= MOST) return null;
  open.set(of, before + 1);
  let taken = true;
  return () => {
    if (!taken) return;
    taken = false;
    const left = (open.get(of) ?? 1) - 1;
    if (left > 0) open.set(of, left);
    else open.delete(of);
  };
}
