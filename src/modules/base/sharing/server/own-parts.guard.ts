import { type Guard, Params, accessPredicate, isPartOf, tableOf } from "../../../../engine/public.ts";
import { targetsOf } from "../../../../shared/expression/value-types.ts";
import { uuid } from "../../../../platform/db/columns.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { parentOf } from "../../../../shared/metadata/object.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { sharingMessages } from "../shared/messages.ts";

/**
 * Adding a line or a tag to a record changes that record: it takes the right to. What is said about a record
 * (activities, notes, files) needs only its sight.
 */
export const ownParts: Guard = {
  word: "guard",
  name: "sharing.parts",
  label: label("明细与主记录权限相同", "Lines follow the access to their record"),
  applies: (object) => parentOf(object.sharing) !== undefined,
  run: async ({ tx, context, object, changes, request }) => {
    const link = parentOf(object.sharing)?.parent ?? "";
    const field = object.byName[link];
    // Written with its record, whose right was asked there.
    if (
      !field ||
      request.road === "rule" ||
      context.principal.kind === "system" ||
      !isPartOf(context.catalog, object, link)
    )
      return new Map();
    const target = context.catalog.object(targetsOf(field)[0] ?? "");
    const added = changes.filter(
      ({ before, after, changed, deleting }) =>
        !deleting && after[link] && (before === null || changed.has(link)),
    );
    if (!target || added.length === 0) return new Map();
    const params = new Params();
    const ids = params.add([...new Set(added.map(({ after }) => String(after[link])))], "uuid[]");
    const may = accessPredicate(context, target, "update", "t", params);
    const rows = await tx.query({
      ...params.statement(
        `select t.id from ${tableOf(context.workspace, target.name)} t where t.id = any(${ids}) and (${may})`,
      ),
      columns: { id: uuid },
    });
    const open = new Set(rows.map(({ id }) => id));
    return new Map(
      added
        .filter(({ after }) => !open.has(String(after[link])))
        .map(({ id }): [string, readonly Reason[]] => [
          id,
          [{ code: "parent_forbidden", field: link, text: sharingMessages.parent_forbidden }],
        ]),
    );
  },
};
