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
import { SEND, sendDuePass } from "./server/send-due.pass.ts";
import { sendDue } from "./server/send-due.ts";
import { spreadNotices } from "./server/spread-notices.react.ts";

/** What goes out to people: which message by which channel, and what became of it. */
export const messagesModule: Module = {
  name: "messages",
  objects: [message],
  migrations: messagesMigrations,
  hooks: [spreadNotices],
  passes: [sendDuePass],
  jobs: { [SEND]: (context) => sendDue(context) },
  retentions: [oldMessages],
  forgets: eraseMessages,
  contributes: [digestKind, silencedBells],
  routes: [...mailRoutes, ...messagesRoutes, ...preferencesRoutes],
};
