import {
  type Context,
  type Guard,
  type HookInput,
  Params,
  accessGrants,
  tableOf,
} from "../../../../engine/public.ts";
import { text, uuid } from "../../../../platform/db/columns.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { share } from "../../../../objects/system/share/share.object.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Change } from "../../../../shared/metadata/hooks.ts";
import { personalOf } from "../../../../shared/metadata/object.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { sharingMessages } from "../shared/messages.ts";

/**
 * Nobody gives more than they have of their own: who edits a record by ownership or role may share it, who
 * edits it by a share may not.
 */
export const mayShare: Guard = {
  word: "guard",
  name: "sharing.may_share",
  label: label("只能共享自己可编辑的记录", "Only records one can edit can be shared"),
  applies: (object) => object.name === "share",
  run: async (input) => {
    const { principal, now } = input.context;
    const own = principal.kind === "system" ? null : await editableByOwnRight(input);
    return new Map(
      input.changes.map((change): [string, readonly Reason[]] => {
        const { regarding: record } = partOf(share, change.before ?? change.after);
        const reasons: Reason[] = [];
        if (own && !own.has(`${record?.object} ${record?.id}`))
          reasons.push({ code: "may_not_share", field: "regarding", text: sharingMessages.may_not_share });
        if (own && change.changed.has("level") && isForReading(input.context, change))
          reasons.push({ code: "read_only_share", field: "level", text: sharingMessages.read_only_share });
        if (isPast(change, now))
          reasons.push({ code: "expires_past", field: "expires_at", text: sharingMessages.expires_past });
        return [change.id, reasons];
      }),
    );
  },
};

/** What the program keeps of somebody can be shown to others, and changed by nobody. */
function isForReading({ catalog }: Context, { after }: Change): boolean {
  const { regarding, level } = partOf(share, after);
  const object = catalog.object(regarding?.object ?? "");
  return level === "edit" && object !== undefined && personalOf(object.sharing) !== undefined;
}

function isPast({ after, changed, deleting }: Change, now: string): boolean {
  const { expires_at: until } = partOf(share, after);
  return (
    !deleting &&
    changed.has("expires_at") &&
    typeof until === "string" &&
    Date.parse(until) <= Date.parse(now)
  );
}

interface Named {
  readonly object: string;
  readonly id: string;
}
/** Whether the caller could share this record. */
export const mayShareRecord = async (context: Context, record: Named): Promise<boolean> =>
  context.principal.kind === "system" || (await editableOf(context.db, context, [record])).size > 0;

const editableByOwnRight = ({ tx, context, changes }: HookInput): Promise<ReadonlySet<string>> =>
  editableOf(
    tx,
    context,
    changes.flatMap(({ before, after }) => partOf(share, before ?? after).regarding ?? []),
  );

async function editableOf(
  db: Executor,
  context: Context,
  records: readonly Named[],
): Promise<ReadonlySet<string>> {
  const params = new Params();
  const arms = [...new Set(records.map(({ object }) => object))].flatMap((name) => {
    const object = context.catalog.object(name);
    if (!object) return [];
    const grants = accessGrants(context, object, "update", "t", params).filter(
      ({ why }) => why !== "share" && why !== "rule" && why !== "opened",
    );
    if (grants.length === 0) return [];
    const ids = params.add(
      records.filter((record) => record.object === name).map(({ id }) => id),
      "uuid[]",
    );
    const may = grants.map(({ sql }) => sql).join(" or ");
    return [
      `select ${params.add(name, "text")} as object, t.id from ${tableOf(context.workspace, name)} t where t.id = any(${ids}) and (${may})`,
    ];
  });
  if (arms.length === 0) return new Set();
  const asked = params.statement(arms.join(" union all "));
  const rows = await db.query({ ...asked, columns: { object: text, id: uuid } });
  return new Set(rows.map(({ object, id }) => `${object} ${id}`));
}
