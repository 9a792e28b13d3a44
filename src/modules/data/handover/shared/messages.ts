import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

/** Why a hand-over was refused, in words. */
export const handoverScreenMessages = defineMessages({
  nobody_there: label("没有这个成员。", "There is no such person."),
  bad_successor: label("接手人必须是另一名在职成员。", "The successor must be a different, active person."),
  not_oneself: label("不能给自己办理离职交接。", "You cannot hand over your own work on leaving."),
  transfer_needed: label(
    "还需要“转移负责人”权限。",
    "This also requires the permission “Transfer ownership”.",
  ),
  exceeds_sight: label(
    "此人或其下属名下有你看不到的记录。请由看得到这些记录的人或管理员办理交接。",
    "This person, or someone who reports to them, owns records you cannot see. Ask someone who can see them, or an administrator, to hand them over.",
  ),
  not_transferable: label(
    "这个对象的记录没有负责人，不能转移。",
    "Records of this object have no owner, so they cannot be transferred.",
  ),
  interrupted: label(
    "多次中断，已停止；已交接的记录保持不变",
    "Interrupted several times and stopped; records already handed over stay as they are",
  ),
  cause: label("工作交接", "Handover"),
});
