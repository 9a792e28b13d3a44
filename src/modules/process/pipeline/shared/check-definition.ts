import { LANGUAGES } from "../../../../shared/i18n/label.ts";
import { isSecureAddress } from "./address.ts";
import { checkCriterion } from "./check-criterion.ts";
import { definitionCheckMessages } from "./check-definition.messages.ts";
import { checkActions } from "./check-stage-actions.ts";
import type { CheckWorld } from "./criterion-kind.ts";
import { checkLabel, type DefinitionProblem } from "./definition-problem.ts";
import { creationStages, inOrder, type PipelineDefinition, type Stage } from "./pipeline.ts";
import { compose } from "../../../../shared/i18n/compose-labels.ts";

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
        text: compose(definitionCheckMessages.unknown_object, { object: definition.object }),
      },
    ];
  const found: DefinitionProblem[] = [
    ...checkName("name", definition.name),
    ...checkLabel("label", definition.label, definition.name),
  ];
  const { stages } = definition;
  if (stages.length === 0)
    found.push({ path: "stages", code: "no_stages", text: definitionCheckMessages.no_stages });
  else if (!stages.some((stage) => stage.type === "open"))
    found.push({ path: "stages", code: "no_open_stage", text: definitionCheckMessages.no_open_stage });
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
          found.push({
            path,
            code: "duplicate_id",
            text: compose(definitionCheckMessages.duplicate_id, { id: criterion.id }),
          });
        ids.add(criterion.id);
        found.push(...checkCriterion(criterion, { definition, object, world, path }));
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
      found.push({ path, code, text: compose(definitionCheckMessages[code], { stage: stage.name }) });
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
        text: compose(definitionCheckMessages.unknown_role, { role: approver.role }),
      });
  }
  for (const name of creationStages(definition) ?? [])
    if (!stages.some((stage) => stage.name === name))
      found.push({
        path: "rules.create_in",
        code: "unknown_stage",
        text: compose(definitionCheckMessages.unknown_stage, { stage: name }),
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
    : [{ path, code: "bad_name", text: compose(definitionCheckMessages.bad_name, { name }) }];

/** What people are sent to while they work must say what it is and be safe to open. */
function checkGuidance({ name, guidance = {} }: Stage): readonly DefinitionProblem[] {
  const { tips = [], scripts = [], links = [] } = guidance;
  const path = `stages.${name}.guidance`;
  return [
    ...[...tips, ...scripts, ...links.map((link) => link.label)]
      .filter((text) => !LANGUAGES.some((language) => text[language]?.trim()))
      .map(() => ({
        path,
        code: "empty",
        text: compose(definitionCheckMessages.empty, { place: definitionCheckMessages.guidance_line }),
      })),
    ...links
      .filter(({ url }) => !isSecureAddress(url))
      .map(({ url }) => ({
        path,
        code: "bad_link",
        text: compose(definitionCheckMessages.bad_link, { url }),
      })),
  ];
}
