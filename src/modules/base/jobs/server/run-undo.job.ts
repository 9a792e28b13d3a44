import { Type } from "@sinclair/typebox";
import {
  type Context,
  type Kept,
  type RefusedRecord,
  type Work,
  accept,
  defineJobKind,
  hasAbility,
  undoBatch,
} from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages, say } from "../../../../shared/i18n/messages.ts";

const messages = defineMessages({
  reason: label("撤销后台任务", "Undo of a background job"),
  used: label("已有其他记录引用它", "Other records refer to it"),
  changed: label("之后被修改过：{fields}", "Changed since: {fields}"),
  gone: label("已被删除", "Already deleted"),
  refused: label("规则或权限不允许", "Not allowed by a rule or permission"),
});

const Payload = Type.Object({
  job: Type.String(),
  object: Type.String(),
  from: Type.Integer(),
  to: Type.Integer(),
  /** How many records the job changed. */
  records: Type.Integer(),
});

/**
 * Reverts what a job wrote, by the log: newest first, with the rights of whoever asked for it. What somebody
 * changed since stays and is listed as refused.
 */
export const undoKind = defineJobKind({
  name: "undo",
  label: label("撤销", "Undo"),
  payload: Payload,
  position: Type.Integer(),
  isPausable: true,
  about: ({ object }) => object,
  async open(context, { payload: { job, from, to, records } }) {
    const reason = messages.reason[context.language];
    const override = hasAbility(context, "pipeline.override") ? { override: { reason } } : {};
    const undoing = { cause: { object: "job", id: job }, range: { from, to }, reason, ...override };
    return accept<Work<number>>({
      total: records,
      async batch(tx, acting, position, size) {
        const { next, deleted, restored, kept } = await undoBatch(tx, acting, undoing, position ?? to, size);
        const refused = kept.map((one) => keptRecord(acting, one));
        return { position: next, done: deleted + restored, refused };
      },
    });
  },
});

function keptRecord({ language }: Context, { id, why, fields, message }: Kept): RefusedRecord {
  const said = message ?? say(messages[why], language, { fields: fields.join(", ") });
  const [field] = fields;
  return { record: id, code: why, errors: [{ code: why, message: said, ...(field ? { field } : {}) }] };
}
