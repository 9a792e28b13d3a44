import { label, LANGUAGES, type LabelMap } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";
import type { CheckOptions, Checked, ExpressionSchema } from "../../../shared/expression/types.ts";
import type { CatalogObject } from "../../../shared/metadata/object.ts";
import { isSecureAddress } from "./address.ts";
import {
  creationStages,
  type Criterion,
  inOrder,
  type PipelineDefinition,
  type Recipient,
  type Stage,
  type StageAction,
} from "./pipeline.ts";
import { compose } from "./texts.ts";

/** Something a pipeline may not be published with. `path` leads to the place: "stages.demo.entry.budget". */
export interface DefinitionProblem {
  readonly path: string;
  readonly code: string;
  readonly text: LabelMap;
}
export interface CheckWorld {
  readonly schema: ExpressionSchema;
  readonly checkExpression: (source: string, options: CheckOptions) => Checked;
  /** Codes of questionnaires and names of roles that there are. */
  readonly forms: readonly string[];
  readonly roles: readonly string[];
  /** Ids of those people named in the definition who are still here. */
  readonly people: readonly string[];
}

const texts = defineMessages({
  unknown_object: label(
    "没有对象“{object}”，或它没有阶段字段",
    "There is no object “{object}” with a stage field",
  ),
  label_missing: label("{place} 缺少{language}名称", "{place} has no {language} label"),
  no_stages: label("流程至少要有一个阶段", "A pipeline needs at least one stage"),
  no_open_stage: label("流程至少要有一个进行中的阶段", "A pipeline needs at least one open stage"),
  duplicate_stage: label("阶段代码“{stage}”重复", "Stage name “{stage}” occurs twice"),
  duplicate_order: label(
    "阶段“{stage}”与另一阶段的次序相同",
    "Stage “{stage}” has the same order as another one",
  ),
  bad_name: label(
    "代码“{name}”只能用小写字母、数字和下划线，并以字母开头",
    "“{name}” must be lower-case letters, digits and underscores, beginning with a letter",
  ),
  bad_probability: label(
    "阶段“{stage}”的赢率必须在 0 到 100 之间",
    "The probability of stage “{stage}” must be between 0 and 100",
  ),
  unreachable: label("没有任何途径能到达阶段“{stage}”", "No way leads to stage “{stage}”"),
  unknown_stage: label("没有阶段“{stage}”", "There is no stage “{stage}”"),
  duplicate_id: label("标识“{id}”重复", "Id “{id}” occurs twice"),
  unknown_field: label("没有字段“{field}”", "There is no field “{field}”"),
  computed_field: label("字段“{field}”由系统计算，不能设置", "Field “{field}” is computed and cannot be set"),
  bad_expression: label(
    "表达式有误：{source}（{problem}，第 {at} 个字符）",
    "The expression is wrong: {source} ({problem} at character {at})",
  ),
  empty: label("{place} 没有内容", "{place} is empty"),
  unknown_related: label("“{object}”没有指向此对象的关联", "“{object}” has no link to this object"),
  unknown_form: label("没有调研表“{form}”", "There is no questionnaire “{form}”"),
  unknown_document: label("没有文档类型“{type}”", "There is no document type “{type}”"),
  unknown_template: label(
    "没有任务模板“{template}”会在离开的阶段生成",
    "No stage makes a task from template “{template}”",
  ),
  unknown_role: label("没有角色“{role}”", "There is no role “{role}”"),
  unknown_person: label("要通知的人已停用或不存在", "Somebody to be notified has left or does not exist"),
  choose_form: label("请选择调研表", "Choose the questionnaire"),
  choose_document: label("请选择文件类型", "Choose the type of document"),
  choose_role: label("请选择角色", "Choose the role"),
  choose_related: label("请选择关联的对象", "Choose the related object"),
  write_expression: label("请填写条件", "Write the condition"),
  nobody: label("没有选择通知谁", "Nobody is chosen to be notified"),
  bad_bounds: label("{place} 的上下限不对", "The bounds of {place} are wrong"),
  guidance_line: label("指引中的一条", "A line of the guidance"),
  bad_link: label("资料链接必须是 https 地址：{url}", "A link must be an https address: {url}"),
});
const languageNames: Readonly<Record<string, LabelMap>> = {
  "zh-CN": label("中文", "Chinese"),
  en: label("英文", "English"),
};

