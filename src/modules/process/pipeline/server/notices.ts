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
  why: label("阶段设置了要告诉你", "the stage is set up to tell you"),
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
  why: label("这些商机由你负责", "these deals are yours"),
  records: stalled,
});
export const stalledPeopleNotice = noticeKinds.define("stalled_people", {
  label: label("下属的停滞提醒", "Your team’s stalled deals"),
  applies: hasStage,
  text: label(
    "你的下属有 {count} 个商机停滞（{clocks}），停留最久的是{target}",
    "Your team has {count} stalled {count|deal|deals} ({clocks}). Longest in stage: {target}",
  ),
  why: label("这些商机由你的下属负责", "these deals are your team’s"),
  records: stalled,
});

/** What those who follow a record are told. */
const FOLLOWED = label("你关注了这条记录", "you follow this record");
export const followedMoved = noticeKinds.define("followed_moved", {
  label: label("关注的记录换了阶段", "Followed record moved"),
  applies: hasStage,
  text: label("{actor}将{about}移到了“{stage}”", "{actor} moved {about} to “{stage}”"),
  why: FOLLOWED,
  mail: "digest",
});
export const followedWon = noticeKinds.define("followed_won", {
  label: label("关注的记录赢单", "Followed record won"),
  applies: hasStage,
  text: label("{actor}赢下了{about}", "{actor} won {about}"),
  why: FOLLOWED,
  mail: "digest",
});
export const followedHandedOver = noticeKinds.define("followed_handed_over", {
  label: label("关注的记录换了负责人", "Followed record handed over"),
  applies: ({ sharing }) => sharing === "owner",
  text: label("{actor}将{about}交给了{target}", "{actor} handed {about} over to {target}"),
  why: FOLLOWED,
  mail: "digest",
});
