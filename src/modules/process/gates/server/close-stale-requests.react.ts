import { type Context, type LoggedChange, type Subscriber, causeOf } from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { voidRequests } from "../../approvals/public.ts";
import { STAGE_MOVES } from "./ask-for-consents.ts";
import { hasStage } from "../../pipeline/public.ts";

/**
 * A move that waits for a consent begins where the record stood; once the record has moved on, there is
 * nothing left to consent to.
 */
export const closeStaleRequests = {
  word: "react",
  name: "stage.stale_requests",
  label: label("关闭已失效的推进申请", "Closes move requests that are no longer valid"),
  applies: hasStage,
  runAll: async (context, changes) => {
    const moved = changes.filter((change) => isMove(context, change)).map(({ record }) => record);
    await voidRequests(context, STAGE_MOVES, moved);
  },
} as const satisfies Subscriber;

/** A consent that is carried out closes its request by itself. */
function isMove({ catalog }: Context, { object, kind, after, note }: LoggedChange): boolean {
  const field = catalog.object(object)?.stageField;
  const hasMoved = kind === "update" && field !== undefined && (field in after || "pipeline" in after);
  return hasMoved && causeOf({ note }).object !== "approval_request";
}
