import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { definitionTexts as texts } from "./check-definition.texts.ts";
import { checkLabel, type CheckWorld, type DefinitionProblem } from "./definition-problem.ts";
import type { Criterion, PipelineDefinition } from "./pipeline.ts";
import { compose } from "../../../../shared/i18n/compose-labels.ts";

/** Where a criterion stands. */
export interface Place {
  readonly definition: PipelineDefinition;
  readonly object: CatalogObject;
  readonly world: CheckWorld;
}

/** What is wrong with one criterion of a stage. */
export function checkCriterion(
  criterion: Criterion,
  path: string,
  place: Place,
): readonly DefinitionProblem[] {
  const { object, world } = place;
  const problem = (
    code: keyof typeof texts,
    places: Readonly<Record<string, string | number>>,
  ): DefinitionProblem => ({ path, code, text: compose(texts[code], places) });
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
    case "tasks":
      return unmadeTasks(criterion, place.definition).map((template) =>
        problem("unknown_template", { template }),
      );
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

/** The tasks asked for that no stage makes. */
function unmadeTasks(
  { items }: Extract<Criterion, { kind: "tasks" }>,
  { stages }: PipelineDefinition,
): readonly string[] {
  const made = stages
    .flatMap((stage) => [...stage.on_enter, ...stage.on_exit])
    .filter((action) => action.kind === "task");
  return (items ?? []).filter((item) => !made.some((action) => action.id === item.id)).map((item) => item.id);
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
