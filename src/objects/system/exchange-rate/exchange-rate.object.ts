import { label } from "../../../shared/i18n/label.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

/**
 * What one unit of a foreign currency is worth in the company's, from a day on. A new rate is a new record;
 * the old one stays true for its time.
 */
export const exchangeRate = defineObject({
  name: "exchange_rate",
  label: label("汇率", "Exchange rate"),
  plural: label("汇率", "Exchange rates"),
  icon: "transaction",
  area: "settings",
  title: "currency",
  sharing: "everyone",
  fields: {
    currency: {
      kind: "text",
      label: label("币种", "Currency"),
      description: label("三位币种代码", "Three-letter code"),
      example: "USD",
      required: true,
      fixed: true,
      indexed: true,
      max_length: 3,
    },
    rate: {
      kind: "decimal",
      scale: 8,
      min: "0.00000001",
      label: label("折合本位币", "Value in company currency"),
      example: "7.1234",
      required: true,
      fixed: true,
    },
    since: { kind: "date", label: label("起始日期", "From"), required: true, fixed: true, indexed: true },
  },
  unique: [{ fields: ["currency", "since"] }],
  list: { columns: ["currency", "rate", "since"], sort: "-since" },
});
