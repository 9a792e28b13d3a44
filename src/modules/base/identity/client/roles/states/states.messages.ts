import { label } from "../../../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../../../shared/i18n/messages.ts";

export const stateMessages = defineMessages({
  byState: label("按状态", "By state"),
  intro: label(
    "记录处于某种状态时，用这里的权限代替平时的权限。从上往下，第一条符合并提到该项的规则生效。",
    "While a record is in a state, what is set here replaces the usual permissions. From the top, the first rule that applies and mentions something decides it.",
  ),
  none: label("还没有按状态的规则", "No rules by state yet"),
  add: label("添加规则", "Add rule"),
  when: label("当", "While"),
  any: label("还没有设置条件", "No condition yet"),
  change: label("设置条件", "Set condition"),
  usual: label("与平时相同", "As usual"),
  fields: label("字段", "Fields"),
  addField: label("添加字段", "Add a field"),
  removeField: label("不再单独设置“{field}”", "Stop setting “{field}”"),
  up: label("上移", "Move up"),
  remove: label("删除规则", "Remove rule"),
  scopeSaid: label("{action}：{scope}", "{action}: {scope}"),
  fieldSaid: label("{field}{right}", "{field}: {right}"),
  nothing: label("还没有设置任何权限", "Nothing is set yet"),
});
