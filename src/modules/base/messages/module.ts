import type { Module } from "../../../engine/public.ts";
import { eraseMessages } from "./server/erase-messages.ts";
import { mailRoutes } from "./server/mail.routes.ts";
import { message } from "./server/message.object.ts";
import { messagesMigrations } from "./server/messages.migrations.ts";
import { digestKind } from "./server/message-kinds.ts";
import { messagesRoutes } from "./server/messages.routes.ts";
import { oldMessages } from "./server/old-messages.retention.ts";
import { preferencesRoutes } from "./server/preferences.routes.ts";
import { silencedBells } from "./server/preferences.ts";
import { robotGuard, sealRobotSecret } from "./server/robot-secret.ts";
import { robotRoutes } from "./server/robots.routes.ts";
import { chatRobot } from "./shared/chat-robot.object.ts";
import { SEND, sendDuePass } from "./server/send-due.pass.ts";
import { sendChannel } from "./server/send-channel.ts";
import { spreadNotices } from "./server/spread-notices.react.ts";

/** What goes out to people: which message by which channel, and what became of it. */
export const messagesModule: Module = {
  name: "messages",
  objects: [chatRobot, message],
  migrations: messagesMigrations,
  hooks: [sealRobotSecret, robotGuard, spreadNotices],
  passes: [sendDuePass],
  jobs: { [SEND]: (context, payload) => sendChannel(context, payload) },
  retentions: [oldMessages],
  forgets: eraseMessages,
  contributes: [digestKind, silencedBells],
  routes: [...mailRoutes, ...messagesRoutes, ...preferencesRoutes, ...robotRoutes],
};
