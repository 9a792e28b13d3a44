import { EVERYTHING } from "../../shared/rights/rights.ts";
import type { Context, Elevation, Principal } from "./context.ts";

/**
 * The only two ways to work with the rights of the program. `npm run check` refuses a third one: no other
 * file may make a principal of the kind "system" or say that one is elevated. Each use gives its reason, and
 * the program's log has it at the level "debug", with the request that it was for.
 */

/**
 * The same caller with the rights of the program: for an endpoint that has checked by itself what they may
 * do, and for facts that do not depend on who looks. What is written stands in the log in the caller's name.
 * With `only` the rights end at these objects, and guards and abilities ask the caller as they are. The
 * caller's idempotency key is left out: it belongs to the write that they asked for.
 * @example await save(elevate(context, "a baseline is written by its endpoint only"), { road: roadOf(call), … })
 */
export function elevate(context: Context, reason: string, only?: readonly string[]): Context {
  const { idempotency: _key, ...rest } = context;
  const { principal } = context;
  if (principal.kind === "system") return context;
  const elevated = { from: principal.kind, reason };
  tell(context, { as: "caller", reason, actor: principal.id, ...(only ? { only } : {}) });
  return {
    ...rest,
    principal: only
      ? { ...principal, roles: [...principal.roles, writerOf(only)], elevated }
      : { ...principal, kind: "system", elevated },
  };
}

/**
 * The program itself acts: seeds, setup, background work. With `by` it is work that this person has set off
 * and that runs later: the log names them.
 */
export function asProgram(context: Context, reason: string, by: string | null = null): Context {
  const { idempotency: _key, ...rest } = context;
  tell(context, { as: "program", reason, actor: by });
  const principal: Principal =
    by === null ? PROGRAM : { ...PROGRAM, id: by, elevated: { from: "person", reason } };
  return { ...rest, principal };
}

/** Who acts where nobody does. Contexts of the program are made with it; others ask `asProgram`. */
export const PROGRAM: Principal = {
  kind: "system",
  id: null,
  name: "system",
  roles: [],
  departments: [],
  subtree: [],
};

const tell = ({ tellElevation, requestId }: Context, told: Omit<Elevation, "request">): void =>
  tellElevation?.({ ...told, request: requestId });

const writerOf = (objects: readonly string[]) => ({
  id: "endpoint",
  name: "endpoint",
  objects: Object.fromEntries(objects.map((object) => [object, EVERYTHING])),
  fields: {},
  abilities: [],
});
