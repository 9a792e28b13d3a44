import { label } from "../../shared/i18n/label.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";
import { refuse } from "../kernel/refusal.ts";

export const definitionMessages = defineMessages({
  taken: label(
    "名称“{name}”已被使用（删除过的名称也不能再用）。",
    "The name “{name}” is already taken (deleted names cannot be reused).",
  ),
  shipped: label(
    "“{name}”是系统自带的，这一项不能修改。",
    "“{name}” is built in, so this cannot be changed.",
  ),
  unknown: label("没有名为“{name}”的对象或字段。", "There is no object or field called “{name}”."),
  wrong: label(
    "定义有 {count} 处问题，未保存。",
    "The definition has {count} {count|problem|problems}; nothing was saved.",
  ),
  breaks: label(
    "还有 {count} 处用到它，未做任何更改。",
    "{count} {count|place still uses|places still use} it; nothing was changed.",
  ),
  too_large: label(
    "定义过大：最多 {max} 个字符。",
    "The definition is too large (at most {max} characters).",
  ),
  too_many_objects: label("最多 {max} 个自建对象。", "You can create at most {max} objects."),
  busy: label(
    "其他人正在修改定义，请稍后再试。",
    "Someone else is changing definitions. Try again in a moment.",
  ),
  use_objects: label(
    "对象和字段的定义只能在“对象与字段”设置中修改。",
    "Objects and fields can only be changed under “Objects and fields”.",
  ),
  kind: label("字段类型不能这样修改。", "The type of this field cannot be changed like this."),
  does_not_convert: label(
    "{count} 个值不能转换，未做任何更改：",
    "{count} {count|value|values} cannot be converted; nothing was changed:",
  ),
  not_deleted: label("“{name}”未被删除。", "“{name}” has not been deleted."),
  too_late: label(
    "“{name}”已删除超过 {days} 天，不能再恢复。",
    "“{name}” was deleted more than {days} days ago and can no longer be restored.",
  ),
  option_in_use: label(
    "有 {count} 条记录正在使用要去掉的选项；请隐藏它，或用 map 指定改成哪个选项。",
    "{count} {count|record uses|records use} an option you are removing. Hide it instead, or use map to say which option replaces it.",
  ),
  duplicates: label(
    "有 {count} 组重复的值，不能设为不可重复。",
    "{count} {count|value occurs|values occur} in more than one record, so the field cannot be unique.",
  ),
  needs_roles: label(
    "设置谁可以使用它，需要“管理角色”权限。",
    "Choosing who may use it requires “Manage roles”.",
  ),
});
export type DefinitionMessage = keyof typeof definitionMessages;

export const refusedWith = (
  status: 403 | 404 | 409 | 422,
  code: DefinitionMessage,
  params: Readonly<Record<string, string | number>> = {},
) => refuse({ status, code, text: definitionMessages[code], params });
