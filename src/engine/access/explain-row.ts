import { ident } from "../../platform/db/database.ts";
import { furtherOf } from "../../shared/metadata/further-links.ts";
import { type CatalogObject, parentOf } from "../../shared/metadata/object.ts";
import { targetsOf } from "../../shared/expression/value-types.ts";
import type { Params } from "../kernel/params.ts";
import { columnsOf } from "../schema/names.ts";
import { titleSql } from "./explain-facts.ts";

/** The row, and whether each way holds for it ("way_0" …). */
export type Row = Readonly<Record<string, unknown>> & {
  readonly its_title: string | null;
  readonly its_owner: string | null;
  readonly its_department: string | null;
  readonly its_deleted: boolean;
  readonly its_parent: string | null;
  readonly its_parent_object: string | null;
  readonly its_whole: boolean | null;
};

/** What is read of the row "t" for its subject. */
export function subjectColumns(object: CatalogObject, params: Params): readonly string[] {
  const column = (name: string) =>
    object.byName[name] && columnsOf(object.byName[name]).length > 0
      ? `t.${ident(name)}::text`
      : "null::text";
  const link = parentOf(object.sharing)?.parent;
  const parentField = link === undefined ? undefined : object.byName[link];
  const targets = parentField ? targetsOf(parentField) : [];
  const further = link === undefined ? undefined : furtherOf(object, link);
  const parentObject =
    link === undefined
      ? "null::text"
      : targets.length === 1
        ? params.add(targets[0], "text")
        : `t.${ident(`${link}__object`)}::text`;
  return [
    `t.id::text as "its_id"`,
    `${titleSql(object, "t")} as "its_title"`,
    `${column("owner")} as "its_owner"`,
    `${column("department")} as "its_department"`,
    `${object.ledger ? "false" : "t.deleted_at is not null"} as "its_deleted"`,
    `${link === undefined ? "null::text" : column(link)} as "its_parent"`,
    `${parentObject} as "its_parent_object"`,
    ...(further ? [`t.${ident(further.name)}`, `t.${ident(`${further.name}__object`)}`] : []),
  ];
}
