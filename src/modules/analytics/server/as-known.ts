import type { Call } from "../../../engine/api/route.ts";
import type { Context } from "../../../engine/context.ts";
import { withKnownAt } from "../../../engine/query/known-at.ts";
import { accept, type Result } from "../../../engine/refusal.ts";

interface Knowing {
  readonly known_at?: string;
  readonly as_of?: string;
  /** Of two moments the later one. */
  readonly to?: string;
}

/**
 * Answers a question about the past as that was believed at `known_at`; the records behind each number are
 * listed the same way.
 */
export function asKnown<B extends Knowing>(
  answer: (context: Context, body: B) => Promise<Result<object>>,
  momentOf: (body: B) => string | undefined,
) {
  return async (context: Context, call: Call): Promise<Result<object>> => {
    const body = call.body as B;
    const { known_at } = body;
    if (!known_at) return answer(context, body);
    const then = await withKnownAt(context, known_at, momentOf(body));
    if (!then.ok) return then;
    const found = await answer(then.value, body);
    return found.ok ? accept({ ...listedAsKnown(found.value, known_at), known_at }) : found;
  };
}

/** The same answer, each list of records asked with `known_at`. */
function listedAsKnown(part: object, known_at: string): object {
  if (Array.isArray(part))
    return part.map((one: unknown) =>
      typeof one === "object" && one !== null ? listedAsKnown(one, known_at) : one,
    );
  const entries = Object.entries(part).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === "object" && value !== null ? listedAsKnown(value, known_at) : value,
  ]);
  return { ...Object.fromEntries(entries), ...("object" in part && "filter" in part ? { known_at } : {}) };
}
