import { type Context, type JobKind, asProgram } from "../../../../engine/public.ts";
import { loadPrincipal } from "../../identity/public.ts";
import type { Run } from "./job-store.ts";

/**
 * The person who started the job, with no more rights than the key they used; null once they may not act any
 * more. For kinds that work with the program's rights: the program in their name.
 */
export async function actAs(context: Context, kind: JobKind, run: Run): Promise<Context | null> {
  const now = { language: run.language, now: new Date().toISOString() };
  if (kind.rights === "program")
    return { ...asProgram(context, "long work is brought to its end", run.actor), ...now };
  if (run.actor === null) return null;
  const principal = await loadPrincipal(context.db, context.workspace, run.actor, {
    roleOverride: run.narrowed_to,
    kind: run.narrowed_to === null ? "person" : "program",
  });
  return principal && { ...context, principal, ...now };
}
