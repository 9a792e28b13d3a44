import { label } from "../../../shared/i18n/label.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

export const priceBook = defineObject({
  name: "price_book",
  label: label("价格表", "Price book"),
  plural: label("价格表", "Price books"),
  icon: "book",
  area: "catalog",
  title: "name",
  sharing: "everyone",
  fields: {
    name: {
      kind: "text",
      label: label("名称", "Name"),
      example: "2026 年华东经销价",
      required: true,
      indexed: true,
      searchable: true,
      max_length: 200,
    },
    standard: {
      kind: "boolean",
      label: label("标准价格表", "Standard"),
      description: label("没有更合适的价格表时使用", "Used when no other price book applies"),
      default: false,
    },
    active: { kind: "boolean", label: label("启用", "In use"), default: true, indexed: true },
    valid_from_date: { kind: "date", label: label("生效日期", "Valid from") },
    valid_to_date: { kind: "date", label: label("失效日期", "Valid to") },
    entries: {
      kind: "children",
      object: "price_book_entry",
      via: "price_book",
      label: label("价格明细", "Prices"),
    },
    description: { kind: "long_text", label: label("说明", "Description") },
  },
  unique: [{ fields: ["name"], fold: true }],
  list: { columns: ["name", "standard", "active", "valid_from_date", "valid_to_date"], sort: "name" },
});
