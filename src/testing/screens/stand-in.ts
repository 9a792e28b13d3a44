import "../../shared/wire/formats.ts";
import { Value } from "@sinclair/typebox/value";
import type { TSchema } from "@sinclair/typebox";
import type { AnswerOf, BodyOf, Contract, ParamsOf, QueryOf } from "../../shared/wire/contract.ts";
import { readTogether } from "../../shared/wire/reads.contract.ts";
import type { ProblemItem } from "../../shared/wire/problem.ts";

/** What a screen has sent, checked against the contract before a test sees it. */
export interface Asked<C extends Contract> {
  readonly params: ParamsOf<C["path"]>;
  readonly query: QueryOf<C>;
  readonly body: BodyOf<C>;
  readonly headers: Headers;
}
/** A refusal as the server would send it; `code` must stand in the contract, or be one of every endpoint. */
export class Refused {
  readonly status: number;
  readonly code: string;
  readonly more: RefusedMore;
  constructor(status: number, code: string, more: RefusedMore) {
    this.status = status;
    this.code = code;
    this.more = more;
  }
}
/** What the problem document says beside status and code; some endpoints have members of their own. */
export interface RefusedMore {
  readonly detail?: string;
  readonly errors?: readonly ProblemItem[];
  readonly [extension: string]: unknown;
}
export const refusal = (status: number, code: string, more: RefusedMore = {}): Refused =>
  new Refused(status, code, more);
/** The line is dead. */
class DeadLine {
  readonly isDead = true;
}
export const NO_NETWORK: DeadLine = new DeadLine();
/** One after the other, the last one from then on. */
export function inTurn<G extends readonly unknown[]>(...given: G): () => G[number] {
  let next = 0;
  return () => given[Math.min(next++, given.length - 1)];
}
/** Success with another status of the contract (`also`), or a body that is not the usual one. */
export class Otherwise {
  readonly status: number;
  readonly body: unknown;
  constructor(status: number, body: unknown) {
    this.status = status;
    this.body = body;
  }
}

export type Given<C extends Contract> = AnswerOf<C> | Refused | Otherwise | DeadLine;
type Answering<C extends Contract> = Given<C> | ((asked: Asked<C>) => Given<C> | Promise<Given<C>>);
interface Entry {
  readonly contract: Contract;
  readonly path: RegExp;
  readonly matches: (params: Readonly<Record<string, string>>, query: URLSearchParams) => boolean;
  readonly answer: (asked: Asked<Contract>) => unknown;
  readonly calls: Asked<Contract>[];
}

/** Codes that any endpoint may refuse with (`engine/api`). */
const OF_EVERY: Readonly<Record<string, number>> = {
  bad_request: 400,
  signed_out: 401,
  forbidden: 403,
  not_found: 404,
  internal: 500,
};
let entries: Entry[] = [];
let faults: string[] = [];

/**
 * Answers an endpoint for the screens of one test; of several entries that fit, the last one answers. What is
 * given back fills up with the calls that came, so that a test can say what a screen sent and how often.
 *
 *     const moves = answers(moveRecord, { data: deal, abilities });
 *     …
 *     expect(moves.map(({ body }) => body.to)).toEqual(["won"]);
 */
export function answers<C extends Contract>(
  contract: C,
  answer: Answering<C>,
  only: Readonly<Record<string, string>> = {},
): readonly Asked<C>[] {
  const entry = entryOf(contract, answer, only);
  entries.push(entry);
  return entry.calls as unknown as readonly Asked<C>[];
}
/** Answers what nobody else does: given later, and still without a say where a test answers itself. */
export function answersElse<C extends Contract>(contract: C, answer: Answering<C>): void {
  entries.unshift(entryOf(contract, answer, {}));
}
function entryOf<C extends Contract>(
  contract: C,
  answer: Answering<C>,
  only: Readonly<Record<string, string>>,
): Entry {
  const pattern = contract.path.replace(/:(\w+)/g, (_, name: string) => `(?<${name}>[^/]+)`);
  // A list may hold entries of many contracts: each gives its own handler only what its own contract checked.
  const run = answer as unknown;
  return {
    contract,
    path: new RegExp(`^${contract.base ?? "/api/v1"}${pattern}$`),
    matches: (params, query) =>
      Object.entries(only).every(([name, value]) => (params[name] ?? query.get(name)) === value) &&
      fits(contract.query, Object.fromEntries(query)),
    answer: (asked) => (typeof run === "function" ? run(asked) : run),
    calls: [],
  };
}
const fits = (schema: TSchema | undefined, value: unknown): boolean =>
  schema === undefined || Value.Check(schema, value);

