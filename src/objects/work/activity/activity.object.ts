import { label } from "../../../shared/i18n/label.ts";
import { STAGED } from "../../../shared/metadata/field.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

export const activity = defineObject({
  name: "activity",
  label: label("跟进记录", "Activity"),
  plural: label("跟进记录", "Activities"),
  icon: "message",
  area: "work",
  title: "subject",
  sharing: { parent: "regarding" },
  timeline: { by: "regarding", at: "occurred_at", also: ["contact", "participants"] },
  fields: {
    type: {
      kind: "select",
      label: label("方式", "Type"),
      required: true,
      indexed: true,
      options: [
        { name: "call", label: label("电话", "Call"), color: "blue" },
        { name: "visit", label: label("拜访", "Visit"), color: "green" },
        { name: "wechat", label: label("微信", "WeChat"), color: "lime" },
        { name: "email", label: label("邮件", "Email"), color: "cyan" },
        { name: "meeting", label: label("会议", "Meeting"), color: "purple" },
        { name: "needs_interview", label: label("需求访谈", "Needs interview"), color: "gold" },
        { name: "demo", label: label("方案演示", "Demo"), color: "orange" },
        { name: "other", label: label("其他", "Other") },
      ],
    },
    subject: {
      kind: "text",
      label: label("主题", "Subject"),
      description: label("不填时取内容的第一行", "If empty, the first line of the content"),
      searchable: true,
      max_length: 200,
    },
    status: {
      kind: "select",
      label: label("状态", "Status"),
      description: label(
        "不填时由时间决定：将来的为计划中，过去的为已完成",
        "If empty, the time decides: planned if in the future, done if in the past",
      ),
      indexed: true,
      options: [
        { name: "planned", label: label("计划中", "Planned"), status: "open", color: "blue" },
        { name: "done", label: label("已完成", "Done"), status: "done", color: "green" },
        { name: "cancelled", label: label("已取消", "Cancelled"), status: "cancelled" },
      ],
    },
    regarding: {
      kind: "link",
      targets: ["account", "contact", "lead", "opportunity", STAGED],
      on_delete: "cascade",
      label: label("关联", "Regarding"),
      indexed: true,
      inverse: { label: label("跟进记录", "Activities") },
    },
    also_regarding: {
      kind: "links",
      lengthens: "regarding",
      targets: ["account", "contact", "lead", "opportunity", STAGED],
      label: label("同时关联", "Also regarding"),
      description: label(
        "还涉及的其他记录，会同样显示在它们的页面上",
        "Other records it is about; it is shown on their pages too",
      ),
      indexed: true,
    },
    contact: {
      kind: "link",
      targets: ["contact"],
      on_delete: "clear",
      label: label("对方联系人", "Contact"),
      indexed: true,
    },
    participants: {
      kind: "links",
      targets: ["user", "contact"],
      label: label("参与人", "Participants"),
      description: label("参加的同事和客户联系人", "Colleagues and contacts who took part"),
      indexed: true,
      inverse: { label: label("参与的跟进", "Participated in"), timeline: true },
    },
    content: {
      kind: "long_text",
      label: label("内容", "Content"),
      example: "确认了两条产线的安装条件，客户希望月底前拿到方案",
      searchable: true,
    },
    occurred_at: { kind: "datetime", label: label("时间", "When"), indexed: true },
    duration: { kind: "integer", label: label("时长（分钟）", "Duration (minutes)"), min: 0, max: 10080 },
    next_at: { kind: "datetime", label: label("下次跟进时间", "Next follow-up"), indexed: true },
    location: { kind: "location", label: label("签到位置", "Location"), personal: true },
    /** Ids of people named in the text. */
    mentions: { kind: "json", label: label("提到的人", "People mentioned"), internal: true, silent: true },
    photos: { kind: "image", max_count: 9, label: label("照片", "Photos") },
  },
  list: { columns: ["subject", "type", "regarding", "occurred_at", "status", "owner"], sort: "-occurred_at" },
  sections: [
    {
      label: label("跟进", "Activity"),
      fields: [
        "type",
        "regarding",
        "also_regarding",
        "contact",
        "participants",
        "occurred_at",
        "content",
        "next_at",
      ],
    },
    {
      label: label("其他", "Other"),
      fields: ["subject", "status", "duration", "photos", "location", "owner", "department"],
    },
  ],
});
