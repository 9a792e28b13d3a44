import { buildCatalog, EMPTY_LAYER } from "../../engine/catalog/build-catalog.ts";
import { product } from "../../objects/catalog/product/product.object.ts";
import { user } from "../../objects/system/user/user.object.ts";
import { label } from "../../shared/i18n/label.ts";
import { defineObject, type Values } from "../../shared/metadata/object.ts";
import { describedFor, idNo } from "./world.ts";

const words = (text: string) => label(text, text);
const money = (text: string) => ({ kind: "money", label: words(text) }) as const;

/** A document with lines: nobody ships one. */
const offer = defineObject({
  name: "offer",
  label: words("Offer"),
  plural: words("Offers"),
  title: "name",
  sharing: "everyone",
  money_document: true,
  fields: {
    name: { kind: "text", label: words("Name"), required: true },
    discount: { kind: "percent", label: words("Discount") },
    subtotal: money("Subtotal"),
    discount_total: money("Taken off"),
    tax_total: money("Tax in total"),
    total: money("Total"),
    lines: {
      kind: "children",
      object: "offer_line",
      via: "offer",
      label: words("Lines"),
      order: "place",
      amounts: {
        quantity: "quantity",
        unit_price: "unit_price",
        tax_rate: "tax_rate",
        amount: "amount",
        tax: "tax",
        document: {
          discount: "discount",
          subtotal: "subtotal",
          discount_total: "discount_total",
          tax_total: "tax_total",
          total: "total",
        },
      },
    },
  },
  list: { columns: ["name", "total"], sort: "name" },
});
const offerLine = defineObject({
  name: "offer_line",
  label: words("Offer line"),
  plural: words("Offer lines"),
  title: "name",
  sharing: "everyone",
  fields: {
    name: { kind: "text", label: words("Item") },
    offer: { kind: "link", targets: ["offer"], on_delete: "cascade", label: words("Offer"), required: true },
    product: { kind: "link", targets: ["product"], on_delete: "refuse", label: words("Product") },
    place: { kind: "integer", label: words("Place") },
    quantity: { kind: "decimal", label: words("Quantity") },
    unit_price: money("Price"),
    tax_rate: { kind: "percent", label: words("Tax rate") },
    delivery: { kind: "date", label: words("Delivery") },
    amount: money("Amount"),
    tax: money("Tax"),
    twice: { kind: "formula", expression: "quantity * 2", returns: "decimal", label: words("Twice") },
  },
  list: {
    columns: ["name", "product", "quantity", "unit_price", "tax_rate", "amount", "tax"],
    sort: "place",
  },
});
const catalog = buildCatalog(1, [offer, offerLine, product, user], EMPTY_LAYER);

/** Offers and their lines, as a person of this role is told of them. */
export const offerObjects = (role = "administrator") =>
  describedFor(role, catalog).filter(({ name }) => name === "offer" || name === "offer_line");

export const OFFER: Values = { id: idNo(60), version: 5, name: "Pumps for Suzhou", discount: null };
/** A line as the server has it. */
export const offerLineNo = (n: number, more: Values = {}): Values => ({
  id: idNo(600 + n),
  version: 1,
  name: `Item ${n}`,
  offer: idNo(60),
  place: n,
  quantity: "1",
  unit_price: { amount: "100.00", currency: "CNY" },
  tax_rate: "13",
  delivery: null,
  product: null,
  titles: {},
  ...more,
});
