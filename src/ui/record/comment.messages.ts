import { label } from "../../shared/i18n/label.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";

export const commentMessages = defineMessages({
  comment: label("评论", "Comment"),
  commented: label("{who} 评论", "{who} commented"),
  count: label("{count} 条评论", "{count} {count|comment|comments}"),
  reply: label("回复", "Reply"),
  replies: label("{count} 条回复", "{count} {count|reply|replies}"),
  hideReplies: label("收起回复", "Hide replies"),
  readBySome: label("{all} 人中 {read} 人已读", "{read} of {all} have read it"),
  readByOne: label("{name} 已读", "Read by {name}"),
  unreadByOne: label("{name} 未读", "{name} hasn’t read it"),
  unread: label("未读", "Not yet"),
  readers: label("谁读过", "Who has read it"),
  hide: label("收起评论", "Hide comments"),
  write: label("写评论，用 @ 提醒同事", "Write a comment, @ a colleague"),
  send: label("发表", "Comment"),
  sendAnyway: label("仍然发表", "Comment anyway"),
  save: label("保存", "Save"),
  cancel: label("取消", "Cancel"),
  edit: label("编辑", "Edit"),
  delete: label("删除", "Delete"),
  more: label("更多", "More"),
  deleteTitle: label("删除这条评论？", "Delete this comment?"),
  cannotSee: label(
    "{names} 看不到这条记录：会收到提醒，但看不到内容",
    "{names} can’t see this record: they’ll be notified, but can’t read what it says",
  ),
});
