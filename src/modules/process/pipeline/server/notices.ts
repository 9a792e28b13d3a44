import { label } from "../../../../shared/i18n/label.ts";
import { STALLED } from "../../../../shared/metadata/clock-fields.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { noticeKinds } from "../../../base/notifications/public.ts";

/** What a stage says on entering or leaving it. */
export const stageNotice = noticeKinds.define("stage", { text: label("{about}：{text}", "{about}: {text}") });

/** What stands still, of the people that the notice is about. */
const stalled = ({ object, whose }: Values) =>
  typeof object === "string" && typeof whose === "string"
    ? { object, filter: `${STALLED} && ${whose}`, whose }
    : null;
export const stalledNotice = noticeKinds.define("stalled", {
  text: label(
    "您有 {count} 个商机停滞（{clocks}），停留最久的是{target}",
    "Your stalled deals: {count} ({clocks}). Longest in its stage: {target}",
  ),
  records: stalled,
});
export const stalledPeopleNotice = noticeKinds.define("stalled_people", {
  text: label(
    "您的下属有 {count} 个商机停滞（{clocks}），停留最久的是{target}",
    "Stalled deals of your people: {count} ({clocks}). Longest in its stage: {target}",
  ),
  records: stalled,
});
