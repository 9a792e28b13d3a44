import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";

export const conflictMessages = defineMessages({
  title: label("其他人刚刚也修改了这条记录", "Someone else has just changed this record"),
  lead: label(
    "逐项选择保留哪个值，没有冲突的修改会照常保存。",
    "Choose which value to keep for each field. Your other changes are saved as usual.",
  ),
  leadInPlace: label(
    "在你保存之前，这个值已被改动。请选择保留哪一个。",
    "The value was changed before yours was saved. Choose which one to keep.",
  ),
  mine: label("我的", "Mine"),
  theirs: label("对方的", "Theirs"),
  by: label("{author}，{time}", "{author}, {time}"),
  bySomeone: label("其他人", "Someone else"),
  notSaved: label("尚未保存", "Not saved yet"),
  allMine: label("全部用我的", "Keep all mine"),
  allTheirs: label("全部用对方的", "Keep all theirs"),
  save: label("按所选保存", "Save selection"),
  back: label("返回表单", "Back to form"),
});
