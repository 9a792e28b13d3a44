import { type TitleWords, words } from "./words.ts";

/** Titles of activities, tasks and notes. */
export const workTitles: TitleWords = {
  fields: {
    due_date: words("截止日期 到期日 完成期限 duedate due deadline"),
    priority: words("优先级 紧急程度 priority"),
    regarding: words("关联 关联记录 相关 regarding relatedto"),
    participants: words("参与人 参会人 与会人员 参加人 参与人员 participants attendees invitees"),
    content: words("内容 跟进内容 沟通内容 跟进记录 拜访内容 content body details notes"),
    occurred_at: words("时间 跟进时间 拜访时间 拜访日期 沟通时间 日期 date time activitydate when"),
    duration: words("时长 时长分钟 duration minutes"),
  },
  of: {},
};
