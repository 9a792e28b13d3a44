import { type Route, accept, isUuid, serve } from "../../../../engine/public.ts";
import { listMessages, retryMessage } from "../shared/messages.contract.ts";
import { readMessages } from "./read-messages.ts";
import { refuseWith } from "./refuse.ts";
import { retry } from "./retry-message.ts";
import { SEND } from "./send-due.pass.ts";

const serving = { ability: "settings.manage" } as const;
const quoted = (text: string): string => JSON.stringify(text);

export const messagesRoutes: readonly Route[] = [
  serve(listMessages, serving, (context, { query }) => {
    const { status, channel, person, event, cursor, limit } = query;
    const filter = [
      ...(status ? [`status == ${quoted(status)}`] : []),
      ...(channel ? [`channel == ${quoted(channel)}`] : []),
      ...(person && isUuid(person) ? [`person == ${quoted(person)}`] : []),
      ...(event ? [`event == ${quoted(event)}`] : []),
    ].join(" && ");
    return readMessages(context, {
      filter,
      cursor,
      limit: Math.min(Math.max(Number(limit ?? 50) || 50, 1), 200),
    });
  }),
  serve(retryMessage, serving, async (context, { params }) => {
    const done = await retry(context, params.id);
    if (!done.ok) return done;
    await context.services.jobs.enqueue(
      SEND,
      { channel: "mail" },
      { key: `${SEND}:mail`, unlessThere: true },
    );
    const channel = done.value;
    await context.services.jobs.enqueue(SEND, { channel }, { key: `${SEND}:${channel}`, unlessThere: true });
    const found = await readMessages(context, {
      filter: `id == ${quoted(params.id)}`,
      cursor: undefined,
      limit: 1,
    });
    if (!found.ok) return found;
    const [line] = found.value.data;
    return line ? accept({ data: line }) : refuseWith(404, "message_missing");
  }),
];
