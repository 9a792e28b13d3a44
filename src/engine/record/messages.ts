import { defineMessages } from "../../shared/i18n/messages.ts";

/** Why a write was refused, in words. */
export const recordMessages = defineMessages({
  unknown_object: { "zh-CN": "没有名为“{object}”的对象。", en: "There is no object named “{object}”." },
  unknown_field: { "zh-CN": "没有名为“{name}”的字段。", en: "There is no field named “{name}”." },
  not_writable: {
    "zh-CN": "“{label}”由系统维护，不能直接修改。",
    en: "“{label}” is kept by the system and cannot be written.",
  },
  field_forbidden: { "zh-CN": "您没有修改“{label}”的权限。", en: "You may not change “{label}”." },
  fixed: { "zh-CN": "“{label}”创建后不能修改。", en: "“{label}” cannot change after creation." },
  required: { "zh-CN": "请填写“{label}”。", en: "“{label}” is required." },
  number_given: {
    "zh-CN": "“{label}”连续编号，由系统按顺序给出，不能填写。",
    en: "“{label}” is numbered without gaps by the system and cannot be given.",
  },
  number_taken: {
    "zh-CN": "“{label}”的编号“{value}”已被使用。",
    en: "The number “{value}” of “{label}” is taken already.",
  },
  link_missing: {
    "zh-CN": "“{label}”指向的记录不存在或您无权查看。",
    en: "The record that “{label}” points to does not exist or is not visible to you.",
  },
  circle: {
    "zh-CN": "“{label}”不能是记录自己或自己的下级。",
    en: "“{label}” cannot be the record itself or one below it.",
  },
  duplicate_found: {
    "zh-CN": "该记录已经存在，未保存。",
    en: "This record exists already; nothing was saved.",
  },
  held_by: {
    "zh-CN": "{fields}已被“{title}”使用，由{owner}负责。",
    en: "“{title}”, which belongs to {owner}, already has this {fields}.",
  },
  held: { "zh-CN": "{fields}已被“{title}”使用。", en: "“{title}” already has this {fields}." },
  taken: {
    "zh-CN": "另一条记录已使用其中一个不能重复的值。",
    en: "Another record already has one of the values that must be unique.",
  },
  duplicate: { "zh-CN": "{fields}的值已被另一条记录使用。", en: "Another record already has this {fields}." },
  id_taken: { "zh-CN": "编号已被使用。", en: "This id is already taken." },
  bad_id: {
    "zh-CN": "编号必须是近 30 天内生成的 UUIDv7。",
    en: "The id must be a UUIDv7 made within the last 30 days.",
  },
  not_found: {
    "zh-CN": "记录不存在，或您无权查看。",
    en: "The record does not exist, or you may not see it.",
  },
  forbidden: { "zh-CN": "您没有权限对“{label}”执行此操作。", en: "You may not do this to “{label}”." },
  version_conflict: {
    "zh-CN": "这条记录已被他人修改，请核对后再保存。",
    en: "Someone else has changed this record; look at the differences and save again.",
  },
  changed_since: {
    "zh-CN": "“{label}”在您打开后已被 {author} 改为“{theirs}”。",
    en: "“{label}” was changed to “{theirs}” by {author} since you opened it.",
  },
  changed_by_program: {
    "zh-CN": "“{label}”在您打开后已改为“{theirs}”。",
    en: "“{label}” was changed to “{theirs}” since you opened it.",
  },
  emptied_since: {
    "zh-CN": "“{label}”在您打开后已被清空。",
    en: "“{label}” was emptied since you opened it.",
  },
  has_changed_by: {
    "zh-CN": "“{label}”在您打开后已被 {author} 修改。",
    en: "“{label}” was changed by {author} since you opened it.",
  },
  has_changed: { "zh-CN": "“{label}”在您打开后有变化。", en: "“{label}” has changed since you opened it." },
  lines_changed: {
    "zh-CN": "“{label}”的明细在您打开后已被 {author} 修改。",
    en: "{author} changed lines of “{label}” since you opened it.",
  },
  lines_changed_by_program: {
    "zh-CN": "“{label}”的明细在您打开后有变化。",
    en: "Lines of “{label}” have changed since you opened it.",
  },
  if_match_required: {
    "zh-CN": "“{label}”是金额单据：修改或删除时须说明所见的版本（If-Match）。",
    en: "“{label}” is a money document: say which version you saw (If-Match) when you change or delete it.",
  },
  line_needs_document: {
    "zh-CN": "“{label}”是金额单据：明细须与单据一起新增或恢复，并说明所见的版本（If-Match）。",
    en: "“{label}” is a money document: add or restore lines together with it, saying which version you saw (If-Match).",
  },
  line_gone: {
    "zh-CN": "“{label}”中有一行已被他人删除。",
    en: "Someone else has removed a line of “{label}”.",
  },
  parent_gone: {
    "zh-CN": "“{label}”所属的记录已删除，请先恢复它。",
    en: "The record that this line belongs to is deleted; restore “{label}” first.",
  },
  not_deleted: { "zh-CN": "记录不在回收站中。", en: "The record is not in the recycle bin." },
  shut: { "zh-CN": "未满足条件，未保存任何更改。", en: "Conditions are not met; nothing was saved." },
  invalid: {
    "zh-CN": "有 {count} 处需要修改，未保存任何更改。",
    en: "{count} {count|entry needs|entries need} attention; nothing was saved.",
  },
  too_many: { "zh-CN": "一次最多处理 {max} 条。", en: "At most {max} at a time." },
  nested_loop: {
    "zh-CN": "规则相互触发超过 {max} 层，已停止。",
    en: "Rules triggered one another more than {max} levels deep and were stopped.",
  },
  ledger: {
    "zh-CN": "这类记录由系统登记，不能修改。",
    en: "These records are kept by the system and cannot be written.",
  },
  nothing_given: { "zh-CN": "没有给出任何内容。", en: "Nothing was given." },
});
