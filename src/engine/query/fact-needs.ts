import type { Expression, Node, PathStep } from "../../shared/expression/types.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Catalog } from "../kernel/catalog.ts";
import { expressionOf } from "../catalog/checked-expression.ts";

export type RelatedNode = Extract<Node, { is: "related" }>;

/** One link to follow for a whole batch, what to read behind it, and where to go on from there. */
export interface LinkNeed {
  readonly step: PathStep;
  /** As in `References.paths`: "account", "regarding.account". */
  readonly path: string;
  readonly target: CatalogObject;
  readonly fields: Set<Field>;
  readonly beyond: LinkNeed[];
}
/** Everything that a set of expressions reads of records of one object. */
export interface FactNeeds {
  readonly links: readonly LinkNeed[];
  readonly related: readonly RelatedNode[];
  /** Own formulas, each after those that it reads. */
  readonly formulas: readonly {
    readonly field: Extract<Field, { kind: "formula" }>;
    readonly expression: Expression;
  }[];
  /** Own fields that stand in other tables: roll-ups, tags, children. */
  readonly elsewhere: readonly Field[];
}

/** What must be known before these expressions can be evaluated in memory. */
export function factNeeds(
  catalog: Catalog,
  object: CatalogObject,
  expressions: readonly Expression[],
): FactNeeds {
  const links: LinkNeed[] = [];
  const related = new Map<string, RelatedNode>();
  const formulas = new Map<string, FactNeeds["formulas"][number]>();
  const elsewhere = new Set<Field>();
  const passing = new Set<string>();

  const visit = (expression: Expression): void => {
    for (const node of nodesOf(expression.node)) {
      if (node.is === "related") related.set(node.key, node);
      if (node.is !== "path") continue;
      const [first, ...rest] = node.steps;
      const field = first && object.byName[first.field];
      if (field && rest.length === 0) own(field);
      if (rest.length > 0) needLinks(catalog, links, node.steps, "");
    }
  };
  const own = (field: Field): void => {
    if (field.kind === "rollup" || field.kind === "tags" || field.kind === "children") elsewhere.add(field);
    if (field.kind !== "formula" || formulas.has(field.name) || passing.has(field.name)) return;
    const expression = expressionOf(catalog, object.name, field.expression);
    if (!expression) return;
    passing.add(field.name);
    visit(expression);
    formulas.set(field.name, { field, expression });
  };
  expressions.forEach(visit);
  return {
    links,
    related: [...related.values()],
    formulas: [...formulas.values()],
    elsewhere: [...elsewhere],
  };
}

function needLinks(catalog: Catalog, level: LinkNeed[], steps: readonly PathStep[], before: string): void {
  const [step, next] = steps;
  const target = step?.target === undefined ? undefined : catalog.object(step.target);
  if (!step || !next || !target) return;
  const path = `${before}${linkName(catalog, step)}`;
  let need = level.find((each) => each.path === path);
  if (!need) level.push((need = { step, path, target, fields: new Set(), beyond: [] }));
  const field = target.byName[next.field];
  if (field) need.fields.add(field);
  needLinks(catalog, need.beyond, steps.slice(1), `${path}.`);
}

/** A link of several targets is followed through the name of the one that is meant. */
function linkName(catalog: Catalog, step: PathStep): string {
  const field = catalog.object(step.object)?.byName[step.field];
  return field?.kind === "link" && field.targets.length > 1 ? `${step.field}.${step.target}` : step.field;
}

/** All nodes of a tree except those inside a related condition, which the database answers. */
function nodesOf(node: Node): readonly Node[] {
  return [node, ...childrenOf(node).flatMap(nodesOf)];
}
function childrenOf(node: Node): readonly Node[] {
  switch (node.is) {
    case "call":
      return node.args;
    case "unary":
      return [node.arg];
    case "binary":
      return [node.left, node.right];
    case "choose":
      return [node.condition, node.yes, node.no];
    case "list":
      return node.items;
    default:
      return [];
  }
}
