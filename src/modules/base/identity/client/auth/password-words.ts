import type { Label } from "../../../../../shared/i18n/label.ts";
import type { MessageParams } from "../../../../../shared/i18n/messages.ts";
import { checkPassword } from "../../shared/password.ts";
import { authMessages } from "./auth.messages.ts";

/** What stands under the field while somebody types: what is missing still, by the check that the server makes. */
export function passwordWords(
  t: (text: Label, params?: MessageParams) => string,
  password: string,
  login: string,
): string {
  if (password === "") return t(authMessages.passwordHint);
  const [reason] = checkPassword(password, login);
  return reason ? t(reason.text, reason.params) : t(authMessages.passwordGood);
}
