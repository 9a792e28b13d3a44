import type { Field } from "../../../../shared/metadata/field.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { LIFE, LIFE_TITLES } from "./imported-life.ts";
import type { ColumnPlan } from "./options.contract.ts";

type ObjectOf = (name: string) => CatalogObject | undefined;

/** The objects a link-like field points at; none for other kinds. */
export function linkTargets(field: Field, objectOf: ObjectOf): readonly string[] {
  switch (field.kind) {
    case "link":
    case "links":
      return field.targets;
    case "person":
      return ["user"];
    case "department":
      return ["department"];
    case "tags": {
      const tag = objectOf(field.object)?.byName[field.target];
      return tag?.kind === "link" ? tag.targets : [];
    }
    default:
      return [];
  }
}

/** One column of an exported file. */
export interface FieldColumn {
  readonly field: Field;
  /** Which side of the field it shows: the value, the id behind a link's title, a part of a compound. */
  readonly shows: "value" | "id" | "currency";
  readonly plan: ColumnPlan & { readonly field: string };
}

/** The columns a field has in an export: a link its title and its id, money its amount and its currency. */
export function columnsOfField(field: Field, objectOf: ObjectOf): readonly FieldColumn[] {
  const plain: FieldColumn = { field, shows: "value", plan: { field: field.name } };
  if (field.kind === "money")
    return [plain, { field, shows: "currency", plan: { field: field.name, part: "currency" } }];
  const [target] = linkTargets(field, objectOf);
  if (target === undefined) return [plain];
  const title = objectOf(target)?.title ?? "name";
  return [
    { ...plain, plan: { field: field.name, by: [title], missing: "refuse" } },
    { field, shows: "id", plan: { field: field.name, by: ["id"], missing: "refuse" } },
  ];
}

const SUFFIX = {
  value: { "zh-CN": "", en: "" },
  id: { "zh-CN": " 编号", en: " ID" },
  currency: { "zh-CN": " 币种", en: " currency" },
} as const;

/**
 * The title of an exported column in a language; the field's name is added where two fields share a label.
 */
export function columnTitle(column: FieldColumn, object: CatalogObject, language: "zh-CN" | "en"): string {
  const text = (field: Field): string => field.label[language] ?? Object.values(field.label)[0] ?? field.name;
  const shared = object.fields.filter((field) => text(field) === text(column.field)).length > 1;
  return `${text(column.field)}${shared ? ` [${column.field.name}]` : ""}${SUFFIX[column.shows][language]}`;
}

/** The title of the column that holds the record's own id. */
export const ID_TITLES = ["编号", "ID"] as const;

/** Every title an export of the object can have, with what it means. */
export function columnTitles(
  object: CatalogObject,
  objectOf: ObjectOf,
): readonly { readonly titles: readonly string[]; readonly plan: FieldColumn["plan"] }[] {
  const own = object.fields
    .filter(isOwn)
    .flatMap((field) => columnsOfField(field, objectOf))
    .map((column) => ({
      titles: [...new Set([columnTitle(column, object, "zh-CN"), columnTitle(column, object, "en")])],
      plan: column.plan,
    }));
  return [
    { titles: ID_TITLES, plan: { field: "id" } },
    ...own,
    { titles: LIFE_TITLES, plan: { field: LIFE } },
  ];
}

const isOwn = ({ computed, hidden, kind }: Field): boolean =>
  !computed && !hidden && !["children", "formula", "rollup", "auto_number"].includes(kind);
/**
 * Tells whether a title stands above what the system keeps by itself: who made a record, what is computed.
 */
export function keptTitles(object: CatalogObject, objectOf: ObjectOf): (title: string) => boolean {
  const kept = new Set<string>();
  for (const field of object.fields.filter((one) => !isOwn(one) && one.name !== "created_at"))
    for (const column of columnsOfField(field, objectOf))
      for (const language of ["zh-CN", "en"] as const) kept.add(columnTitle(column, object, language));
  for (const { titles } of columnTitles(object, objectOf)) for (const title of titles) kept.delete(title);
  return (title) => kept.has(title);
}
