import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

/** Why a move is not taken back. */
export const undoMoveMessages = defineMessages({
  no_such_move: label(
    "这次推进无法撤销，记录可能已被再次推进。",
    "This move can’t be undone; the record may have been moved again.",
  ),
  not_your_move: label("只有推进的人可以撤销。", "Only the person who made the move can undo it."),
  may_not_write: label(
    "你无权修改这条记录，不能撤销推进。",
    "You do not have permission to change this record, so the move can’t be undone.",
  ),
  too_late: label(
    "推进已超过 {seconds} 秒，不能再撤销；需要时请把它移回去。",
    "The move was made more than {seconds} seconds ago and can no longer be undone. Move the record back if needed.",
  ),
  signed: label(
    "这次推进经过审批，不能单方撤销；需要时请把它移回去。",
    "This move was approved by someone else, so it can’t simply be undone. Move the record back if needed.",
  ),
  exception: label(
    "这次推进是特批，已留下记录，不能撤销；需要时请把它移回去。",
    "This move was an exception and stays on record, so it can’t be undone. Move the record back if needed.",
  ),
  changed: label(
    "推进之后又有改动（{fields}），不能撤销。",
    "Changed since the move ({fields}), so it can’t be undone.",
  ),
  hidden_fields: label("你无权查看的内容", "something you do not have access to"),
});
