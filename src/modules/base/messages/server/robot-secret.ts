import type { Context, Guard, ServerDerive } from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { openText, sealText } from "../../identity/public.ts";
import { noticeKinds } from "../../notifications/public.ts";
import { chatRobot } from "../shared/chat-robot.object.ts";
import { messagesMessages } from "../shared/messages.messages.ts";

const PURPOSE = "chat robot secret";
const SEALED = "sealed:";

/** The secret as it was given; null where there is none. */
export function openSecret({ secret }: Context, id: string, stored: string | null): string | null {
  if (!stored) return null;
  return openText(secret, PURPOSE, id, Buffer.from(stored.slice(SEALED.length), "base64"));
}

/** A secret is sealed before anything is written: neither record nor log ever holds it. */
export const sealRobotSecret: ServerDerive = {
  word: "derive",
  name: "messages.robot_secret",
  label: label("加密机器人的密钥", "Seals the secrets of chat robots"),
  applies: ({ name }) => name === chatRobot.name,
  reads: ["secret"],
  writes: ["secret"],
  run: async ({ context, changes }) =>
    new Map(
      changes.flatMap(({ id, after, deleting }) => {
        const { secret } = partOf(chatRobot, after);
        if (deleting || !secret) return [];
        // What was read and is sent back as it stands stays as it stands.
        if (secret.startsWith(SEALED) && openSecret(context, id, secret) !== null) return [];
        const sealed = sealText(context.secret, PURPOSE, id, secret).toString("base64");
        return [[id, { secret: `${SEALED}${sealed}` }] as const];
      }),
    ),
};

/** Robots speak to the web, of events that there are. */
export const robotGuard: Guard = {
  word: "guard",
  name: "messages.robot",
  label: label("机器人的地址和事件有效", "Valid addresses and events of chat robots"),
  applies: ({ name }) => name === chatRobot.name,
  run: async ({ context, changes }) =>
    new Map(
      changes.map(({ id, after, deleting }): [string, readonly Reason[]] => [
        id,
        deleting ? [] : faultsOf(context, partOf(chatRobot, after)),
      ]),
    ),
};

function faultsOf(
  { hooks }: Context,
  { url, events }: ReturnType<typeof partOf<typeof chatRobot>>,
): readonly Reason[] {
  const known = noticeKinds.read(hooks);
  const isList = Array.isArray(events) && events.every((one) => typeof one === "string" && known.has(one));
  return [
    ...(typeof url === "string" && /^https?:\/\//.test(url)
      ? []
      : [{ code: "bad_robot_url", field: "url", text: messagesMessages.bad_robot_url }]),
    ...(events === null || events === undefined || isList
      ? []
      : [{ code: "bad_robot_events", field: "events", text: messagesMessages.bad_robot_events }]),
  ];
}
