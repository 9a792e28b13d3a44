import { MOST_READS, readTogether } from "../../shared/wire/reads.contract.ts";
import { takeAskedFirst } from "./asked-first.ts";
import { apiPath, DOOR, request, type RequestOptions, taken } from "./request.ts";

/** A question that waits for others of the same moment. */
interface Asked {
  readonly path: string;
  readonly options: RequestOptions;
  readonly answer: (body: unknown) => void;
  readonly refuse: (error: unknown) => void;
}
const BASE = apiPath("").length;
const waiting: Asked[] = [];

/**
 * Reads an address together with whatever else is asked in the same moment: a page asks a dozen questions as
 * it is drawn, and they go in one request. What is asked alone goes as it always did.
 */
export function gatherRead<T>(path: string, options: RequestOptions): Promise<T> {
  const asked = takeAskedFirst(apiPath(path, options.query).slice(BASE));
  if (!asked) return gather<T>(path, options);
  return asked.then((answer) =>
    answer ? taken<T>(path, answer.status, answer.body) : gather<T>(path, options),
  );
}

function gather<T>(path: string, options: RequestOptions): Promise<T> {
  // Who is there is asked by itself: everything else waits for it.
  if (DOOR.test(path)) return request<T>(path, options);
  return new Promise<T>((resolve, reject) => {
    const { signal } = options;
    if (signal?.aborted) return reject(abortedBy(signal));
    signal?.addEventListener("abort", () => reject(abortedBy(signal)), { once: true });
    // The answer is of the type that its contract says, as everywhere in `call`.
    waiting.push({ path, options, answer: (body) => resolve(body as T), refuse: reject });
    // React asks for all that it has just drawn in one go: it is over before this runs.
    if (waiting.length === 1) queueMicrotask(sendWaiting);
  });
}
const abortedBy = ({ reason }: AbortSignal): unknown =>
  reason instanceof Error ? reason : new DOMException("aborted", "AbortError");

function sendWaiting(): void {
  const all = waiting.splice(0).filter(({ options }) => !options.signal?.aborted);
  for (let from = 0; from < all.length; from += MOST_READS) {
    const some = all.slice(from, from + MOST_READS);
    const [only] = some;
    if (some.length === 1 && only) request(only.path, only.options).then(only.answer, only.refuse);
    else sendTogether(some).catch((error: unknown) => some.forEach(({ refuse }) => refuse(error)));
  }
}

async function sendTogether(some: readonly Asked[]): Promise<void> {
  const paths = some.map(({ path, options }) => apiPath(path, options.query).slice(BASE));
  const { data } = await request<Answers>(readTogether.path, { method: "POST", body: { paths } });
  some.forEach(({ path, answer, refuse }, at) => {
    const given = data[at];
    try {
      if (!given) throw new Error(`${path} was not answered`);
      answer(taken(path, given.status, given.body));
    } catch (error) {
      refuse(error);
    }
  });
}
interface Answers {
  readonly data: readonly { readonly status: number; readonly body: unknown }[];
}