/** Forgets all answers; what went wrong meanwhile, for the test to fail with. */
export function endAnswers(): readonly string[] {
  const found = faults;
  entries = [];
  faults = [];
  return found;
}

const wrongIn = (schema: TSchema, value: unknown): string | undefined => {
  const first = Value.Errors(schema, value).First();
  return first && `${first.path} ${first.message} (${JSON.stringify(first.value)})`;
};
const json = (status: number, body: unknown): Response =>
  new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json" },
  });

/** Stands in for the browser's `fetch`: no server, but the contracts of one. */
export async function standIn(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const { pathname, searchParams } = new URL(String(input), "http://localhost");
  const method = init.method ?? "GET";
  if (method === readTogether.method && pathname === `/api/v1${readTogether.path}`) return together(init);
  const query = Object.fromEntries(searchParams);
  const entry = entries.findLast(
    (one) =>
      one.contract.method === method &&
      one.path.test(pathname) &&
      one.matches(paramsIn(one, pathname), searchParams),
  );
  if (!entry) return fault(`nobody answers ${method} ${pathname}?${searchParams}`);
  const { contract } = entry;
  const isForm = init.body instanceof FormData;
  const body: unknown = isForm ? init.body : init.body ? JSON.parse(String(init.body)) : undefined;
  if (!isForm && contract.body) {
    const wrong = wrongIn(contract.body, body);
    if (wrong) return fault(`${method} ${contract.path} is asked against its contract: ${wrong}`);
  } else if (!isForm && body !== undefined)
    return fault(`${method} ${contract.path} takes no body, but is sent one`);
  // Checked above: what the contract says is what stands there.
  const asked = { params: paramsIn(entry, pathname), query, body, headers: new Headers(init.headers) };
  entry.calls.push(asked as unknown as Asked<Contract>);
  const given = await entry.answer(asked as unknown as Asked<Contract>);
  if (init.signal?.aborted) throw new DOMException("aborted", "AbortError");
  if (given instanceof DeadLine) throw new TypeError("Failed to fetch");
  return given instanceof Refused ? refused(contract, given) : succeeded(contract, given);
}
/** Several questions in one request: each is answered as it would be by itself. */
async function together({ body, ...init }: RequestInit): Promise<Response> {
  const { paths }: BodyOf<typeof readTogether> = JSON.parse(String(body));
  const one = async (path: string) => {
    const answer = await standIn(`/api/v1${path}`, { ...init, method: "GET" });
    return { status: answer.status, body: answer.status === 204 ? null : await answer.json() };
  };
  return json(200, { data: await Promise.all(paths.map(one)) });
}
const paramsIn = ({ path }: Entry, pathname: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(path.exec(pathname)?.groups ?? {}).map(([name, text]) => [name, decodeURIComponent(text)]),
  );

function succeeded(contract: Contract, given: unknown): Response {
  const usual = contract.status ?? 200;
  const { status, body } = given instanceof Otherwise ? given : { status: usual, body: given };
  const schema = status === usual ? contract.answer : contract.also?.[status];
  if (schema === undefined) return fault(`${contract.method} ${contract.path} does not answer ${status}`);
  if (typeof schema === "string")
    return schema === "nothing" ? new Response(null, { status }) : new Response(String(body), { status });
  const sent: unknown = JSON.parse(JSON.stringify(body ?? null));
  const wrong = wrongIn(schema, sent);
  if (wrong) return fault(`${contract.method} ${contract.path} is answered against its contract: ${wrong}`);
  return json(status, sent);
}
function refused(contract: Contract, { status, code, more }: Refused): Response {
  if ((contract.errors?.[code] ?? OF_EVERY[code]) !== status)
    return fault(`${contract.method} ${contract.path} does not refuse with ${status} ${code}`);
  return json(status, {
    type: "about:blank",
    title: code,
    status,
    code,
    detail: "",
    errors: [],
    request_id: "r-1",
    ...more,
  });
}
/** The screen is refused, and the test fails at its end: nobody can overlook it. */
function fault(told: string): Response {
  faults.push(told);
  return json(501, { code: "not_answered", detail: told, errors: [] });
}
