import { type Context, type Route, accept, serve } from "../../../../engine/public.ts";
import { noticeKinds } from "../../notifications/public.ts";
import {
  keepNotificationPreferences,
  type NotificationPreferences,
  readNotificationPreferences,
} from "../shared/preferences.contract.ts";
import { type Chosen, USUAL_DIGEST } from "../shared/preferences.ts";
import { messagesMessages } from "../shared/messages.messages.ts";
import { chosenBy, storePreferences, wayOf } from "./preferences.ts";
import { refuseWith } from "./refuse.ts";

async function shown(context: Context, person: string): Promise<NotificationPreferences> {
  const chosen = (await chosenBy(context, [person])).get(person);
  return {
    events: [...noticeKinds.read(context.hooks)].map(([event, { label }]) => ({
      event,
      label,
      ...wayOf(context, chosen, event),
    })),
    quiet_hours: chosen?.quiet_hours ?? null,
    digest_at: chosen?.digest_at ?? USUAL_DIGEST,
    zone: context.company.zone,
  };
}

export const preferencesRoutes: readonly Route[] = [
  serve(readNotificationPreferences, {}, async (context) => {
    const { id, kind } = context.principal;
    if (kind !== "person" || !id) return refuseWith(403, "person_needed");
    return accept({ data: await shown(context, id) });
  }),
  serve(keepNotificationPreferences, {}, async (context, { body }) => {
    const { id, kind } = context.principal;
    if (kind !== "person" || !id) return refuseWith(403, "person_needed");
    const known = noticeKinds.read(context.hooks);
    const unknown = body.events.find(({ event }) => !known.has(event));
    if (unknown)
      return refuseWith(422, "unknown_event", { event: unknown.event }, [
        {
          code: "unknown_event",
          field: "events",
          params: { event: unknown.event },
          text: messagesMessages.unknown_event,
        },
      ]);
    const chosen: Chosen = {
      events: Object.fromEntries(
        body.events.map(({ event, bell, mail }) => [
          event,
          { ...(bell ? { bell } : {}), ...(mail ? { mail } : {}) },
        ]),
      ),
      quiet_hours: body.quiet_hours,
      digest_at: body.digest_at,
    };
    await context.db.query(storePreferences(context.workspace, id, JSON.stringify(chosen)));
    return accept({ data: await shown(context, id) });
  }),
];