/**
 * Everything wrong with a definition, with the place and a sentence in both languages. Empty: it may be
 * published.
 */
export function checkDefinition(
  definition: PipelineDefinition,
  world: CheckWorld,
): readonly DefinitionProblem[] {
  const object = world.schema.object(definition.object);
  if (!object?.stageField)
    return [
      {
        path: "object",
        code: "unknown_object",
        text: compose(texts.unknown_object, { object: definition.object }),
      },
    ];
  const found: DefinitionProblem[] = [
    ...checkName("name", definition.name),
    ...checkLabel("label", definition.label, definition.name),
  ];
  const { stages } = definition;
  if (stages.length === 0) found.push({ path: "stages", code: "no_stages", text: texts.no_stages });
  else if (!stages.some((stage) => stage.type === "open"))
    found.push({ path: "stages", code: "no_open_stage", text: texts.no_open_stage });
  found.push(...checkStages(definition, world));
  const ids = new Set<string>();
  for (const stage of stages) {
    for (const [side, list] of [
      ["entry", stage.entry],
      ["exit", stage.exit],
    ] as const) {
      for (const criterion of list) {
        const path = `stages.${stage.name}.${side}.${criterion.id}`;
        if (ids.has(criterion.id))
          found.push({ path, code: "duplicate_id", text: compose(texts.duplicate_id, { id: criterion.id }) });
        ids.add(criterion.id);
        found.push(...checkCriterion(criterion, path, { definition, object, world }));
      }
    }
    found.push(...checkActions(stage, object, world, ids), ...checkGuidance(stage));
  }
  return found;
}

function checkStages(definition: PipelineDefinition, { roles }: CheckWorld): readonly DefinitionProblem[] {
  const { stages, rules } = definition;
  const found: DefinitionProblem[] = [];
  stages.forEach((stage, index) => {
    const path = `stages.${stage.name}`;
    const say = (code: "duplicate_stage" | "duplicate_order" | "bad_probability" | "unreachable") =>
      found.push({ path, code, text: compose(texts[code], { stage: stage.name }) });
    found.push(...checkName(path, stage.name), ...checkLabel(`${path}.label`, stage.label, stage.name));
    if (stages.findIndex((one) => one.name === stage.name) !== index) say("duplicate_stage");
    else if (stages.some((one, other) => other < index && one.order === stage.order)) say("duplicate_order");
    if (stage.probability < 0 || stage.probability > 100) say("bad_probability");
    if (!isReachable(definition, stage)) say("unreachable");
  });
  for (const rule of ["override_approval", "reopen_approval"] as const) {
    const approver = rules[rule];
    if (typeof approver === "object" && !roles.includes(approver.role))
      found.push({
        path: `rules.${rule}`,
        code: "unknown_role",
        text: compose(texts.unknown_role, { role: approver.role }),
      });
  }
  for (const name of creationStages(definition) ?? [])
    if (!stages.some((stage) => stage.name === name))
      found.push({
        path: "rules.create_in",
        code: "unknown_stage",
        text: compose(texts.unknown_stage, { stage: name }),
      });
  return found;
}

/**
 * A stage is reached by creating in it or by moving from an earlier (or, where allowed, a later) one; a
 * forbidden skip cuts off what lies behind an unreachable one.
 */
function isReachable(definition: PipelineDefinition, stage: Stage): boolean {
  const { stages, rules } = definition;
  const starts = creationStages(definition) ?? stages.map((one) => one.name);
  if (starts.includes(stage.name)) return true;
  const begun = inOrder(stages).filter((one) => one.type === "open" && starts.includes(one.name));
  if (begun.length === 0) return false;
  if (stage.type !== "open") return true;
  return rules.allow_backward || begun.some((one) => one.order < stage.order);
}

const checkName = (path: string, name: string): readonly DefinitionProblem[] =>
  /^[a-z][a-z0-9_]{0,59}$/.test(name)
    ? []
    : [{ path, code: "bad_name", text: compose(texts.bad_name, { name }) }];
