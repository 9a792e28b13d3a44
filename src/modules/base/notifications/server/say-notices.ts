import { type Context, titlesFor } from "../../../../engine/public.ts";
import { textOf } from "../../../../shared/i18n/label.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { PartOf } from "../../../../shared/metadata/record-of.ts";
import { isMap } from "../../../../shared/metadata/wire-value.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import { object, type Static, text } from "../../../../shared/wire/schema.ts";
import type { Notification } from "../shared/notifications.contract.ts";
import { aboutMessages } from "./about.messages.ts";
import { noticeKinds } from "./notice-kinds.ts";
import type { notification } from "./notification.object.ts";

const Reference = object({ object: text(), id: text() });
type Reference = Readonly<Static<typeof Reference>>;

/**
 * Notices as the caller may read them, in their language and with their rights, in the given order. One whose
 * kind no module brings any more is left out; `regarding` is null where the caller may not see the record.
 */
export async function sayNotices(
  context: Context,
  rows: readonly NoticeRow[],
): Promise<readonly Notification[]> {
  const titles = await titlesFor(
    context,
    rows.flatMap((row) => [...referenceOf(row), ...actorOf(row), ...targetOf(row)]),
  );
  return rows.flatMap((row) => shown(context, row, titles));
}

export type NoticeRow = PartOf<typeof notification>;
/** Who did it, and a record besides the one it is about; of another shape they are nobody and none. */
const ByActor = object({ actor: text() });
const WithTarget = object({ target: Reference });
/** What a notice was given to be told with. */
const givenOf = ({ params }: NoticeRow): Readonly<Values> => (isMap(params) ? params : {});
const referenceOf = ({ regarding }: NoticeRow): readonly Reference[] =>
  regarding ? [{ object: regarding.object, id: regarding.id }] : [];
function actorOf(row: NoticeRow): readonly Reference[] {
  const given = givenOf(row);
  return fits(ByActor, given) ? [{ object: "user", id: given.actor }] : [];
}

/** A record that the notice names besides the one it is about. */
function targetOf(row: NoticeRow): readonly Reference[] {
  const given = givenOf(row);
  return fits(WithTarget, given) ? [given.target] : [];
}

function shown(context: Context, row: NoticeRow, titles: ReadonlyMap<string, string>): Notification[] {
  const kind = noticeKinds.read(context.hooks).get(row.kind ?? "");
  if (!kind) return [];
  const { language } = context;
  const [about] = referenceOf(row);
  const title = about && titles.get(about.id);
  const named = (reference: Reference | undefined): string => nameOf(context, reference, titles);
  const [actor] = actorOf(row);
  const given = givenOf(row);
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
    actor: (actor && titles.get(actor.id)) ?? say(aboutMessages.somebody, language),
    about: named(about),
    target: named(targetOf(row)[0]),
  };
  return [
    {
      id: row.id ?? "",
      kind: row.kind ?? "",
      text: say(kind.text, language, params),
      regarding: about && title !== undefined ? { ...about, title } : null,
      records: kind.records?.(given) ?? null,
      at: row.created_at ?? "",
      read_at: row.read_at || null,
    },
  ];
}
/** A record by its title, or only by its kind where the reader may not see it. */
function nameOf(
  { catalog, language }: Context,
  reference: Reference | undefined,
  titles: ReadonlyMap<string, string>,
): string {
  if (!reference) return say(aboutMessages.nothing, language);
  const title = titles.get(reference.id);
  const object = textOf(catalog.object(reference.object)?.label, language);
  return title === undefined
    ? say(aboutMessages.untitled, language, { object })
    : say(aboutMessages.titled, language, { object, title });
}
const labels = (map: Values): Record<string, string> =>
  Object.fromEntries(
    Object.entries(map).flatMap(([language, value]) =>
      typeof value === "string" ? [[language, value]] : [],
    ),
  );
