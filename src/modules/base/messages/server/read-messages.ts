import { type Context, type Result, accept, elevate, list, titlesFor } from "../../../../engine/public.ts";
import type { SelectOption } from "../../../../shared/metadata/field.ts";
import type { LabelMap } from "../../../../shared/i18n/label.ts";
import { type PartOf, partOf } from "../../../../shared/metadata/record-of.ts";
import { noticeKinds } from "../../notifications/public.ts";
import type { MessageLine, MessagePage } from "../shared/messages.contract.ts";
import { messageOptions } from "../shared/message-options.ts";
import { messageKinds } from "./message-kinds.ts";
import { message } from "./message.object.ts";

interface Asked {
  readonly filter: string;
  readonly cursor: string | undefined;
  readonly limit: number;
}

/** Messages of everybody, newest first. Titles are told as the caller may see them. */
export async function readMessages(
  context: Context,
  { filter, cursor, limit }: Asked,
): Promise<Result<MessagePage>> {
  const reading = elevate(context, "who manages settings sees what was sent, not what it said", [
    message.name,
  ]);
  const page = await list(reading, {
    object: message.name,
    sort: "-created_at",
    limit,
    ...(filter ? { filter } : {}),
    ...(cursor ? { cursor } : {}),
  });
  if (!page.ok) return page;
  const rows = page.value.data.map((row) => partOf(message, row));
  const titles = await titlesFor(
    context,
    rows.flatMap(({ person, regarding }) => [
      ...(person ? [{ object: "user", id: person }] : []),
      ...(regarding ? [{ object: regarding.object, id: regarding.id }] : []),
    ]),
  );
  return accept({
    data: rows.map((row) => shownMessage(context, row, titles)),
    page: { next: page.value.page.next ?? null },
  });
}

export const isRepeatable = (status: string | null | undefined): boolean =>
  status === "failed" || status === "suppressed";

function shownMessage(
  context: Context,
  row: PartOf<typeof message>,
  titles: ReadonlyMap<string, string>,
): MessageLine {
  const { person, regarding, why } = row;
  const event = row.event ?? "";
  const title = regarding && titles.get(regarding.id);
  return {
    id: row.id ?? "",
    event,
    event_label: eventLabel(context, event),
    channel: row.channel ?? "bell",
    to: row.to ?? null,
    person: person ? { id: person, name: titles.get(person) ?? "" } : null,
    status: row.status ?? "queued",
    why: why ? { name: why, label: both(labelIn(messageOptions.reasons, why), why) } : null,
    tries: row.tries ?? 0,
    error: row.error ?? null,
    lines: row.lines ?? 0,
    regarding: regarding && title ? { object: regarding.object, id: regarding.id, title } : null,
    created_at: row.created_at ?? "",
    sent_at: row.sent_at || null,
    can_retry: row.channel !== "bell" && isRepeatable(row.status),
  };
}

const labelIn = (options: readonly SelectOption[], name: string): LabelMap | undefined =>
  options.find((option) => option.name === name)?.label;
const both = (label: LabelMap | undefined, otherwise: string) => ({
  "zh-CN": label?.["zh-CN"] ?? otherwise,
  en: label?.["en"] ?? otherwise,
});

/** What an event is called; one of a module that is gone by its name. */
const eventLabel = ({ hooks }: Context, event: string) =>
  both((noticeKinds.read(hooks).get(event) ?? messageKinds.read(hooks).get(event))?.label, event);
