import type { Executor } from "../../platform/db/database.ts";
import type { Workspace } from "../kernel/context.ts";
import { systemTable } from "../schema/names.ts";
import type { LayerChange } from "./lay-over.ts";
import type { CustomField, CustomObject, Layer } from "./build-catalog.ts";

/** The workspace's own objects and fields, and the version that they are of. */
export async function loadLayer(
  db: Executor,
  workspace: Workspace,
): Promise<{ layer: Layer; version: number }> {
  const [versions] = await db.query<{ definitions: number }>({
    text: `select definitions from ${systemTable(workspace, "versions")}`,
  });
  const objects = await db.query<{ name: string; definition: CustomObject["definition"] }>({
    text: `select name, definition from ${systemTable(workspace, "o_object_definition")} where deleted_at is null order by created_at, id`,
  });
  const fields = await db.query<{
    object: string;
    name: string;
    definition: CustomField["definition"];
    hidden: boolean | null;
    dropped: boolean;
  }>({
    text: `select object, name, definition, hidden, dropped_at is not null as dropped from ${systemTable(workspace, "o_field_definition")} where deleted_at is null order by created_at, id`,
  });
  const changes = await db.query<LayerChange>({
    text: `select object, nullif(field, '') as field, changes from ${systemTable(workspace, "o_definition_change")} where deleted_at is null order by created_at, id`,
  });
  return {
    version: versions?.definitions ?? 1,
    layer: { objects, fields: fields.map((field) => ({ ...field, hidden: field.hidden === true })), changes },
  };
}
