import { label } from "../../../shared/i18n/label.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

export const priceBookEntry = defineObject({
  name: "price_book_entry",
  label: label("价格", "Price"),
  plural: label("价格明细", "Prices"),
  title: "name",
  sharing: "everyone",
  fields: {
    name: { kind: "text", label: label("名称", "Name"), computed: true, max_length: 200 },
    price_book: {
      kind: "link",
      targets: ["price_book"],
      on_delete: "cascade",
      label: label("价格表", "Price book"),
      required: true,
      fixed: true,
      indexed: true,
    },
    product: {
      kind: "link",
      targets: ["product"],
      on_delete: "cascade",
      label: label("产品", "Product"),
      required: true,
      indexed: true,
      inverse: { label: label("价格", "Prices") },
    },
    price: { kind: "money", label: label("价格", "Price"), required: true, min: "0" },
    min_quantity: {
      kind: "decimal",
      label: label("起订量", "Minimum quantity"),
      description: label("达到这个数量才享受该价格", "The price applies from this quantity"),
      min: "0",
      scale: 4,
      default: "0",
    },
  },
  unique: [{ fields: ["price_book", "product", "min_quantity"] }],
  list: { columns: ["price_book", "product", "price", "min_quantity"], sort: "name" },
});
