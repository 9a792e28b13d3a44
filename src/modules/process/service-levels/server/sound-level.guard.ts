import { type Add, type Context, type Guard, raiseDefinitions } from "../../../../engine/public.ts";
import { checkExpression } from "../../../../shared/expression/check.ts";
import { explainProblem } from "../../../../shared/expression/problem-text.ts";
import { label, type Label } from "../../../../shared/i18n/label.ts";
import { compose } from "../../../../shared/i18n/compose-labels.ts";
import type { Change } from "../../../../shared/metadata/hooks.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import { serviceLevel } from "../shared/service-level.object.ts";
import { Amount, Named, Steps, Warning } from "../shared/service-level.ts";

/** A level names an object, conditions that hold against it, and amounts of time. */
export const soundLevel: Guard = {
  word: "guard",
  name: "service_levels.sound",
  label: label("时限的条件和时长有效", "Conditions and amounts of service levels are valid"),
  applies: (object) => object.name === serviceLevel.name,
  run: async ({ context, changes }) =>
    new Map(
      changes
        .filter(({ deleting }) => !deleting)
        .map((change): [string, readonly Reason[]] => [change.id, reasonsFor(context, change)]),
    ),
};

function reasonsFor(context: Context, { after }: Change): readonly Reason[] {
  const level = partOf(serviceLevel, after);
  const name = level.object ?? "";
  const about = context.catalog.object(name);
  if (!about || about.ledger || name === serviceLevel.name)
    return [{ code: "unknown_object", field: "object", params: { name }, text: texts.unknown_object }];
  const wrong = (["start", "pause", "stop"] as const).flatMap((field): readonly Reason[] => {
    const source = level[field] ?? "";
    if (field === "pause" && source.trim() === "") return [];
    const checked = checkExpression(source, { schema: context.catalog, object: name, expects: "boolean" });
    if (checked.ok) return [];
    const { code, at } = checked.problem;
    const text = compose(texts.bad_condition, { problem: explainProblem(checked.problem) });
    return [{ code, field, params: { start: at.start, end: at.end }, text }];
  });
  const bad = (code: string, field: string, text: Label): Reason => ({ code, field, text });
  const isWhole =
    !fits(Amount, level.target) ||
    !level.target.unit.endsWith("working_days") ||
    Number.isInteger(level.target.amount);
  return [
    ...wrong,
    ...(fits(Named, level.label) ? [] : [bad("bad_label", "label", texts.bad_label)]),
    ...(fits(Amount, level.target) && level.target.amount > 0 && isWhole
      ? []
      : [bad("bad_amount", "target", texts.bad_amount)]),
    ...(fits(Warning, level.warn ?? null) ? [] : [bad("bad_amount", "warn", texts.bad_amount)]),
    ...(fits(Steps, level.escalate ?? []) ? [] : [bad("bad_steps", "escalate", texts.bad_steps)]),
  ];
}

/** Every process knows a changed level with its next request. */
export const levelsVersion: Add = {
  word: "add",
  name: "service_levels.version",
  label: label("时限立即生效", "Service levels take effect at once"),
  applies: (object) => object.name === serviceLevel.name,
  writes: [],
  run: async ({ context }) => ({ ledger: [raiseDefinitions(context)] }),
};

const texts = {
  unknown_object: label(
    "没有可设时限的对象“{name}”",
    "There is no object “{name}” that can have a time limit",
  ),
  bad_condition: label("条件有误：{problem}", "The condition does not work: {problem}"),
  bad_label: label("请填写中英文名称", "It needs a name in both languages"),
  bad_amount: label(
    "时长是大于 0 的数和单位，工作日为整数",
    "An amount of time is a number above 0 and a unit; days of work are whole",
  ),
  bad_steps: label("升级步骤是时长和通知对象", "A step is an amount of time and who is told"),
};