const checkLabel = (path: string, map: LabelMap, place: string): readonly DefinitionProblem[] =>
  LANGUAGES.filter((language) => !map[language]?.trim()).map((language) => ({
    path,
    code: "label_missing",
    text: compose(texts.label_missing, { place, language: languageNames[language] ?? language }),
  }));

interface Place {
  readonly definition: PipelineDefinition;
  readonly object: CatalogObject;
  readonly world: CheckWorld;
}

function checkCriterion(criterion: Criterion, path: string, place: Place): readonly DefinitionProblem[] {
  const { object, world } = place;
  const problem = (
    code: keyof typeof texts,
    places: Readonly<Record<string, string | number>>,
  ): DefinitionProblem => ({
    path,
    code,
    text: compose(texts[code], places),
  });
  const unchosen = (code: string, text: keyof typeof texts): DefinitionProblem => ({
    path,
    code,
    text: texts[text],
  });
  switch (criterion.kind) {
    case "fields":
      if (criterion.fields.length === 0) return [problem("empty", { place: criterion.id })];
      return criterion.fields
        .filter((name) => !isAskable(object, name))
        .map((field) => problem("unknown_field", { field }));
    case "condition":
      if (criterion.expression.trim() === "") return [unchosen("bad_expression", "write_expression")];
      return checkSource(criterion.expression, object.name, path, world);
    case "checklist":
      if (criterion.items.length === 0) return [problem("empty", { place: criterion.id })];
      return [
        ...criterion.items.flatMap((item) => checkLabel(path, item.label, item.id)),
        ...repeated(criterion.items.map((item) => item.id)).map((id) => problem("duplicate_id", { id })),
      ];
    case "tasks": {
      const made = place.definition.stages
        .flatMap((stage) => [...stage.on_enter, ...stage.on_exit])
        .filter((action) => action.kind === "task");
      const unknown = (criterion.items ?? [])
        .filter((item) => !made.some((action) => action.id === item.id))
        .map((item) => problem("unknown_template", { template: item.id }));
      return unknown;
    }
    case "form":
      if (criterion.form === "") return [unchosen("unknown_form", "choose_form")];
      return world.forms.includes(criterion.form) ? [] : [problem("unknown_form", { form: criterion.form })];
    case "document":
      if (criterion.document_type === "") return [unchosen("unknown_document", "choose_document")];
      return hasDocumentType(world, criterion.document_type)
        ? []
        : [problem("unknown_document", { type: criterion.document_type })];
    case "related":
      if (criterion.object === "") return [unchosen("unknown_related", "choose_related")];
      return checkRelated(criterion, path, place);
    case "approval":
      if (criterion.approval === "") return [unchosen("unknown_role", "choose_role")];
      return world.roles.includes(criterion.approval)
        ? []
        : [problem("unknown_role", { role: criterion.approval })];
    case "dwell":
      return isBounds(criterion.min_days, criterion.max_days) &&
        (criterion.min_days ?? criterion.max_days) !== undefined
        ? []
        : [problem("bad_bounds", { place: criterion.id })];
  }
}

function checkRelated(
  criterion: Extract<Criterion, { kind: "related" }>,
  path: string,
  { object, world }: Place,
): readonly DefinitionProblem[] {
  const other = world.schema.object(criterion.object);
  if (!other?.fields.some((field) => field.kind === "link" && field.targets.includes(object.name)))
    return [
      { path, code: "unknown_related", text: compose(texts.unknown_related, { object: criterion.object }) },
    ];
  const bounds: readonly DefinitionProblem[] = isBounds(criterion.min, criterion.max)
    ? []
    : [{ path, code: "bad_bounds", text: compose(texts.bad_bounds, { place: criterion.id }) }];
  return [
    ...bounds,
    ...(criterion.expression ? checkSource(criterion.expression, other.name, path, world) : []),
  ];
}

