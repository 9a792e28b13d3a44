import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const diffMessages = defineMessages({
  title: label("保存“{name}”会带来什么", "What saving “{name}” would change"),
  skip: label("不等结果，直接保存", "Save without waiting"),
  holders: label(
    "{count} 名在职成员拥有这个角色；他们的其他角色已计算在内。",
    "Active people with this role: {count}. What their other roles give is taken into account.",
  ),
  partial: label(
    "只统计了 {holders} 人中的 {checked} 人，或有对象未能及时算完。",
    "Only {checked} of {holders} people were looked at, or some objects took too long.",
  ),
  counting: label(
    "还在计算随其他记录而可见的内容（任务、跟进记录等）…",
    "Still counting what hangs on other records (tasks, activities …)",
  ),
  unknown: label("未算出：{objects}", "Not known: {objects}"),
  nothing: label("没有人会因此多看到或少看到什么。", "Nobody gains or loses anything."),
  records: label("记录", "Records"),
  object: label("对象 · 操作", "Object · action"),
  gained: label("增加", "Gained"),
  lost: label("减少", "Lost"),
  most: label("变化最大的成员", "Most affected"),
  gain: label("{people} 人 +{records} 条", "People: {people}, +{records} {records|record|records}"),
  lose: label("{people} 人 −{records} 条", "People: {people}, −{records} {records|record|records}"),
  unseen: label("（您看不到的记录）", "(a record you cannot see)"),
  createGain: label("{people} 人可以新建“{object}”", "Creating “{object}”: gained by {people}"),
  createLose: label("{people} 人不能再新建“{object}”", "Creating “{object}”: lost by {people}"),
  field: label(
    "“{object}”的字段“{field}”：{before} → {after}（{people} 人）",
    "Field “{field}” of {object}: {before} → {after} (people: {people})",
  ),
  abilityGain: label("{people} 人获得能力“{ability}”", "Ability “{ability}”: gained by {people}"),
  abilityLose: label("{people} 人失去能力“{ability}”", "Ability “{ability}”: lost by {people}"),
  hidden: label("隐藏", "hidden"),
  mask: label("脱敏", "masked"),
  read: label("只读", "read only"),
  edit: label("可编辑", "editable"),
});
