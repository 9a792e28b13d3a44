import { type Label, label } from "../../shared/i18n/label.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import { compose } from "./shapes.ts";
import type { Catalog } from "../kernel/catalog.ts";
import { catalogCheckMessages } from "./check-catalog.messages.ts";
import { labelOf, type Report } from "./catalog-report.ts";
import { checkObject } from "./check-object.ts";
import { checkField } from "./check-field.ts";

const knownProblems = new WeakMap<Catalog, readonly Reason[]>();

/**
 * Everything that is wrong with a catalog, in words; empty when it may run. What was deleted counts for
 * nothing.
 */
export function checkCatalog(catalog: Catalog): readonly Reason[] {
  const known = knownProblems.get(catalog);
  if (known) return known;
  const problems: Reason[] = [];
  knownProblems.set(catalog, problems);
  for (const object of catalog.objects.values()) {
    const report =
      (path: string, place: Label): Report =>
      (code, params = {}, property) =>
        problems.push({
          code,
          field: property ? `${path}.${property}` : path,
          text: compose(catalogCheckMessages[code], { place, ...params }),
        });
    checkObject(catalog, object, report(object.name, labelOf(object)));
    for (const field of object.fields)
      if (!field.hidden)
        checkField(
          catalog,
          object,
          field,
          report(
            `${object.name}.${field.name}`,
            compose(PLACE, { object: labelOf(object), field: labelOf(field) }),
          ),
        );
  }
  return problems;
}

const PLACE = label("{object} · {field}", "{object} · {field}");
