import type { Context } from "../kernel/context.ts";
import { type Names, readNames } from "./explain-facts.ts";
import type { Found } from "./explain-tried.ts";

/** The names of all that a proof of the record speaks of. */
export async function namesOf(context: Context, { subject, tried }: Found): Promise<Names> {
  const shared = tried
    .flatMap(({ grant }) => (Array.isArray(grant.because?.shares) ? grant.because.shares : []))
    .filter(({ record }) => record === subject.id);
  const to = (kind: string) => shared.flatMap((share) => (share.to.object === kind ? share.to.id : []));
  return readNames(context, {
    people: listOf(subject.owner, context.principal.id),
    departments: [...listOf(subject.department), ...to("department")],
    teams: to("team"),
  });
}

const listOf = (...values: readonly (string | null)[]): readonly string[] =>
  values.flatMap((value) => value ?? []);
