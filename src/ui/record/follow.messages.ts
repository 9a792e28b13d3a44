import { label } from "../../shared/i18n/label.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";

export const followMessages = defineMessages({
  follow: label("关注", "Follow"),
  unfollow: label("取消关注", "Unfollow"),
  followed: label(
    "已关注。换了阶段或负责人时会通知你",
    "Following. You’ll hear when its stage or owner changes",
  ),
  followedWithoutStage: label(
    "已关注。换了负责人时会通知你",
    "Following. You’ll hear when it gets another owner",
  ),
  following: label("关注", "Following"),
  takingPart: label("我参与的", "I’m involved"),
});
