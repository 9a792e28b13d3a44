import { label } from "../../../shared/i18n/label.ts";
import type { ObjectHook } from "../../../shared/metadata/hooks.ts";
import { derive, rule } from "../../../shared/metadata/object-rules.ts";
import { isUscc, normaliseUscc } from "../../../shared/text/uscc.ts";
import { phoneHooks } from "../../phone-hooks.ts";
import { account } from "./account.object.ts";

const badUscc = label(
  "统一社会信用代码有误：应为 18 位，且末位校验码须相符",
  "The credit code is not valid: it needs 18 characters, and the last one must match the rest",
);

export const accountHooks: readonly ObjectHook[] = [
  ...phoneHooks(account, { phone: "phone" }),
  derive(account, {
    name: "tidy_uscc",
    when: ["uscc"],
    writes: ["uscc"],
    run: ({ after }) => (typeof after.uscc === "string" ? { uscc: normaliseUscc(after.uscc) } : {}),
  }),
  rule(account, {
    name: "uscc_is_valid",
    when: ["uscc"],
    run: ({ after }) =>
      typeof after.uscc === "string" && !isUscc(after.uscc)
        ? [{ code: "bad_uscc", field: "uscc", text: badUscc }]
        : [],
  }),
];
