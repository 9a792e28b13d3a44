import type { Field } from "../../shared/metadata/field.ts";

/** A JSON Schema. */
export type Schema = Readonly<Record<string, unknown>>;
const decimal: Schema = { type: "string", pattern: "^-?\\d+(\\.\\d+)?$" };
const id: Schema = { type: "string", format: "uuid" };
const ids: Schema = { type: "array", items: id };
/** Any text. */
export const text: Schema = { type: "string" };
const money: Schema = {
  type: "object",
  properties: { amount: decimal, currency: { type: "string", pattern: "^[A-Z]{3}$" } },
  required: ["amount", "currency"],
};
const address: Schema = {
  type: "object",
  properties: { province: text, city: text, district: text, detail: text, code: text },
};
const place: Schema = {
  type: "object",
  properties: {
    lat: { type: "number" },
    lng: { type: "number" },
    accuracy: { type: "number" },
    address: text,
  },
};
/** A record of one of several objects. */
const pointer = (targets: readonly string[]): Schema => ({
  type: "object",
  properties: { object: { type: "string", enum: targets }, id },
  required: ["object", "id"],
});

/** The schema of a field's value on the wire. */
export function fieldSchema(field: Field): Schema {
  switch (field.kind) {
    case "integer":
      return { type: "integer" };
    case "decimal":
    case "percent":
      return decimal;
    case "money":
      return money;
    case "boolean":
      return { type: "boolean" };
    case "date":
      return { type: "string", format: "date" };
    case "datetime":
      return { type: "string", format: "date-time" };
    case "select":
      return { type: "string", enum: field.options.map((option) => option.name) };
    case "multiselect":
      return { type: "array", items: { type: "string", enum: field.options.map((option) => option.name) } };
    case "link":
      return field.targets.length === 1 ? id : pointer(field.targets);
    case "links":
      return { type: "array", items: pointer(field.targets), maxItems: field.max_count ?? 50 };
    case "person":
    case "department":
      return id;
    case "tags":
    case "file":
    case "image":
    case "signature":
      return ids;
    case "children":
      return { type: "array", items: { $ref: `#/components/schemas/${field.object}` } };
    case "address":
      return address;
    case "location":
      return place;
    case "formula":
      return fieldSchema({ ...field, kind: field.returns } as Field);
    case "rollup":
      return field.fn === "count" ? { type: "integer" } : decimal;
    case "json":
      return {};
    default:
      return text;
  }
}