function checkSource(
  source: string,
  object: string,
  path: string,
  world: CheckWorld,
): readonly DefinitionProblem[] {
  const checked = world.checkExpression(source, { schema: world.schema, object, expects: "boolean" });
  if (checked.ok) return [];
  const problem = checked.problem.suggestion
    ? `${checked.problem.code}: ${checked.problem.suggestion}?`
    : checked.problem.code;
  return [
    {
      path,
      code: "bad_expression",
      text: compose(texts.bad_expression, { source, problem, at: checked.problem.at.start + 1 }),
    },
  ];
}

/** What people are sent to while they work must say what it is and be safe to open. */
function checkGuidance({ name, guidance = {} }: Stage): readonly DefinitionProblem[] {
  const { tips = [], scripts = [], links = [] } = guidance;
  const path = `stages.${name}.guidance`;
  return [
    ...[...tips, ...scripts, ...links.map((link) => link.label)]
      .filter((text) => !LANGUAGES.some((language) => text[language]?.trim()))
      .map(() => ({ path, code: "empty", text: compose(texts.empty, { place: texts.guidance_line }) })),
    ...links
      .filter(({ url }) => !isSecureAddress(url))
      .map(({ url }) => ({ path, code: "bad_link", text: compose(texts.bad_link, { url }) })),
  ];
}
function checkActions(
  stage: Stage,
  object: CatalogObject,
  world: CheckWorld,
  ids: Set<string>,
): readonly DefinitionProblem[] {
  return [...stage.on_enter, ...stage.on_exit].flatMap((action) => {
    const path = `stages.${stage.name}.actions.${action.id}`;
    const repeats = ids.has(action.id);
    ids.add(action.id);
    return [
      ...(repeats
        ? [{ path, code: "duplicate_id", text: compose(texts.duplicate_id, { id: action.id }) }]
        : []),
      ...checkAction(action, path, object, world),
    ];
  });
}

function checkAction(
  action: StageAction,
  path: string,
  object: CatalogObject,
  world: CheckWorld,
): readonly DefinitionProblem[] {
  switch (action.kind) {
    case "task":
      return [
        ...checkLabel(path, action.title, action.id),
        ...(action.assignee ? checkRecipient(action.assignee, path, world) : []),
      ];
    case "notify":
      return [
        ...checkLabel(path, action.text, action.id),
        ...(action.to.length === 0 ? [{ path, code: "nobody", text: texts.nobody }] : []),
        ...action.to.flatMap((recipient) => checkRecipient(recipient, path, world)),
      ];
    case "set":
      return checkSet(object, action.field, path);
  }
}

function checkRecipient(
  recipient: Recipient,
  path: string,
  { roles, people }: CheckWorld,
): readonly DefinitionProblem[] {
  if (typeof recipient === "string") return [];
  if ("person" in recipient)
    return people.includes(recipient.person)
      ? []
      : [{ path, code: "unknown_person", text: texts.unknown_person }];
  return roles.includes(recipient.role)
    ? []
    : [{ path, code: "unknown_role", text: compose(texts.unknown_role, { role: recipient.role }) }];
}

function checkSet(object: CatalogObject, name: string, path: string): readonly DefinitionProblem[] {
  const field = object.byName[name];
  if (!field || field.hidden)
    return [{ path, code: "unknown_field", text: compose(texts.unknown_field, { field: name }) }];
  return field.computed || field.kind === "stage" || field.kind === "formula" || field.kind === "rollup"
    ? [{ path, code: "computed_field", text: compose(texts.computed_field, { field: name }) }]
    : [];
}

const isAskable = (object: CatalogObject, name: string): boolean => {
  const field = object.byName[name];
  return (
    field !== undefined &&
    !field.hidden &&
    field.kind !== "children" &&
    field.kind !== "tags" &&
    field.kind !== "rollup"
  );
};
const isBounds = (min: number | undefined, max: number | undefined): boolean =>
  (min ?? 0) >= 0 && (max ?? Number.POSITIVE_INFINITY) >= (min ?? 0);
const repeated = (ids: readonly string[]): readonly string[] =>
  ids.filter((id, index) => ids.indexOf(id) !== index);
function hasDocumentType(world: CheckWorld, type: string): boolean {
  const field = world.schema.object("file")?.byName["document_type"];
  return field?.kind === "select" && field.options.some((option) => option.name === type);
}
