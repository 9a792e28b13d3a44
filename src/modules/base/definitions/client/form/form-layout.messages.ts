import { label } from "../../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../../shared/i18n/messages.ts";

export const formLayoutMessages = defineMessages({
  form: label("表单", "Form"),
  lead: label(
    "把字段拖到想要的位置，新建、编辑和记录页都按这里的顺序显示。用键盘时，选中把手后按方向键。",
    "Drag fields to where they belong: new records, editing and the record page follow this order. With the keyboard, focus a handle and press the arrow keys.",
  ),
  basics: label("基本信息", "Basics"),
  newSection: label("新分组", "New section"),
  section: label("分组名称", "Section name"),
  sectionUp: label("上移分组 {name}", "Move section {name} up"),
  sectionDown: label("下移分组 {name}", "Move section {name} down"),
  removeSection: label("删除分组 {name}（字段保留）", "Remove section {name} (its fields stay)"),
  rest: label("未分组", "Not in a section"),
  restHint: label("排在所有分组之后", "Shown after all sections"),
  dropHere: label("把字段拖到这里", "Drag fields here"),
  handle: label("移动 {name}", "Move {name}"),
  moved: label("{name}：{section}，第 {place} 个", "{name}: {section}, place {place}"),
  desktop: label("电脑", "Desktop"),
  phone: label("手机", "Phone"),
  preview: label("预览宽度", "Preview width"),
  unsaved: label("有未保存的修改", "Unsaved changes"),
  undo: label("放弃修改", "Discard changes"),
  asShipped: label("恢复系统自带的表单", "Restore the built-in form"),
  asShippedTitle: label("恢复系统自带的表单？", "Restore the built-in form?"),
  asShippedDetail: label(
    "分组和顺序回到系统自带的样子，记录不受影响。",
    "Sections and order go back to what is built in. Records are not affected.",
  ),
});
