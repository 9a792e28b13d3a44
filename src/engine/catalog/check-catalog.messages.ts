import { defineMessages } from "../../shared/i18n/messages.ts";
import { label } from "../../shared/i18n/label.ts";

export const catalogCheckMessages = defineMessages({
  bad_name: label(
    "{place}：名称只能用小写英文字母、数字和下划线，以字母开头，最长 50 个字符。",
    "{place}: a name has lower-case letters, digits and underscores, begins with a letter and is at most 50 characters.",
  ),
  duplicate_name: label("{place}：名称重复。", "{place}: this name is used twice."),
  no_label: label("{place}：缺少名称标签。", "{place}: a label is missing."),
  no_title: label("{place}：标题字段“{field}”不存在。", "{place}: the title field “{field}” does not exist."),
  unknown_target: label(
    "{place}：指向不存在的对象“{target}”。",
    "{place}: points to the unknown object “{target}”.",
  ),
  unknown_field: label(
    "{place}：字段“{field}”不存在或已停用。",
    "{place}: the field “{field}” does not exist or is switched off.",
  ),
  bad_expression: label("{place}：{problem}", "{place}: {problem}"),
  formula_cycle: label(
    "{place}：公式相互引用，形成循环：{path}。",
    "{place}: formulas refer to one another in a circle: {path}.",
  ),
  bad_rollup: label(
    "{place}：“{fn}”不能用于字段“{field}”。",
    "{place}: “{fn}” cannot be used on the field “{field}”.",
  ),
  not_a_link: label(
    "{place}：“{field}”不是指向“{target}”的关联字段。",
    "{place}: “{field}” is no link that points to “{target}”.",
  ),
  not_a_parent: label(
    "{place}：“{field}”不是关联字段，不能决定谁可见。",
    "{place}: “{field}” is no link and cannot decide who sees a record.",
  ),
  not_lengthened: label(
    "{place}：“{field}”不能由这个列表续接：它应是指向多个对象的关联字段，对象包含列表中的全部，且只续接一次。",
    "{place}: “{field}” cannot go on in this list: it must be a link to several objects, those of the list among them, and go on once only.",
  ),
  no_options: label(
    "{place}：至少需要一个可选的选项，且代码不能重复。",
    "{place}: at least one option must be offered, and codes must differ.",
  ),
  not_unique: label(
    "{place}：这种类型的字段不能设为不可重复。",
    "{place}: a field of this kind cannot be unique.",
  ),
  two_stages: label(
    "{place}：一个对象只能有一个阶段字段。",
    "{place}: an object can have only one stage field.",
  ),
  too_many_fields: label("{place}：一个对象最多 500 个字段。", "{place}: an object has at most 500 fields."),
});
