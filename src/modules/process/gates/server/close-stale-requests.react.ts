import type { React } from "../../../../engine/hooks.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { voidRequests } from "../../approvals/public.ts";
import { STAGE_MOVES } from "./ask-for-consents.ts";
import { causeOf, hasStage } from "../../pipeline/public.ts";

/**
 * A move that waits for a consent begins where the record stood; once the record has moved on, there is
 * nothing left to consent to.
 */
export const closeStaleRequests: React = {
  word: "react",
  name: "stage.stale_requests",
  label: label("关闭已失效的推进申请", "Closes requests for moves that are no more"),
  applies: hasStage,
  run: async (context, { object, record, kind, after, note }) => {
    const field = context.catalog.object(object)?.stageField;
    const isMove = kind === "update" && field !== undefined && (field in after || "pipeline" in after);
    if (!isMove || causeOf({ note }) === "approval_request") return;
    await voidRequests(context, STAGE_MOVES, record);
  },
};
