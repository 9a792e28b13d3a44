import { ident } from "../../platform/db/database.ts";
import { LANGUAGES } from "../../shared/i18n/label.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { fieldRight, isReadable } from "../access/rights-of.ts";
import type { Context } from "../kernel/context.ts";

/**
 * SQL of what people call a record of `alias`: its name in the caller's language where the object keeps one,
 * else `title`, which programs go by.
 */
export function spokenTitle(context: Context, object: CatalogObject, alias: string, title: string): string {
  const field = object.spoken_title === undefined ? undefined : object.byName[object.spoken_title];
  if (!field || !isReadable(fieldRight(context, object, field.name))) return title;
  const first = LANGUAGES.filter((language) => language === context.language);
  const names = [...first, ...LANGUAGES.filter((language) => language !== context.language)].map(
    (language) => `nullif(${alias}.${ident(field.name)} ->> '${language}', '')`,
  );
  return `coalesce(${[...names, title].join(", ")})`;
}
