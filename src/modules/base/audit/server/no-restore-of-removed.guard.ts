import { type Guard, statement } from "../../../../engine/public.ts";
import { uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { auditMessages } from "./messages.ts";

export const removedOf = statement(
  { id: uuid },
  ({ system }, ids: readonly string[]) =>
    sql`select id from ${system("removed_record")} where id = any(${ids}::uuid[])`,
);

/** What was removed for good has nothing left to be restored. */
export const noRestoreOfRemoved: Guard = {
  word: "guard",
  name: "audit.removed_stays",
  label: label("已清除的记录不能恢复", "Purged records cannot be restored"),
  applies: () => true,
  run: async ({ changes, tx, context: { workspace } }) => {
    const ids = changes.filter(({ restoring }) => restoring === true).map(({ id }) => id);
    if (ids.length === 0) return new Map();
    const rows = await tx.query(removedOf(workspace, ids));
    return new Map(
      rows.map(({ id }): [string, readonly Reason[]] => [
        id,
        [{ code: "removed", text: auditMessages.removed }],
      ]),
    );
  },
};
