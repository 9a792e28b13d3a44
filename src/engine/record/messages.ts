import { defineMessages } from "../../shared/i18n/messages.ts";

/** Why a write was refused, in words. */
export const recordMessages = defineMessages({
  unknown_object: { "zh-CN": "没有名为“{object}”的对象。", en: "There is no object called “{object}”." },
  unknown_field: { "zh-CN": "没有名为“{name}”的字段。", en: "There is no field called “{name}”." },
  not_writable: {
    "zh-CN": "“{label}”由系统维护，不能直接修改。",
    en: "“{label}” is maintained by the system and cannot be edited.",
  },
  field_forbidden: {
    "zh-CN": "你没有修改“{label}”的权限。",
    en: "You do not have permission to change “{label}”.",
  },
  fixed: { "zh-CN": "“{label}”创建后不能修改。", en: "“{label}” cannot be changed after creation." },
  required: { "zh-CN": "请填写“{label}”。", en: "Please fill in “{label}”." },
  number_given: {
    "zh-CN": "“{label}”由系统连续编号，不能填写。",
    en: "“{label}” is numbered by the system without gaps, so leave it empty.",
  },
  number_taken: {
    "zh-CN": "“{label}”的编号“{value}”已被使用。",
    en: "The number “{value}” of “{label}” is already taken.",
  },
  link_missing: {
    "zh-CN": "“{label}”指向的记录不存在，或你无权查看。",
    en: "The record chosen for “{label}” does not exist, or you do not have access to it.",
  },
  circle: {
    "zh-CN": "“{label}”不能是记录自己或自己的下级。",
    en: "“{label}” cannot be the record itself or one of its children.",
  },
  duplicate_found: {
    "zh-CN": "记录已存在，未保存。",
    en: "This record already exists; nothing was saved.",
  },
  held_by: {
    "zh-CN": "{fields}已被“{title}”使用，负责人是{owner}。",
    en: "“{title}”, owned by {owner}, already has this {fields}.",
  },
  held: { "zh-CN": "{fields}已被“{title}”使用。", en: "“{title}” already has this {fields}." },
  taken: {
    "zh-CN": "有一个不可重复的值已被另一条记录使用。",
    en: "Another record already uses one of the values that must be unique.",
  },
  duplicate: {
    "zh-CN": "{fields}的值已被另一条记录使用。",
    en: "Another record already uses this {fields}.",
  },
  id_taken: { "zh-CN": "这个 ID 已被使用。", en: "This ID is already taken." },
  bad_id: {
    "zh-CN": "ID 必须是近 30 天内生成的 UUIDv7。",
    en: "The ID must be a UUIDv7 created within the last 30 days.",
  },
  not_found: {
    "zh-CN": "记录不存在，或你无权查看。",
    en: "The record does not exist, or you do not have access to it.",
  },
  forbidden: {
    "zh-CN": "你没有对“{label}”执行此操作的权限。",
    en: "You do not have permission to do this with “{label}”.",
  },
  version_conflict: {
    "zh-CN": "这条记录已被他人修改，请核对后再保存。",
    en: "Someone else has changed this record. Review the differences, then save again.",
  },
  changed_since: {
    "zh-CN": "“{label}”在你打开后已被 {author} 改为“{theirs}”。",
    en: "{author} changed “{label}” to “{theirs}” after you opened it.",
  },
  changed_by_program: {
    "zh-CN": "“{label}”在你打开后已改为“{theirs}”。",
    en: "“{label}” was changed to “{theirs}” after you opened it.",
  },
  emptied_since: {
    "zh-CN": "“{label}”在你打开后已被清空。",
    en: "“{label}” was cleared after you opened it.",
  },
  has_changed_by: {
    "zh-CN": "“{label}”在你打开后已被 {author} 修改。",
    en: "{author} changed “{label}” after you opened it.",
  },
  has_changed: { "zh-CN": "“{label}”在你打开后有变化。", en: "“{label}” has changed since you opened it." },
  lines_changed: {
    "zh-CN": "“{label}”的明细在你打开后已被 {author} 修改。",
    en: "{author} changed lines of “{label}” after you opened it.",
  },
  lines_changed_by_program: {
    "zh-CN": "“{label}”的明细在你打开后有变化。",
    en: "Lines of “{label}” have changed since you opened it.",
  },
  if_match_required: {
    "zh-CN": "“{label}”是金额单据，修改或删除时须用 If-Match 说明你看到的版本。",
    en: "“{label}” is a financial document: to change or delete it, state the version you saw (If-Match).",
  },
  line_needs_document: {
    "zh-CN": "“{label}”是金额单据，明细须与单据一起新增或恢复，并用 If-Match 说明你看到的版本。",
    en: "“{label}” is a financial document: add or restore its lines together with it and state the version you saw (If-Match).",
  },
  line_gone: {
    "zh-CN": "“{label}”中有一行已被他人删除。",
    en: "Someone else has deleted a line of “{label}”.",
  },
  parent_gone: {
    "zh-CN": "“{label}”所属的记录已删除，请先恢复它。",
    en: "The record this line belongs to has been deleted. Restore “{label}” first.",
  },
  not_deleted: { "zh-CN": "记录不在回收站中。", en: "The record is not in the recycle bin." },
  shut: {
    "zh-CN": "还有条件未满足，未保存任何更改。",
    en: "Some conditions are not met; nothing was saved.",
  },
  invalid: {
    "zh-CN": "有 {count} 处需要修改，未保存任何更改。",
    en: "{count} {count|entry needs|entries need} correcting; nothing was saved.",
  },
  too_many: { "zh-CN": "一次最多处理 {max} 条。", en: "At most {max} at a time." },
  nested_loop: {
    "zh-CN": "规则相互触发超过 {max} 层，已停止。",
    en: "Rules triggered one another more than {max} levels deep, so this was stopped.",
  },
  ledger: {
    "zh-CN": "这类记录由系统维护，不能修改。",
    en: "These records are maintained by the system and cannot be changed.",
  },
  nothing_given: { "zh-CN": "没有提供任何内容。", en: "Nothing was supplied." },
});
