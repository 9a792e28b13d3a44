import type { FieldInfo } from "../../data/objects.ts";

/** The objects whose records a field may point at. */
export const targetsOf = (field: FieldInfo): readonly string[] =>
  field.kind === "link"
    ? field.targets
    : field.kind === "person"
      ? ["user"]
      : field.kind === "department"
        ? ["department"]
        : [];
