import type { ObjectHook } from "../../../shared/metadata/hooks.ts";

export const priceBookEntryHooks: readonly ObjectHook[] = [
  {
    word: "derive",
    name: "price_book_entry.name_from_product",
    object: "price_book_entry",
    when: ["product"],
    facts: { product: "product.name" },
    writes: ["name"],
    run: (_, facts) => ({ name: facts["product"] ?? null }),
  },
];
