import { accept, getByName, serve } from "../../../../engine/public.ts";
import { unmaskValue } from "../../../../shared/wire/unmask.contract.ts";
import { changeDepartmentOf, readSharing } from "../shared/sharing.contract.ts";
import { changeDepartment } from "./change-department.ts";
import { mayShareRecord } from "./may-share.guard.ts";
import { powerlessShares } from "./powerless-shares.ts";
import { unmask } from "./unmask.ts";

/** Sharing itself is records (`share`, `sharing_rule`); these are the steps that are more than one. */
export const sharingRoutes = [
  serve(changeDepartmentOf, { ability: "people.manage" }, (context, { params, body }) =>
    changeDepartment(context, params.id, body),
  ),
  serve(readSharing, {}, async (context, { params: { object, id } }) => {
    const found = await getByName(context, object, id);
    if (!found.ok) return found;
    const shared = context.catalog.object(object);
    const may_share = await mayShareRecord(context, { object, id });
    const powerless = shared && may_share ? await powerlessShares(context, shared, id) : [];
    return accept({ data: { may_share, powerless } });
  }),
  serve(unmaskValue, { ability: "record.unmask" }, unmask),
];
