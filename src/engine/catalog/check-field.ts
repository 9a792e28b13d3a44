import { COLUMNLESS, type Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Catalog } from "../kernel/catalog.ts";
import { NAME, type Report } from "./catalog-report.ts";
import { checkLengthened } from "./check-lengthened.ts";
import { checkBelow } from "./check-below.ts";
import { checkText } from "./check-text.ts";
import { formulaCircle } from "./formula-circle.ts";

/** Kinds of one plain value. */
const UNIQUE: readonly Field["kind"][] = [
  "text",
  "email",
  "phone",
  "url",
  "integer",
  "decimal",
  "date",
  "datetime",
  "select",
  "person",
  "department",
  "link",
  "auto_number",
];

/** What is wrong with a field, where it is not hidden. */
export function checkField(catalog: Catalog, object: CatalogObject, field: Field, report: Report): void {
  if (!NAME.test(field.name)) report("bad_name", {}, "name");
  if (Object.keys(field.label).length === 0) report("no_label", {}, "label");
  if (field.unique && (!UNIQUE.includes(field.kind) || COLUMNLESS.includes(field.kind)))
    report("not_unique", {}, "unique");
  if (field.kind === "link" || field.kind === "links")
    for (const target of field.targets)
      if (!catalog.object(target)) report("unknown_target", { target }, "targets");
  if (field.kind === "links" && field.lengthens !== undefined)
    checkLengthened(object, field, field.lengthens, report);
  if (field.kind === "select" || field.kind === "multiselect") {
    const names = field.options.map((option) => option.name);
    if (field.options.every((option) => option.hidden) || new Set(names).size !== names.length)
      report("no_options", {}, "options");
  }
  if (field.kind === "formula") {
    checkText(catalog, object.name, field.expression, report, "expression");
    const circle = formulaCircle(catalog, object, field, []);
    if (circle) report("formula_cycle", { path: circle.join(" → ") }, "expression");
  }
  if (field.kind === "rollup" || field.kind === "children" || field.kind === "tags") {
    const child = catalog.object(field.object);
    if (!child) return report("unknown_target", { target: field.object }, "object");
    checkBelow(catalog, object, field, child, report);
  }
  if (field.required_if) checkText(catalog, object.name, field.required_if, report, "required_if", "boolean");
  if (field.visible_if) checkText(catalog, object.name, field.visible_if, report, "visible_if", "boolean");
  const preset = field.default;
  if (typeof preset === "object" && preset !== null && "expression" in preset)
    checkText(catalog, object.name, String(preset.expression), report, "default");
}
