import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const diffMessages = defineMessages({
  title: label("保存“{name}”的影响", "Effect of saving “{name}”"),
  skip: label("不等结果，直接保存", "Save without waiting"),
  holders: label(
    "{count} 名在职成员拥有这个角色；他们的其他角色已计算在内。",
    "{count} active {count|person has|people have} this role; their other roles are taken into account.",
  ),
  partial: label(
    "只统计了 {holders} 人中的 {checked} 人，或有对象未能及时算完。",
    "Only {checked} of {holders} people were counted, or some objects took too long.",
  ),
  counting: label(
    "正在计算随其他记录可见的内容（任务、跟进记录等）…",
    "Counting records that follow others (tasks, activities…)",
  ),
  unknown: label("未算出：{objects}", "Not counted: {objects}"),
  nothing: label("没有人会因此多看到或少看到什么。", "No one gains or loses access."),
  records: label("记录", "Records"),
  object: label("对象 · 操作", "Object · action"),
  gained: label("增加", "Gained"),
  lost: label("减少", "Lost"),
  most: label("变化最大的成员", "Most affected people"),
  gain: label("{people} 人 +{records} 条", "People: {people}, +{records} {records|record|records}"),
  lose: label("{people} 人 −{records} 条", "People: {people}, −{records} {records|record|records}"),
  unseen: label("（你看不到的记录）", "(a record you can’t see)"),
  createGain: label("{people} 人可以新建“{object}”", "{people} can now create “{object}”"),
  createLose: label("{people} 人不能再新建“{object}”", "{people} can no longer create “{object}”"),
  fieldByState: label(
    "“{object}”的字段“{field}”：某些状态下 {before} → {after}（{people} 人）",
    "Field “{field}” of {object}, in some states: {before} → {after} (people: {people})",
  ),
  field: label(
    "“{object}”的字段“{field}”：{before} → {after}（{people} 人）",
    "Field “{field}” of {object}: {before} → {after} (people: {people})",
  ),
  abilityGain: label("{people} 人获得权限“{ability}”", "{people} gain the permission “{ability}”"),
  abilityLose: label("{people} 人失去权限“{ability}”", "{people} lose the permission “{ability}”"),
  hidden: label("隐藏", "hidden"),
  mask: label("脱敏", "masked"),
  read: label("只读", "read only"),
  edit: label("可编辑", "editable"),
});
