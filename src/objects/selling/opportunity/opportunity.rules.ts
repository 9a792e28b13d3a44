import type { ObjectHook } from "../../../shared/metadata/hooks.ts";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";

const text = (value: WireValue | undefined): string => (typeof value === "string" ? value.trim() : "");

export const opportunityHooks: readonly ObjectHook[] = [
  {
    word: "derive",
    name: "opportunity.name_from_account_and_product",
    object: "opportunity",
    when: ["name", "account", "product", "owner"],
    facts: { account: "account.name", product: "product.name" },
    asks: ({ after }) => text(after["name"]) === "",
    writes: ["name"],
    run: ({ after, now }, facts): Values => {
      if (text(after["name"])) return {};
      const made = [text(facts["account"]), text(facts["product"])].filter(Boolean).join(" · ");
      return { name: (made || text(after["external_id"]) || `商机 ${now.slice(0, 10)}`).slice(0, 200) };
    },
  },
];
