import { ident } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import { pointedAt } from "../../shared/metadata/further-links.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { expressionValue, valueType } from "./field-value.ts";
import { isReadableSomewhere, readableOn, shownWhere } from "./on-row.ts";
import type { Reading } from "./reading.ts";
import { orderColumn } from "../schema/names.ts";
import { accessAt, allOf, linkedSource } from "./source.ts";
import { spokenTitle } from "./spoken-title.ts";
import { readingScope } from "./sql-scope.ts";

/**
 * The title of the record that the link `field` of `alias` leads to, null where the caller may not read it. A
 * record in the recycle bin keeps its title. Of several links an array, in their order. Undefined when the
 * field is no link. `as`: the title as people read it, or what it is sorted by.
 */
export function titleValue(
  reading: Reading,
  alias: string,
  field: Field,
  as: TitleAs = "text",
): string | undefined {
  const targets = pointedAt(field).flatMap((name) => reading.context.catalog.object(name) ?? []);
  const [only] = targets;
  if (!only) return undefined;
  const id = `${alias}.${ident(field.name)}`;
  const object = `${alias}.${ident(`${field.name}__object`)}`;
  if (field.kind === "links") return titlesOf(reading, id, object, targets);
  if (field.kind !== "link" || field.targets.length === 1) return titleOf(reading, id, only, as);
  return titleByObject(reading, id, object, targets, as);
}
type TitleAs = "text" | "order";

function titleByObject(
  reading: Reading,
  id: string,
  object: string,
  targets: readonly CatalogObject[],
  as: TitleAs,
): string {
  const arms = targets.map(
    (target) => `when ${reading.params.add(target.name, "text")} then ${titleOf(reading, id, target, as)}`,
  );
  return `case ${object} ${arms.join(" ")} end`;
}

function titlesOf(reading: Reading, ids: string, objects: string, targets: readonly CatalogObject[]): string {
  const one = reading.params.alias();
  const title = titleByObject(reading, `${one}."id"`, `${one}."object"`, targets, "text");
  return `case when ${ids} is not null then array(select ${title} from unnest(${ids}, ${objects}) with ordinality ${one}("id", "object", "at") order by ${one}."at") end`;
}

function titleOf(reading: Reading, id: string, target: CatalogObject, as: TitleAs): string {
  const title = target.byName[target.title];
  if (!title || !isReadableSomewhere(reading.context, target, title.name)) return "null::text";
  const row = reading.params.alias(target.name);
  const isRead = readableOn(reading, target, row, title.name);
  const where = allOf([`${row}."id" = ${id}`, accessAt(reading, target, "read", row)]);
  const from = `from ${linkedSource(reading, target, id)} ${row} where ${where}`;
  if (as === "order" && title.by_name === true)
    return `(select ${shownWhere(isRead, `${row}.${ident(orderColumn(title))}`)} ${from})`;
  const value = expressionValue(reading, readingScope, row, target, title);
  const said = spokenTitle(
    reading.context,
    target,
    row,
    valueType(title) === "text" ? value : `(${value})::text`,
  );
  return `(select ${shownWhere(isRead, said)} ${from})`;
}
