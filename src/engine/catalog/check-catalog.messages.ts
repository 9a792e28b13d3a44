import { defineMessages } from "../../shared/i18n/messages.ts";
import { label } from "../../shared/i18n/label.ts";

export const catalogCheckMessages = defineMessages({
  bad_name: label(
    "{place}：名称只能用小写英文字母、数字和下划线，以字母开头，最多 50 个字符。",
    "{place}: a name uses lower-case letters, digits and underscores, starts with a letter and has at most 50 characters.",
  ),
  duplicate_name: label("{place}：名称重复。", "{place}: this name is already used."),
  no_label: label("{place}：缺少显示名称。", "{place}: the label is missing."),
  no_title: label("{place}：标题字段“{field}”不存在。", "{place}: the title field “{field}” does not exist."),
  unknown_target: label(
    "{place}：指向的对象“{target}”不存在。",
    "{place}: it points to the object “{target}”, which does not exist.",
  ),
  unknown_field: label(
    "{place}：字段“{field}”不存在或已停用。",
    "{place}: the field “{field}” does not exist or is turned off.",
  ),
  bad_expression: label("{place}：{problem}", "{place}: {problem}"),
  formula_cycle: label(
    "{place}：公式循环引用：{path}。",
    "{place}: the formulas refer to one another in a circle: {path}.",
  ),
  bad_rollup: label(
    "{place}：“{fn}”不能用于字段“{field}”。",
    "{place}: “{fn}” cannot be used with the field “{field}”.",
  ),
  not_a_link: label(
    "{place}：“{field}”不是指向“{target}”的关联字段。",
    "{place}: “{field}” is not a link to “{target}”.",
  ),
  not_a_parent: label(
    "{place}：“{field}”不是关联字段，不能用它决定谁能看到记录。",
    "{place}: “{field}” is not a link, so it cannot decide who sees a record.",
  ),
  unfit_amount: label(
    "{place}：“{field}”的类型不能用作“{role}”。",
    "{place}: “{field}” is not of a type that can be used as “{role}”.",
  ),
  amount_twice: label(
    "{place}：“{field}”在金额计算中用了两次。",
    "{place}: “{field}” is used twice in the amounts.",
  ),
  not_lengthened: label(
    "{place}：“{field}”不能用于这个列表：它应是指向多种对象的关联字段，包含列表中的全部对象，且只能使用一次。",
    "{place}: “{field}” cannot be used for this list. It must be a link to several objects, including all of those in the list, and can be used only once.",
  ),
  no_options: label(
    "{place}：至少要有一个可选项，且代码不能重复。",
    "{place}: offer at least one option, each with its own code.",
  ),
  not_unique: label(
    "{place}：这种类型的字段不能设为不可重复。",
    "{place}: a field of this type cannot be unique.",
  ),
  two_stages: label(
    "{place}：一个对象只能有一个阶段字段。",
    "{place}: an object can have only one stage field.",
  ),
  too_many_fields: label(
    "{place}：一个对象最多 500 个字段。",
    "{place}: an object can have at most 500 fields.",
  ),
});
