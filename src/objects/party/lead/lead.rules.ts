import { label } from "../../../shared/i18n/label.ts";
import type { ObjectHook } from "../../../shared/metadata/hooks.ts";
import { rule } from "../../../shared/metadata/object-rules.ts";
import { phoneHooks } from "../../phone-hooks.ts";
import { lead } from "./lead.object.ts";

const noWay = label("手机、座机、邮箱至少填写一项", "Enter at least one of mobile, phone and email");

export const leadHooks: readonly ObjectHook[] = [
  ...phoneHooks(lead, { mobile: "mobile", phone: "phone" }),
  rule(lead, {
    name: "can_be_reached",
    // Company too: on create nothing about reaching may have been given at all.
    when: ["mobile", "phone", "email", "company"],
    run: ({ after }) =>
      after.mobile || after.phone || after.email
        ? []
        : [{ code: "no_way_to_reach", field: "mobile", text: noWay }],
  }),
];
