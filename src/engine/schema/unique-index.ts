import { ident } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject, UniqueRule } from "../../shared/metadata/object.ts";

/** The keys of a rule, and the rows that it is about. */
export function uniqueBody(object: CatalogObject, rule: UniqueRule): string {
  const keys = rule.fields.map((name) => uniqueKey(object.byName[name], name, rule.fold ?? false));
  const needed = rule.with_empty ? rule.fields.slice(-1) : rule.fields;
  const given = needed.map((name) => `${ident(name)} is not null`).join(" and ");
  return `(${keys.join(", ")})${rule.with_empty ? " nulls not distinct" : ""} where ${given} and deleted_at is null`;
}

/** The part of a unique index's name that stands for its rule. */
export const uniqueSuffix = (rule: UniqueRule): string =>
  `${rule.with_empty ? "unique_with_empty" : "unique"}_${rule.fields.join("_")}`;

const uniqueKey = (field: Field | undefined, name: string, fold: boolean): string =>
  fold && field && ["text", "email", "phone", "url"].includes(field.kind)
    ? `lower(normalize(${ident(name)}, nfkc))`
    : ident(name);
