import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { definitionCheckMessages } from "./check-definition.messages.ts";
import type { CheckWorld } from "./criterion-kind.ts";
import { checkLabel, type DefinitionProblem } from "./definition-problem.ts";
import type { Recipient, Stage, StageAction } from "./pipeline.ts";
import { compose } from "../../../../shared/i18n/compose-labels.ts";

/** What is wrong with what a stage does when it is entered or left. `ids`: those used up so far. */
export function checkActions(
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
        ? [
            {
              path,
              code: "duplicate_id",
              text: compose(definitionCheckMessages.duplicate_id, { id: action.id }),
            },
          ]
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
        ...(action.to.length === 0 ? [{ path, code: "nobody", text: definitionCheckMessages.nobody }] : []),
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
      : [{ path, code: "unknown_person", text: definitionCheckMessages.unknown_person }];
  return roles.includes(recipient.role)
    ? []
    : [
        {
          path,
          code: "unknown_role",
          text: compose(definitionCheckMessages.unknown_role, { role: recipient.role }),
        },
      ];
}

function checkSet(object: CatalogObject, name: string, path: string): readonly DefinitionProblem[] {
  const field = object.byName[name];
  if (!field || field.hidden)
    return [
      { path, code: "unknown_field", text: compose(definitionCheckMessages.unknown_field, { field: name }) },
    ];
  return field.computed || field.kind === "stage" || field.kind === "formula" || field.kind === "rollup"
    ? [
        {
          path,
          code: "computed_field",
          text: compose(definitionCheckMessages.computed_field, { field: name }),
        },
      ]
    : [];
}
