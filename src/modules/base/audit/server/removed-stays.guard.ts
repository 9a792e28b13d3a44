import { label } from "../../../../shared/i18n/label.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { type Guard, systemTable } from "../../../../engine/public.ts";
import { auditMessages } from "./messages.ts";

/** What was removed for good has nothing left to be restored. */
export const removedStays: Guard = {
  word: "guard",
  name: "audit.removed_stays",
  label: label("最终清除的记录不能恢复", "What was removed for good stays so"),
  applies: () => true,
  run: async ({ changes, tx, context: { workspace } }) => {
    const ids = changes.filter(({ restoring }) => restoring === true).map(({ id }) => id);
    if (ids.length === 0) return new Map();
    const rows = await tx.query<{ id: string }>({
      text: `select id from ${systemTable(workspace, "removed_record")} where id = any($1::uuid[])`,
      values: [ids],
    });
    return new Map(
      rows.map(({ id }): [string, readonly Reason[]] => [
        id,
        [{ code: "removed", text: auditMessages.removed }],
      ]),
    );
  },
};
