import type { ObjectHook } from "../../../shared/metadata/hooks.ts";
import { derive } from "../../../shared/metadata/object-rules.ts";
import { textOrNull } from "../../../shared/metadata/wire-value.ts";
import { priceBookEntry } from "./price-book-entry.object.ts";

export const priceBookEntryHooks: readonly ObjectHook[] = [
  derive(priceBookEntry, {
    name: "name_from_product",
    when: ["product"],
    facts: { product: "product.name" },
    writes: ["name"],
    run: (_, facts) => ({ name: textOrNull(facts.product) }),
  }),
];
