import { type Refusal, refuse } from "../../../../engine/public.ts";
import type { MessageParams } from "../../../../shared/i18n/messages.ts";
import { messagesMessages } from "../shared/messages.messages.ts";

/** `refuseWith(404, "message_missing")` */
export const refuseWith = (
  status: Refusal["status"],
  code: keyof typeof messagesMessages,
  params: MessageParams = {},
  reasons: Refusal["reasons"] = [],
): ReturnType<typeof refuse> => refuse({ status, code, text: messagesMessages[code], params, reasons });
