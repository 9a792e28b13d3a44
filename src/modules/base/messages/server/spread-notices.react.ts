import type { Context, Subscriber } from "../../../../engine/public.ts";
import { statement } from "../../../../engine/public.ts";
import { orNull, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { notification } from "../../notifications/public.ts";
import { type Chosen, endOfQuiet, nextDigest, USUAL_DIGEST } from "../shared/preferences.ts";
import type { BellWhen, When } from "../shared/preferences.contract.ts";
import { DIGEST } from "./message-kinds.ts";
import { mailRoad } from "./mail-settings.ts";
import { chosenBy, wayOf } from "./preferences.ts";
import { readRobots, type Robot } from "./read-robots.ts";
import { readNotices, type StoredNotice } from "./read-notices.ts";
import { refusedWords } from "./refused-addresses.ts";
import { type WantedMessage, writeMessages } from "./write-messages.ts";

/** What became of a notice by one channel. */
type Decision = Pick<
  WantedMessage,
  "person" | "robot" | "channel" | "event" | "to" | "status" | "why" | "dueAt"
>;

/** Every notice goes on by the channels of whom it is for. */
export const spreadNotices = {
  word: "react",
  name: "messages.spread",
  label: label("把通知发到各渠道", "Sends notices on by mail and other channels"),
  applies: ({ name }) => name === notification.name,
  runAll: async (context, changes) => {
    const made = changes.filter(({ kind }) => kind === "create").map(({ record }) => record);
    const notices = made.length === 0 ? [] : await readNotices(context, made);
    if (notices.length === 0) return;
    const decide = await decisions(context, notices);
    await writeMessages(context, gathered(notices, decide));
  },
} as const satisfies Subscriber;

export const addressesOf = statement(
  { id: uuid, email: orNull(text) },
  ({ record }, people: readonly string[]) =>
    sql`select id, email from ${record("user")} where id = any(${people}::uuid[]) and deleted_at is null`,
);

type Decide = (notice: StoredNotice) => readonly Decision[];
async function decisions(context: Context, notices: readonly StoredNotice[]): Promise<Decide> {
  const people = [...new Set(notices.flatMap(({ owner }) => owner ?? []))];
  const rows = await context.db.query(addressesOf(context.workspace, people));
  const addresses = new Map(rows.map(({ id, email }) => [id, email]));
  const refused = await refusedWords(
    context,
    rows.flatMap(({ email }) => email ?? []),
  );
  const hasServer = (await mailRoad(context)) !== null;
  const chosen = await chosenBy(context, people);
  const robots = await readRobots(context);
  return ({ owner, kind }) => {
    if (!owner || !kind || !addresses.has(owner)) return [];
    const way = wayOf(context, chosen.get(owner), kind);
    const to = addresses.get(owner) ?? null;
    const why =
      way.mail === "never"
        ? "preference"
        : !hasServer
          ? "no_server"
          : to === null
            ? "no_address"
            : refused(to) !== undefined
              ? "address_refused"
              : null;
    const mail = { person: owner, robot: null, channel: "mail", event: kind, to, dueAt: null } as const;
    return [
      bellOf(owner, kind, way.bell),
      why
        ? { ...mail, status: "suppressed", why }
        : { ...mail, ...whenOf(context, way.mail, chosen.get(owner)) },
      ...saidBy(robots, kind),
    ];
  };
}

/** Groups are told at once, whatever each person has chosen for themselves. */
const saidBy = (robots: readonly Robot[], event: string): readonly Decision[] =>
  robots
    .filter(({ events }) => events?.includes(event))
    .map(({ id, kind, name }) => ({
      person: null,
      robot: id,
      channel: kind,
      event,
      to: name,
      status: "queued",
      why: null,
      dueAt: null,
    }));

const bellOf = (person: string, event: string, bell: BellWhen): Decision => ({
  person,
  robot: null,
  channel: "bell",
  event,
  to: null,
  status: bell === "never" ? "suppressed" : "sent",
  why: bell === "never" ? "preference" : null,
  dueAt: null,
});

/** When a mail goes out: with the digest, when quiet hours are over, or soon. */
function whenOf({ company, now }: Context, mail: When, chosen: Chosen | undefined) {
  if (mail === "digest")
    return {
      event: DIGEST,
      status: "queued",
      why: "digest",
      dueAt: nextDigest(company, chosen?.digest_at ?? USUAL_DIGEST, now),
    } as const;
  const quiet = endOfQuiet(company.zone, chosen?.quiet_hours, now);
  return { status: "queued", why: quiet === null ? null : "quiet_hours", dueAt: quiet } as const;
}

/** One message for each person, channel, event and fate, with all its notices, in the order of the first. */
function gathered(notices: readonly StoredNotice[], decide: Decide): readonly WantedMessage[] {
  const groups = new Map<string, WantedMessage>();
  for (const notice of notices) {
    const { object, about, id } = notice;
    const regarding = object && about ? { object, id: about } : null;
    for (const decision of decide(notice)) {
      const key = JSON.stringify(decision);
      const before = groups.get(key);
      groups.set(key, {
        ...decision,
        // Of several records it is about none in particular.
        regarding: before && before.regarding?.id !== regarding?.id ? null : regarding,
        notices: [...(before?.notices ?? []), id],
      });
    }
  }
  return [...groups.values()];
}
