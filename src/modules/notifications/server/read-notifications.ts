import { titlesFor } from "../../../engine/changes/titles-for.ts";
import type { Context } from "../../../engine/context.ts";
import { count } from "./count-unread.ts";
import { list } from "../../../engine/query/list.ts";
import { accept, type Result } from "../../../engine/refusal.ts";
import { STALLED } from "../../../shared/metadata/clock-fields.ts";
import { say } from "../../../shared/i18n/messages.ts";
import { textOf } from "../../../shared/i18n/label.ts";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import { aboutTexts, notificationTexts } from "../shared/notification-texts.ts";
import {
  isNotificationKind,
  type Notification,
  type NotificationPage,
} from "../shared/notifications.contract.ts";

interface Asked {
  readonly unread: boolean;
  readonly cursor: string | undefined;
  readonly limit: number;
}
type Reference = { readonly object: string; readonly id: string };

/** The caller's own, newest first, with their texts. */
export async function readNotifications(
  context: Context,
  { unread, cursor, limit }: Asked,
): Promise<Result<NotificationPage>> {
  const page = await list(context, {
    object: "notification",
    sort: "-created_at",
    limit,
    ...(unread ? { filter: "read_at == null" } : {}),
    ...(cursor ? { cursor } : {}),
  });
  if (!page.ok) return page;
  const rows = page.value.data;
  const titles = await titlesFor(
    context,
    rows.flatMap((row) => [...referenceOf(row), ...actorOf(row), ...targetOf(row)]),
  );
  return accept({
    data: rows.flatMap((row) => shown(context, row, titles)),
    page: { next: page.value.page.next ?? null },
    unread: await count(context),
  });
}

const isMap = (value: WireValue | undefined): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const text = (value: WireValue | undefined): string => (typeof value === "string" ? value : "");
function referenceOf(row: Values): readonly Reference[] {
  const { regarding } = row;
  return isMap(regarding) ? [{ object: text(regarding["object"]), id: text(regarding["id"]) }] : [];
}
function actorOf({ params }: Values): readonly Reference[] {
  return isMap(params) && typeof params["actor"] === "string"
    ? [{ object: "user", id: params["actor"] }]
    : [];
}

/** A record that the notice names besides the one it is about. */
function targetOf({ params }: Values): readonly Reference[] {
  const target = isMap(params) ? params["target"] : null;
  return isMap(target) ? [{ object: text(target["object"]), id: text(target["id"]) }] : [];
}

function shown(context: Context, row: Values, titles: ReadonlyMap<string, string>): Notification[] {
  const { kind } = row;
  if (!isNotificationKind(kind)) return [];
  const { language } = context;
  const [about] = referenceOf(row);
  const title = about && titles.get(about.id);
  const named = (reference: Reference | undefined): string => nameOf(context, reference, titles);
  const [actor] = actorOf(row);
  const given = isMap(row["params"]) ? row["params"] : {};
  const params = {
    ...Object.fromEntries(
      Object.entries(given).map(([name, value]) => [
        name,
        isMap(value)
          ? textOf(labels(value), language)
          : typeof value === "string" || typeof value === "number"
            ? value
            : null,
      ]),
    ),
    actor: (actor && titles.get(actor.id)) ?? say(aboutTexts.somebody, language),
    about: named(about),
    target: named(targetOf(row)[0]),
  };
  return [
    {
      id: text(row["id"]),
      kind,
      text: say(notificationTexts[kind], language, params),
      regarding: about && title !== undefined ? { ...about, title } : null,
      records: recordsOf(given),
      at: text(row["created_at"]),
      read_at: text(row["read_at"]) || null,
    },
  ];
}
/** The records that a notice counts: what stands still, of the people it is about. */
function recordsOf({ object, whose }: Values): Notification["records"] {
  if (typeof object !== "string" || typeof whose !== "string") return null;
  return { object, filter: `${STALLED} && ${whose}`, whose };
}
/** A record by its title, or only by its kind where the reader may not see it. */
function nameOf(
  { catalog, language }: Context,
  reference: Reference | undefined,
  titles: ReadonlyMap<string, string>,
): string {
  if (!reference) return say(aboutTexts.nothing, language);
  const title = titles.get(reference.id);
  const object = textOf(catalog.object(reference.object)?.label, language);
  return title === undefined
    ? say(aboutTexts.untitled, language, { object })
    : say(aboutTexts.titled, language, { object, title });
}
const labels = (map: Values): Record<string, string> =>
  Object.fromEntries(
    Object.entries(map).flatMap(([language, value]) =>
      typeof value === "string" ? [[language, value]] : [],
    ),
  );
