import { label } from "../../../shared/i18n/label.ts";
import type { ObjectHook } from "../../../shared/metadata/hooks.ts";
import { phoneHooks } from "../../phone-hooks.ts";

const noWay = label("手机、座机、邮箱至少填写一项", "Give at least one of mobile, phone and email");
const WAYS = ["mobile", "phone", "email"];

export const leadHooks: readonly ObjectHook[] = [
  ...phoneHooks("lead", { mobile: "mobile", phone: "phone" }),
  {
    word: "guard",
    name: "lead.can_be_reached",
    object: "lead",
    // Company too: on create nothing about reaching may have been given at all.
    when: [...WAYS, "company"],
    run: ({ after }) =>
      WAYS.some((name) => after[name]) ? [] : [{ code: "no_way_to_reach", field: "mobile", text: noWay }],
  },
];
