import type { ObjectHook } from "../../../shared/metadata/hooks.ts";
import { derive } from "../../../shared/metadata/object-rules.ts";
import { textIn } from "../../../shared/metadata/wire-value.ts";
import { opportunity } from "./opportunity.object.ts";

export const opportunityHooks: readonly ObjectHook[] = [
  derive(opportunity, {
    name: "name_from_account_and_product",
    when: ["name", "account", "product", "owner"],
    facts: { account: "account.name", product: "product.name" },
    asks: ({ after }) => !after.name?.trim(),
    writes: ["name"],
    run: ({ after, now }, facts) => {
      if (after.name?.trim()) return {};
      const made = [facts.account, facts.product]
        .map((fact) => textIn(fact).trim())
        .filter(Boolean)
        .join(" · ");
      return { name: (made || after.external_id?.trim() || `商机 ${now.slice(0, 10)}`).slice(0, 200) };
    },
  }),
];
