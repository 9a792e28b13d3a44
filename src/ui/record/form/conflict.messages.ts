import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";

export const conflictMessages = defineMessages({
  title: label("别人刚刚也改了这条记录", "Someone else changed this record meanwhile"),
  lead: label(
    "逐项选择保留哪个值。没有冲突的修改会照常保存。",
    "Choose a value for each field. Your other changes are saved as they are.",
  ),
  leadInPlace: label(
    "您写入之前，此值已被改动。选择保留哪个值。",
    "The value was changed before yours was written. Choose which one stays.",
  ),
  mine: label("我的", "Mine"),
  theirs: label("对方的", "Theirs"),
  by: label("{author}，{time}", "{author}, {time}"),
  bySomeone: label("其他人", "Someone else"),
  notSaved: label("尚未保存", "Not saved yet"),
  allMine: label("全部用我的", "All mine"),
  allTheirs: label("全部用对方的", "All theirs"),
  save: label("按所选保存", "Save these choices"),
  back: label("回到表单", "Back to the form"),
});
