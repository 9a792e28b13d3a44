import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const collaborationMessages = defineMessages({
  not_found: label("没有交给你的这个任务。", "There is no such task of yours."),
  not_collaborator: label("只能转给启用中的协作者。", "Only an active collaborator can be handed a task."),
  field_not_yours: label(
    "你看不到这个字段，不能开放给别人。",
    "You cannot see this field, so you cannot open it.",
  ),
  task_closed: label("这个任务已经关闭。", "This task is already closed."),
});
