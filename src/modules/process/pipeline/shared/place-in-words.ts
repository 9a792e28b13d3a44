import { label, type LabelMap } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";
import type { CriterionKinds } from "./criterion-kind.ts";
import type { PipelineDefinition } from "./pipeline.ts";
import { compose } from "../../../../shared/i18n/compose-labels.ts";

const words = defineMessages({
  entry: label("进入条件", "Entry criteria"),
  exit: label("离开条件", "Exit criteria"),
  actions: label("自动动作", "Actions"),
  guidance: label("指引", "Guidance"),
  label: label("名称", "Label"),
  rules: label("规则", "Rules"),
  task: label("新建任务", "Create task"),
  set: label("设置字段", "Set field"),
  notify: label("发送通知", "Send notification"),
  step: label("{before} › {next}", "{before} › {next}"),
  fault: label("{place}：{text}", "{place}: {text}"),
});
const isWord = (name: string): name is "entry" | "exit" | "actions" | "guidance" | "label" | "rules" =>
  name in words;

/**
 * A place of a definition as people see it: "stages.negotiation.entry.n_doc" is “商务谈判 › 准入条件 › 文件”. Null for
 * the pipeline as a whole. Of several criteria of a kind in one list it says which by number.
 */
export function placeInWords(
  { stages }: PipelineDefinition,
  path: string,
  kinds: CriterionKinds,
): LabelMap | null {
  const [root = "", name = "", part = "", id = ""] = path.split(".");
  if (root === "rules") return words.rules;
  const stage = root === "stages" ? stages.find((one) => one.name === name) : undefined;
  if (!stage) return null;
  const steps: (LabelMap | string)[] = [
    Object.values(stage.label).some((text) => text.trim()) ? stage.label : stage.name,
  ];
  if (isWord(part)) steps.push(words[part]);
  const list = part === "entry" || part === "exit" ? stage[part] : [];
  const criterion = list.find((one) => one.id === id);
  if (criterion) {
    const alike = list.filter((one) => one.kind === criterion.kind);
    steps.push(
      numbered(kinds.get(criterion.kind)?.label ?? criterion.kind, alike.indexOf(criterion), alike.length),
    );
  }
  const actions = part === "actions" ? [...stage.on_enter, ...stage.on_exit] : [];
  const action = actions.find((one) => one.id === id);
  if (action) {
    const alike = actions.filter((one) => one.kind === action.kind);
    steps.push(numbered(words[action.kind], alike.indexOf(action), alike.length));
  }
  const [first = "", ...rest] = steps;
  return rest.reduce<LabelMap>(
    (before, next) => compose(words.step, { before, next }),
    compose({ "zh-CN": "{first}", en: "{first}" }, { first }),
  );
}
const numbered = (kind: LabelMap | string, index: number, count: number): LabelMap | string =>
  count > 1
    ? compose({ "zh-CN": "{kind} {number}", en: "{kind} {number}" }, { kind, number: index + 1 })
    : kind;

/** A fault with its place before it: “商务谈判 › 准入条件 › 文件：请选择文件类型”. */
export function faultInWords(
  definition: PipelineDefinition,
  { path, text }: { readonly path: string; readonly text: LabelMap },
  kinds: CriterionKinds,
): LabelMap {
  const place = placeInWords(definition, path, kinds);
  return place ? compose(words.fault, { place, text }) : text;
}
