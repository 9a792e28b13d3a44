import { furtherOf, type Pointer, pointersOf } from "../../shared/metadata/further-links.ts";
import { type CatalogObject, parentOf } from "../../shared/metadata/object.ts";
import { linksFrom } from "../values/row-values.ts";
import type { Row } from "./explain-row.ts";

/** The record a proof is about, as it stands in the database. */
export interface Subject {
  readonly id: string;
  readonly title: string;
  readonly owner: string | null;
  readonly department: string | null;
  readonly deleted: boolean;
  /** What it hangs on; several where it is about several records. */
  readonly parents: readonly Pointer[];
}

/** The record of a row that was read so. */
export function subjectOf(object: CatalogObject, id: string, row: Row): Subject {
  const link = parentOf(object.sharing)?.parent;
  const further = link === undefined ? undefined : furtherOf(object, link);
  const { its_parent: parent, its_parent_object: parentName } = row;
  return {
    id,
    title: row.its_title ?? "",
    owner: row.its_owner,
    department: row.its_department,
    deleted: row.its_deleted,
    parents: [
      ...(parent && parentName ? [{ object: parentName, id: parent }] : []),
      ...(further ? pointersOf(linksFrom(further.name, row), "") : []),
    ],
  };
}
