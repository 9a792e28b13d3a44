import type { Context } from "./context.ts";

/**
 * The same person with the rights of the program, for a write whose endpoint has checked by itself what they
 * may do. The log still names the person and how they came; `reason` tells a reader of the code (and of a
 * debugger) why it was needed. The caller's idempotency key is left out: it belongs to the write that the
 * caller asked for.
 * @example await save(elevate(context, "a baseline is written by its endpoint only"), { road: roadOf(call), … })
 */
export function elevate({ idempotency: _key, ...context }: Context, reason: string): Context {
  const { principal } = context;
  if (principal.kind === "system") return context;
  return {
    ...context,
    principal: { ...principal, kind: "system", elevated: { from: principal.kind, reason } },
  };
}
