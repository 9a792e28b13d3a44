import { type Operation, isUuid, statement } from "../../../../../engine/public.ts";
import { boolean, uuid } from "../../../../../platform/db/columns.ts";
import { sql } from "../../../../../platform/db/sql.ts";
import { file } from "../../../../../objects/system/file/file.object.ts";
import type { WireValue } from "../../../../../shared/metadata/object.ts";
import type { CriterionOf } from "../../../pipeline/shared/public.ts";
import type { KindOnServer, Meeting } from "../gate-kinds.ts";
import { also, idOf, listOf, regarding } from "../met.ts";

export const uploaded: KindOnServer<CriterionOf<"document">> = {
  meet: async (meeting, criterion, value, met) => also(met, await tieFiles(meeting, criterion, value)),
};

/**
 * Files become documents of the record. One that another record holds is evidence of that one and not taken
 * from it.
 */
async function tieFiles(
  meeting: Meeting,
  { document_type }: CriterionOf<"document">,
  value: WireValue,
): Promise<readonly Operation[] | null> {
  const { tx, context } = meeting;
  const ids = listOf(value);
  if (!ids?.every(isUuid)) return null;
  const held = await tx.query(heldFiles(context.workspace, ids, idOf(meeting)));
  if (held.some(({ here }) => !here)) return null;
  const isHere = new Set(held.map(({ id }) => id));
  // Which types of documents there are the company says, too: none of them is known here.
  return ids.map((id): Operation => ({
    op: "update",
    object: file.name,
    id,
    values: { document_type, ...(isHere.has(id) ? {} : { regarding: regarding(meeting) }) },
  }));
}

export const heldFiles = statement(
  { id: uuid, here: boolean },
  ({ record }, ids: readonly string[], about: string) =>
    sql`select id, (regarding = ${about}::uuid or coalesce(also_regarding @> array[${about}::uuid], false)) as here from ${record("file")} where id = any(${ids}::uuid[]) and regarding is not null`,
);
