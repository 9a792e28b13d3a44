import { performance } from "node:perf_hooks";

/**
 * How long a page behind a link takes at so many requests a second: makes links to one’s own oldest waiting
 * request of a running installation and looks at them in turn, as many people would.
 *
 *     LOGIN=… PASSWORD=… node --import tsx bench/link-load.ts http://127.0.0.1:3000 100 20
 */
const [origin = "http://127.0.0.1:3000", perSecond = "100", seconds = "20"] = process.argv.slice(2);
const LINKS = 120;

interface Approval {
  readonly id: string;
  readonly may: { readonly decide: boolean };
}
let cookie = "";
async function call<T>(method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${origin}/api/v1${path}`, {
    method,
    headers: { "content-type": "application/json", origin, ...(cookie ? { cookie } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  const given = answer.headers.getSetCookie().map((one) => one.split(";")[0]);
  if (given.length > 0) cookie = given.join("; ");
  return (await answer.json()) as T;
}

const { LOGIN: login = "admin@example.com", PASSWORD: password = "" } = process.env;
const { user } = await call<{ user: { id: string } }>("POST", "/session", { login, password });
const { data: waiting } = await call<{ data: readonly Approval[] }>("GET", "/approvals?box=decide");
const request = waiting.findLast(({ may }) => may.decide);
if (!request) throw new Error("nothing waits for this person: ask for a consent first");
const wanted = { purpose: "approval", object: "approval_request", record: request.id, person: user.id };
const tokens: string[] = [];
for (let at = 0; at < LINKS; at += 1)
  tokens.push((await call<{ url: string }>("POST", "/links", wanted)).url.split("/p/")[1] ?? "");

const took: number[] = [];
const refused = new Map<number, number>();
async function look(token: string): Promise<void> {
  const start = performance.now();
  const { status } = await fetch(`${origin}/api/public/${token}`).then(async (answer) => {
    await answer.text();
    return answer;
  });
  took.push(performance.now() - start);
  if (status !== 200) refused.set(status, (refused.get(status) ?? 0) + 1);
}
for (const token of tokens.slice(0, 40)) await look(token);
took.length = 0;
const all: Promise<void>[] = [];
const begin = performance.now();
for (let at = 0; at < Number(perSecond) * Number(seconds); at += 1) {
  const due = begin + (at * 1000) / Number(perSecond);
  const wait = due - performance.now();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  all.push(look(tokens[at % LINKS] ?? ""));
}
await Promise.all(all);
const sorted = took.toSorted((one, other) => one - other);
const share = (part: number): string => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1);
console.log(
  `${sorted.length} looks at ${perSecond}/s: p50 ${share(0.5)} ms, p95 ${share(0.95)} ms, p99 ${share(0.99)} ms; refused ${JSON.stringify(Object.fromEntries(refused))}`,
);
