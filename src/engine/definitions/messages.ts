import { label } from "../../shared/i18n/label.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";
import { refuse } from "../kernel/refusal.ts";

export const definitionMessages = defineMessages({
  taken: label(
    "名称“{name}”已被使用（删除过的名称也不能再用）。",
    "The name “{name}” is taken (also names that were deleted).",
  ),
  shipped: label(
    "“{name}”是系统自带的，这一项不能修改。",
    "“{name}” is shipped with the product; this cannot be changed.",
  ),
  unknown: label("没有名为“{name}”的对象或字段。", "There is no object or field named “{name}”."),
  wrong: label(
    "定义有 {count} 处问题，未保存。",
    "The definition has {count} {count|problem|problems}; nothing was saved.",
  ),
  breaks: label(
    "还有 {count} 处用到它，未做任何更改。",
    "{count} {count|place still uses|places still use} it; nothing was changed.",
  ),
  too_large: label("定义过大：最多 {max} 个字符。", "The definition is too large: at most {max} characters."),
  too_many_objects: label("最多 {max} 个自建对象。", "There can be at most {max} objects of your own."),
  busy: label(
    "定义正在被他人修改，请稍后再试。",
    "Somebody else is changing definitions right now; try again in a moment.",
  ),
  use_objects: label(
    "对象和字段的定义只能在对象设置中修改。",
    "Objects and fields are changed in their settings only.",
  ),
  kind: label("字段类型不能这样修改。", "A field’s kind cannot change like this."),
  does_not_convert: label(
    "{count} 个值不能转换，未做任何更改：",
    "{count} {count|value has|values have} no equal of that kind; nothing was changed.",
  ),
  not_deleted: label("“{name}”没有被删除。", "“{name}” is not deleted."),
  too_late: label(
    "“{name}”已删除超过 {days} 天，不能再恢复。",
    "“{name}” was deleted more than {days} days ago and cannot be restored any more.",
  ),
  option_in_use: label(
    "有 {count} 条记录正在使用要去掉的选项；请隐藏它，或用 map 指定改成哪个选项。",
    "{count} {count|record uses|records use} an option that would go; hide it, or say with “map” which option takes its place.",
  ),
  duplicates: label(
    "有 {count} 组重复的值，不能设为不可重复。",
    "{count} {count|value stands|values stand} in more than one record; they cannot be made unique.",
  ),
  needs_roles: label(
    "设置谁可以使用需要“管理角色”权限。",
    "Saying who may use it needs the right to manage roles.",
  ),
});
export type DefinitionMessage = keyof typeof definitionMessages;

export const refusedWith = (
  status: 403 | 404 | 409 | 422,
  code: DefinitionMessage,
  params: Readonly<Record<string, string | number>> = {},
) => refuse({ status, code, text: definitionMessages[code], params });
