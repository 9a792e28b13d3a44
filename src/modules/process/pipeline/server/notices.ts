import { label } from "../../../../shared/i18n/label.ts";
import { STALLED } from "../../../../shared/metadata/clock-fields.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { noticeKinds } from "../../../base/notifications/public.ts";
import { hasStage } from "./move-of.ts";

/** What a stage says on entering or leaving it. */
export const stageNotice = noticeKinds.define("stage", {
  label: label("阶段变动", "Stage changed"),
  applies: hasStage,
  text: label("{about}：{text}", "{about}: {text}"),
});

/** What stands still, of the people that the notice is about. */
const stalled = ({ object, whose }: Values) =>
  typeof object === "string" && typeof whose === "string"
    ? { object, filter: `${STALLED} && ${whose}`, whose }
    : null;
export const stalledNotice = noticeKinds.define("stalled", {
  label: label("停滞提醒", "Stalled deals"),
  applies: hasStage,
  text: label(
    "你有 {count} 个商机停滞（{clocks}），停留最久的是{target}",
    "You have {count} stalled {count|deal|deals} ({clocks}). Longest in stage: {target}",
  ),
  records: stalled,
});
export const stalledPeopleNotice = noticeKinds.define("stalled_people", {
  label: label("下属的停滞提醒", "Your team’s stalled deals"),
  applies: hasStage,
  text: label(
    "你的下属有 {count} 个商机停滞（{clocks}），停留最久的是{target}",
    "Your team has {count} stalled {count|deal|deals} ({clocks}). Longest in stage: {target}",
  ),
  records: stalled,
});
