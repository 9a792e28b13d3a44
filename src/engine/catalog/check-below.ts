import { pointedAt } from "../../shared/metadata/further-links.ts";
import type { Field, FieldOf } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Catalog } from "../kernel/catalog.ts";
import { label } from "../../shared/i18n/label.ts";
import {
  type AmountRole,
  DOCUMENT_ROLES,
  givenOfLine,
  keptOfLine,
  LINE_ROLES,
} from "../../shared/metadata/line-amounts.ts";
import { labelOf, type Report } from "./catalog-report.ts";
import { checkText } from "./check-text.ts";

/** A field that reads the records below, `child`. */
export function checkBelow(
  catalog: Catalog,
  object: CatalogObject,
  field: FieldOf<"rollup" | "children" | "tags">,
  child: CatalogObject,
  report: Report,
): void {
  checkVia(child, field.via, object, report, field.kind === "rollup");
  if (field.kind === "tags") {
    const tag = child.byName[field.target];
    if (!tag || tag.hidden) report("unknown_field", { field: `${field.object}.${field.target}` }, "target");
    else if (tag.kind !== "link") report("not_a_parent", { field: field.target }, "target");
  }
  if (field.kind === "rollup" && field.filter)
    checkText(catalog, field.object, field.filter, report, "filter", "boolean");
  if (field.kind === "rollup") checkRollup(catalog, field, report);
  if (field.kind === "children") checkLines(object, field, child, report);
}

/** The fields that say the order and the amounts of lines are there, and of a kind that can. */
function checkLines(
  object: CatalogObject,
  field: FieldOf<"children">,
  child: CatalogObject,
  report: Report,
): void {
  const { order, amounts } = field;
  const check = (on: CatalogObject, name: string | undefined, role: AmountRole, at: string): void => {
    if (!name) return;
    const found = on.byName[name];
    if (!found || found.hidden) return report("unknown_field", { field: `${on.name}.${name}` }, at);
    const isTaken = role.kept && (found.system || found.kind === "formula");
    if (!role.kinds.includes(found.kind) || isTaken)
      report("unfit_amount", { field: labelOf(found), role: role.label }, at);
  };
  check(child, order, ORDER, "order");
  if (!amounts) return;
  for (const [role, rule] of Object.entries(LINE_ROLES))
    check(child, amounts[role as keyof typeof LINE_ROLES], rule, `amounts.${role}`);
  for (const [role, rule] of Object.entries(DOCUMENT_ROLES))
    check(object, amounts.document?.[role as keyof typeof DOCUMENT_ROLES], rule, `amounts.document.${role}`);
  const names = [...givenOfLine(amounts), ...keptOfLine(amounts)];
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined)
    report("amount_twice", { field: labelOf(child.byName[twice] ?? child) }, "amounts");
}
const ORDER: AmountRole = { label: label("排序字段", "Field for the order"), kinds: ["integer"] };

/** The records below are found through a link of theirs that points here. */
function checkVia(
  child: CatalogObject,
  via: string,
  object: CatalogObject,
  report: Report,
  mayList: boolean,
): void {
  const link = child.byName[via];
  if (!link || link.hidden) return report("unknown_field", { field: `${child.name}.${via}` }, "via");
  const points = pointedAt(link).includes(object.name) && (link.kind !== "links" || mayList);
  if (!points) report("not_a_link", { field: `${child.name}.${via}`, target: labelOf(object) }, "via");
}

const SUMMED: readonly (Field["kind"] | undefined)[] = ["integer", "decimal", "percent", "money"];

const ORDERED: readonly (Field["kind"] | undefined)[] = [...SUMMED, "date", "datetime"];

function checkRollup(catalog: Catalog, field: FieldOf<"rollup">, report: Report): void {
  const read = field.field === undefined ? undefined : catalog.object(field.object)?.byName[field.field];
  if (field.field !== undefined && (!read || read.hidden))
    return report("unknown_field", { field: `${field.object}.${field.field}` }, "field");
  if (field.fn === "count") return;
  const fits = field.fn === "min" || field.fn === "max" ? ORDERED : SUMMED;
  if (!fits.includes(field.rolls)) report("bad_rollup", { fn: field.fn, field: field.field ?? "" }, "fn");
}
