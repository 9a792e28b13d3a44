import { type Context, type Result, accept, withKnownAt } from "../../../../engine/public.ts";
import type { InsightFrame } from "../shared/insight-parts.contract.ts";

/**
 * Answers a question about the past as that was believed at `known_at`; the records behind each number are
 * listed the same way.
 */
export function asKnown<B extends { readonly known_at?: string }, A extends InsightFrame>(
  answer: (context: Context, body: B) => Promise<Result<A>>,
  momentOf: (body: B) => string | undefined,
) {
  return async (context: Context, { body }: { readonly body: B }): Promise<Result<A>> => {
    const { known_at } = body;
    if (!known_at) return answer(context, body);
    const then = await withKnownAt(context, known_at, momentOf(body));
    if (!then.ok) return then;
    const found = await answer(then.value, body);
    return found.ok ? accept({ ...listedAsKnown(found.value, known_at), known_at }) : found;
  };
}

/** The same answer, each list of records asked with `known_at`. */
export function listedAsKnown<A extends object>(answer: A, known_at: string): A {
  const told = structuredClone(answer);
  const tell = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    for (const value of Object.values(part)) tell(value);
    if ("object" in part && "filter" in part) Object.assign(part, { known_at });
  };
  tell(told);
  return told;
}
