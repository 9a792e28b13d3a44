import type { FastifyReply } from "fastify";
import type { Call } from "./route.ts";
import { SENT } from "./route.ts";
import type { Context } from "../kernel/context.ts";
import type { LoggedChange } from "../kernel/hooks.ts";
import { apiMessages } from "./messages.ts";
import { accept, refuse, type Result } from "../kernel/refusal.ts";
import type { HeardChanges } from "../kernel/log-follower.ts";
import { lowWater, readChanges } from "../changes/read-changes.ts";
import { hasMoved, visibleOf } from "../changes/read-feed.ts";
import { seenBefore } from "../changes/seen-before.ts";
import { resetsFor } from "../changes/access-changes.ts";
import { takeStream } from "./streams-of-one.ts";

const HEARTBEAT = 20_000;
/** How soon a stream ends after its session or key. */
const ASK_AGAIN = 3000;
/** A browser that comes back after more than so many changes reads everything again instead. */
const MOST_MISSED = 2000;
const PAGE = 500;
const MOST_IDS = 500;
const MOST_UNREAD = 2 ** 20;
const DEFINING = new Set(["object_definition", "field_definition", "pipeline", "role", "user_role"]);

type Send = (event: string, data: unknown, id?: number) => void;

/** The head of an answer that does not end, and what sends an event along it. */
function beginEvents(raw: FastifyReply["raw"]): Send {
  raw.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
    connection: "keep-alive",
  });
  raw.write("retry: 2000\n\n");
  return (event, data, id) => {
    raw.write(`${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    // Nobody reads it: it would only grow. A browser that does comes again and goes on where it stopped.
    if (raw.writableLength > MOST_UNREAD) raw.destroy();
  };
}

/**
 * Server-sent events, each with the number of the log as its id, so that a browser goes on where it stopped
 * (`Last-Event-ID`): `change` {object, ids} for records that the caller may see, `gone` {object, ids} for
 * those that left his sight, `reset` {object, scope} when his own sight changed, `definitions` when metadata
 * did. Carries no values: the screen reads them again with its own rights. Asks with the rights of the
 * moment, and ends within seconds of the session or key.
 */
export async function answerStream(
  context: Context,
  { reply, request, query, again }: Pick<Call, "reply" | "request" | "query" | "again">,
): Promise<Result<typeof SENT>> {
  const from = positionOf(request.headers["last-event-id"] ?? query["last_event_id"]);
  const start = await lowWater(context.db, context.workspace);
  const leave = takeStream(context);
  if (!leave)
    return refuse({
      status: 429,
      code: "too_many_streams",
      text: apiMessages.too_many_streams,
      extra: { retry_after: 60 },
    });
  reply.hijack();
  const { raw } = reply;
  const send = beginEvents(raw);

  const told = { upTo: Math.min(from ?? start, start) };
  let work = Promise.resolve();
  const end = () => {
    clearInterval(beat);
    clearInterval(asking);
    stop();
    leave();
    raw.end();
  };
  /** One thing after the other; what fails ends the stream, and the browser comes again. */
  const inTurn = (step: (now: Context) => Promise<void>) => {
    work = work
      .then(async () => {
        const { context: now, signedIn } = again ? await again() : { context, signedIn: true };
        if (raw.writableEnded) return;
        if (signedIn) return step(now);
        send("signed_out", {});
        end();
      })
      .catch(end);
  };
  const stop = context.follower.follow((pass) => {
    if (pass.changes.length > 0 || pass.after > told.upTo) inTurn((now) => catchUp(now, pass, told, send));
  });
  const beat = setInterval(() => raw.write(": still here\n\n"), HEARTBEAT);
  const asking = setInterval(() => inTurn(async () => undefined), ASK_AGAIN);
  request.raw.on("close", end);
  raw.on("error", end);
  if (from === null) send("ready", {}, start);
  else
    inTurn((now) =>
      catchUp(now, { changes: [], after: start, upTo: start }, told, send).then(() =>
        send("ready", {}, told.upTo),
      ),
    );
  return accept(SENT);
}

function positionOf(given: string | readonly string[] | undefined): number | null {
  const position = typeof given === "string" && /^\d{1,15}$/.test(given) ? Number(given) : null;
  return position;
}

/** Tells a pass, and before it what lies between it and the last thing told. */
async function catchUp(
  context: Context,
  pass: HeardChanges,
  told: { upTo: number },
  send: Send,
): Promise<void> {
  if (pass.after - told.upTo > MOST_MISSED) {
    send("reset", { object: "*", scope: "all" }, pass.after);
    told.upTo = pass.after;
  }
  while (told.upTo < pass.after) {
    const { changes, upTo } = await readChanges(context.db, context.workspace, told.upTo, PAGE);
    const missed = changes.filter(({ seq }) => seq <= pass.after);
    await tell(context, missed, send);
    told.upTo = missed.length < changes.length || changes.length < PAGE ? pass.after : upTo;
  }
  const fresh = pass.changes.filter(({ seq }) => seq > told.upTo);
  await tell(context, fresh, send);
  told.upTo = Math.max(told.upTo, pass.upTo);
}

async function tell(context: Context, changes: readonly LoggedChange[], send: Send): Promise<void> {
  const last = changes.at(-1)?.seq;
  if (last === undefined) return;
  const seen = await visibleOf(context, changes);
  const unseen = changes.filter(({ record }) => !seen.has(record));
  const [left, resets] = await Promise.all([seenBefore(context, unseen), resetsFor(context, changes)]);
  const named = (all: readonly LoggedChange[], event: string) => {
    for (const [object, ids] of byObject(all))
      send(event, { object, ids: [...ids].slice(0, MOST_IDS) }, last);
  };
  const whole = [...resets.values()].some(({ object }) => object === "*");
  if (whole) send("reset", { object: "*", scope: "all" }, last);
  else for (const reset of resets.values()) send("reset", reset, last);
  named(
    changes.filter(({ record }) => seen.has(record)),
    "change",
  );
  named(
    unseen.filter(({ seq }) => left.has(seq)),
    "gone",
  );
  for (const change of changes) {
    const object = context.catalog.object(change.object);
    if (!whole && object && seen.has(change.record) && hasMoved(object, change))
      send("reset", { object: change.object, scope: { id: change.record } }, last);
  }
  if (whole || changes.some(({ object }) => DEFINING.has(object))) send("definitions", {}, last);
}

function byObject(changes: readonly LoggedChange[]): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map<string, Set<string>>();
  for (const { object, record } of changes) all.set(object, (all.get(object) ?? new Set()).add(record));
  return all;
}
