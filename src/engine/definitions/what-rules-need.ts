import { checkExpression } from "../../shared/expression/check.ts";
import { type Label, label } from "../../shared/i18n/label.ts";
import type { Field } from "../../shared/metadata/field.ts";
import { type CatalogObject, parentOf } from "../../shared/metadata/object.ts";
import { stageFields } from "../../shared/metadata/stage-fields.ts";
import type { FieldChanges } from "../catalog/lay-over.ts";
import type { Context } from "../kernel/context.ts";
import { isOfProgram } from "./change-object.ts";
import type { Fault } from "../catalog/shapes.ts";
import { compose } from "../catalog/shapes.ts";

const REFUSED = label("“{name}”不能{what}：{why}。", "“{name}” cannot {what}: {why}.");
const OFF = label("停用", "be turned off");
const ASKED = label("设为必填", "be made required");
const OPTIONAL = label("改为选填", "be made optional");
const OTHERWISE = label("这样修改", "be changed like this");
const WHY = {
  program: label(
    "系统要用到这个对象，只能修改名称、说明和选项的文字",
    "the system relies on this object; only labels, help texts and option labels can be changed",
  ),
  system: label("每条记录都有它", "every record has it"),
  title: label("记录以它为名称", "records take their name from it"),
  stage: label("流程和关卡要用到它", "pipelines and gates use it"),
  parent: label("谁能看到记录由它决定", "it decides who can see a record"),
  unique: label("它用来识别重复", "it identifies duplicates"),
  rule: label("系统规则要用到它", "built-in rules use it"),
  required: label(
    "它是必填项，停用后无法保存新记录",
    "it is required, and no new record could be saved without it",
  ),
  computed: label("它由系统填写，不能手动填写", "the system fills it in and no one else can"),
};

/** Why a change of a shipped field would break what the program does with it; empty where it would not. */
export function faultsOfLaying(
  context: Context,
  object: CatalogObject,
  field: Field,
  before: FieldChanges,
  after: FieldChanges,
): readonly Fault[] {
  const fault = (path: string, what: Label, why: Label | undefined): readonly Fault[] =>
    why
      ? [
          {
            code: "bad_property",
            path,
            text: compose(REFUSED, {
              name: label(field.label["zh-CN"] ?? field.name, field.label["en"] ?? field.name),
              what,
              why,
            }),
          },
        ]
      : [];
  const isNew = (key: keyof FieldChanges): boolean => after[key] !== undefined && after[key] !== before[key];
  const program = isOfProgram(object) ? WHY.program : field.system ? WHY.system : undefined;
  const behaves = (
    ["unique", "indexed", "required_if", "visible_if", "searchable", "personal"] as const
  ).filter((key) => isNew(key));
  const required = field.required === true && !before.required;
  return [
    ...(isNew("hidden") && after.hidden
      ? fault("hidden", OFF, program ?? whyNotHidden(context, object, field, required))
      : []),
    ...(isNew("required") && after.required ? fault("required", ASKED, program ?? whyNotAsked(field)) : []),
    ...(isNew("required") && after.required === false
      ? fault("required", OPTIONAL, program ?? neededBy(context, object, field))
      : []),
    ...behaves.flatMap((key) =>
      fault(key, OTHERWISE, program ?? (key === "required_if" ? whyNotAsked(field) : undefined)),
    ),
  ];
}

function whyNotHidden(
  context: Context,
  object: CatalogObject,
  field: Field,
  isRequired: boolean,
): Label | undefined {
  if (isRequired && field.default === undefined) return WHY.required;
  return neededBy(context, object, field);
}
function whyNotAsked(field: Field): Label | undefined {
  const isMade =
    field.computed ||
    field.internal ||
    ["formula", "rollup", "auto_number", "children", "stage"].includes(field.kind);
  return isMade ? WHY.computed : undefined;
}

function neededBy(context: Context, object: CatalogObject, field: Field): Label | undefined {
  const { name } = field;
  const shipped = context.shipped.find((one) => one.name === object.name);
  if (name === object.title) return WHY.title;
  if (field.kind === "stage" || (object.stageField !== undefined && Object.hasOwn(stageFields(), name)))
    return WHY.stage;
  if (parentOf(object.sharing)?.parent === name) return WHY.parent;
  if ((shipped?.unique ?? []).some((rule) => rule.fields.includes(name))) return WHY.unique;
  return field.needed || isRead(context, object, name) ? WHY.rule : undefined;
}

/** A rule runs when it changes, or asks for it as a fact, from whatever object. */
function isRead({ hooks, catalog }: Context, object: CatalogObject, field: string): boolean {
  return [...hooks.derives, ...hooks.guards].some((hook) => {
    if ("applies" in hook) return false;
    if (hook.object === object.name && hook.when?.includes(field)) return true;
    return Object.values(hook.facts ?? {}).some((fact) => {
      const checked = checkExpression(fact, { schema: catalog, object: hook.object });
      return (
        checked.ok &&
        checked.expression.references.reads.some(
          (read) => read.object === object.name && read.field === field,
        )
      );
    });
  });
}
