import type { FieldOf } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Report } from "./catalog-report.ts";

/** What stands in the list may come to stand in the link. */
export function checkLengthened(
  object: CatalogObject,
  field: FieldOf<"links">,
  name: string,
  report: Report,
): void {
  const link = object.byName[name];
  const isOnly =
    object.fields.filter((other) => other.kind === "links" && other.lengthens === name && !other.hidden)
      .length === 1;
  const fits =
    link?.kind === "link" &&
    !link.hidden &&
    link.targets.length > 1 &&
    field.targets.every((target) => link.targets.includes(target));
  if (!fits || !isOnly) report("not_lengthened", { field: name }, "lengthens");
}
