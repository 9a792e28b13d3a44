import type { Context } from "../context.ts";
import type { Call } from "../api/route.ts";
import { SENT } from "../api/route.ts";
import { accept, type Result } from "../refusal.ts";
import type { ChangeHint } from "./follow-log.ts";
import { visibleOf } from "./read-feed.ts";

const HEARTBEAT = 20_000;
/** Who may see what is answered with the rights of the call: when people's rights move, the browser calls again. */
const RIGHTS = new Set(["role", "user_role", "user", "department"]);
const DEFINING = new Set(["object_definition", "field_definition", "pipeline", "role", "user_role"]);

/**
 * Server-sent events: `change` {object, ids} for records that the caller may see, `definitions` when metadata or rights moved.
 * Carries no values: the screen reads them again with its own rights.
 */
export async function answerStream(context: Context, { reply, request }: Call): Promise<Result<unknown>> {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store", "x-accel-buffering": "no", connection: "keep-alive" });
  raw.write("retry: 2000\n\nevent: ready\ndata: {}\n\n");
  const send = (event: string, data: unknown) => raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  const stop = context.follower.follow((hints) => {
    if (hints.some(({ object }) => RIGHTS.has(object))) {
      raw.end("retry: 200\n\nevent: definitions\ndata: {}\n\n");
      return end();
    }
    void tell(context, hints, send).catch(() => raw.end());
  });
  const beat = setInterval(() => raw.write(": still here\n\n"), HEARTBEAT);
  const end = () => {
    clearInterval(beat);
    stop();
  };
  request.raw.on("close", end);
  raw.on("error", end);
  return accept(SENT);
}

async function tell(context: Context, hints: readonly ChangeHint[], send: (event: string, data: unknown) => void): Promise<void> {
  const seen = await visibleOf(context, hints);
  const byObject = new Map<string, Set<string>>();
  for (const { object, record } of hints) if (seen.has(record)) byObject.set(object, (byObject.get(object) ?? new Set()).add(record));
  for (const [object, ids] of byObject) send("change", { object, ids: [...ids].slice(0, 500) });
  if (hints.some(({ object }) => DEFINING.has(object))) send("definitions", {});
}
