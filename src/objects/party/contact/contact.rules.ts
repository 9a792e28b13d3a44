import type { ObjectHook } from "../../../shared/metadata/hooks.ts";
import { phoneHooks } from "../../phone-hooks.ts";
import { contact } from "./contact.object.ts";

export const contactHooks: readonly ObjectHook[] = phoneHooks(contact, {
  mobile: "mobile",
  phone: "phone",
});
