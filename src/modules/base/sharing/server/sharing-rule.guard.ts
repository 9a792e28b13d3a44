import {
  type Context,
  type Guard,
  fieldRight,
  isReadable,
  surelyReached,
} from "../../../../engine/public.ts";
import { sharingRule } from "../../../../objects/system/sharing-rule/sharing-rule.object.ts";
import { checkExpression } from "../../../../shared/expression/check.ts";
import { explainProblem } from "../../../../shared/expression/problem-text.ts";
import { type Label, label, type Language, textOf } from "../../../../shared/i18n/label.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import type { Change } from "../../../../shared/metadata/hooks.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { sharingMessages } from "../shared/messages.ts";

/**
 * A rule names an object whose records have owners, a condition that holds against it, and gives no more than
 * its writer has.
 */
export const soundRule: Guard = {
  word: "guard",
  name: "sharing.rule",
  label: label("共享规则有效且不越权", "Sharing rules are valid and do not exceed one’s own access"),
  applies: (object) => object.name === "sharing_rule",
  run: async ({ changes, context }) =>
    new Map(
      changes.map((change): [string, readonly Reason[]] => [
        change.id,
        change.deleting ? beyond(context, change) : reasonsFor(context, change),
      ]),
    ),
};

function reasonsFor(context: Context, change: Change): readonly Reason[] {
  const rule = partOf(sharingRule, change.after);
  const name = rule.object ?? "";
  const object = context.catalog.object(name);
  if (!object || object.sharing !== "owner")
    return [
      { code: "unknown_object", field: "object", params: { name }, text: sharingMessages.unknown_object },
    ];
  const checked = checkExpression(rule.criteria ?? "", {
    schema: context.catalog,
    object: name,
    expects: "boolean",
  });
  if (!checked.ok) {
    const why = explainProblem(checked.problem);
    const text = inBoth((language) =>
      say(sharingMessages.bad_condition, language, { problem: why[language] }),
    );
    return [
      {
        code: checked.problem.code,
        field: "criteria",
        params: { start: checked.problem.at.start, end: checked.problem.at.end },
        text,
      },
    ];
  }
  const isNew = change.before === null || change.changed.has("criteria") || change.changed.has("object");
  const unread = isNew ? unreadable(context, checked.expression.references.reads) : undefined;
  if (unread) return [{ code: "unreadable", field: "criteria", text: sharingMessages.unreadable }];
  return beyond(context, change);
}

/**
 * Who is let in by a rule tells whether its condition holds: so it reads what its writer reads in full, and
 * nothing else.
 */
const unreadable = (
  context: Context,
  reads: readonly { readonly object: string; readonly field: string }[],
) =>
  reads.find((read) => {
    const object = context.catalog.object(read.object);
    return !object || !isReadable(fieldRight(context, object, read.field));
  });

/** What is given, before and after, is within the scope "all" of who writes. */
function beyond(context: Context, change: Change): readonly Reason[] {
  if (context.principal.kind === "system") return [];
  for (const values of [change.before, change.after]) {
    const rule = partOf(sharingRule, values);
    const object = values && context.catalog.object(String(rule.object));
    if (!object) continue;
    const edits = rule.level === "edit";
    if (surelyReached(context, object, edits ? "update" : "read") === "all") continue;
    const word = edits ? label("编辑", "edit") : label("查看", "view");
    const text = inBoth((language) =>
      say(sharingMessages.beyond_own, language, {
        name: textOf(object.label, language),
        level: word[language],
      }),
    );
    return [{ code: "beyond_own", field: "object", text }];
  }
  return [];
}
const inBoth = (write: (language: Language) => string): Label => label(write("zh-CN"), write("en"));
