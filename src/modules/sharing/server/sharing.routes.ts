import { Type } from "@sinclair/typebox";
import type { Route } from "../../../engine/api/route.ts";
import { getByName } from "../../../engine/query/object-of.ts";
import { accept } from "../../../engine/refusal.ts";
import { label } from "../../../shared/i18n/label.ts";
import { mayShareRecord } from "./may-share.guard.ts";
import { powerlessShares } from "./powerless-shares.ts";
import { unmask } from "./unmask.ts";
import { changeDepartment, type DepartmentChange } from "./change-department.ts";

/** Sharing itself is records (`share`, `sharing_rule`); these are the steps that are more than one. */
export const sharingRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/users/:id/department",
    tag: "people",
    summary: label("调动部门", "Move a person to another department"),
    ability: "people.manage",
    body: Type.Object({
      department: Type.Union([Type.String({ maxLength: 60 }), Type.Null()]),
      move_records: Type.Boolean(),
    }),
    run: (context, { params, body }) =>
      changeDepartment(context, params["id"] ?? "", body as DepartmentChange),
  },
  {
    method: "GET",
    path: "/records/:object/:id/sharing",
    tag: "records",
    summary: label(
      "本人能否共享这条记录，以及哪些共享不起作用",
      "Whether the caller may share this record, and which shares open nothing",
    ),
    run: async (context, { params }) => {
      const { object = "", id = "" } = params;
      const found = await getByName(context, object, id);
      if (!found.ok) return found;
      const [shared, may_share] = [
        context.catalog.object(object),
        await mayShareRecord(context, { object, id }),
      ];
      return accept({
        data: { may_share, powerless: shared && may_share ? await powerlessShares(context, shared, id) : [] },
      });
    },
  },
  {
    method: "POST",
    path: "/records/:object/:id/unmask",
    tag: "records",
    summary: label("查看脱敏内容（留痕）", "Show a masked value (recorded)"),
    ability: "record.unmask",
    body: Type.Object({ field: Type.String({ maxLength: 60 }) }),
    run: unmask,
  },
];
