import Big from "big.js";
import {
  type Context,
  type FactNeeds,
  type LinkNeed,
  type RelatedNode,
  factNeeds,
  momentOf,
} from "../../../../engine/public.ts";
import { pointersOf } from "../../../../shared/metadata/further-links.ts";
import { evaluate } from "../../../../shared/expression/evaluate.ts";
import type { Expression, Moment, Scope } from "../../../../shared/expression/types.ts";
import type { CatalogObject, Values, WireValue } from "../../../../shared/metadata/object.ts";
import { linkOf, namedBy, type Past } from "./load-past.ts";
import { conditionOf } from "./past-needs.ts";
import {
  FOREVER,
  fieldsPointing,
  heldAt,
  type Life,
  nextChange,
  nextOtherIn,
  reachedAt,
  type Version,
} from "./versions.ts";

/**
 * `seen`: the moment whose versions count; `now`: what now() and today() say. They differ by the clocks of
 * database and program.
 */
export interface At {
  readonly seen: string;
  readonly now: string;
}
/** Answers expressions about a record as of a moment. */
export interface PastFacts {
  readonly answer: (expression: Expression, record: Readonly<Values>, at: At) => WireValue;
  /** Moments after `at` at which something that was read of this record may have changed. */
  readonly changesAfter: (record: string, at: string) => ReadonlySet<string>;
  /**
   * The moment until which the answer of `at` holds, as nothing that the expression reads changes before;
   * `at` itself where time alone may change it.
   */
  readonly holdsUntil: (expression: Expression, record: string, at: string) => string;
}
interface Answered {
  readonly record: Readonly<Values>;
  readonly at: At;
  readonly value: WireValue;
}
/** A related condition with what it is asked of. */
interface Asked {
  readonly child: CatalogObject;
  readonly condition: Expression | undefined;
  readonly of: ReadonlyMap<string, readonly Life[]>;
  /** What the condition said of a version; undefined where it depends on more than that. */
  readonly said: Map<Version, boolean> | undefined;
}
interface Facts {
  readonly context: Context;
  readonly object: CatalogObject;
  readonly past: Past;
  readonly needs: Map<Expression, FactNeeds>;
  readonly asked: Map<RelatedNode, Asked | null>;
  readonly world: Moment;
}

/** What can be said of the past that was loaded. */
export function pastFacts(
  context: Context,
  object: CatalogObject,
  past: Past,
  expressions: readonly Expression[],
): PastFacts {
  const facts: Facts = {
    context,
    object,
    past,
    needs: new Map(),
    asked: new Map(),
    world: momentOf(context),
  };
  // Two sets of rules ask the same thing of the same record at the same moment.
  const newest = new Map<Expression, Answered>();
  const lifeOf = (record: string): Life => past.lives.get(record) ?? [];
  const { links } = factNeeds(context.catalog, object, expressions);
  return {
    answer: (expression, record, at) => {
      const known = newest.get(expression);
      if (known?.record === record && known.at.seen === at.seen && known.at.now === at.now)
        return known.value;
      const value = answer(facts, object, expression, record, at);
      newest.set(expression, { record, at, value });
      return value;
    },
    changesAfter: (record, at) => {
      const moments = new Set<string>();
      const note = (life: Life): void => {
        for (const { from, to } of life)
          for (const moment of [from, to]) if (moment > at && moment < FOREVER) moments.add(moment);
      };
      note(lifeOf(record));
      for (const life of reachedFrom(past, links, lifeOf(record))) note(life);
      for (const of of past.related.values()) of.get(record)?.forEach(note);
      return moments;
    },
    holdsUntil: (expression, record, at) => holdsUntil(facts, expression, record, at),
  };
}

function needsOf({ context, needs }: Facts, object: CatalogObject, expression: Expression): FactNeeds {
  const known = needs.get(expression) ?? factNeeds(context.catalog, object, [expression]);
  needs.set(expression, known);
  return known;
}

function answer(
  facts: Facts,
  object: CatalogObject,
  expression: Expression,
  values: Readonly<Values>,
  at: At,
): WireValue {
  const needs = needsOf(facts, object, expression);
  const linked = needs.links.length > 0 ? linkedOf(facts, needs.links, values, at) : NOTHING;
  const related = needs.related.length > 0 ? relatedOf(facts, needs.related, values, at) : NOTHING;
  const { zone, actor, departments, subtree, calendar } = facts.world;
  const scope: Scope = {
    now: at.now,
    zone,
    actor,
    departments,
    subtree,
    calendar,
    record: values,
    linked,
    related,
  };
  if (needs.formulas.length === 0) return evaluate(expression, scope);
  const record: Values = { ...values };
  for (const { field, expression: formula } of needs.formulas) {
    const value = evaluate(formula, { ...scope, record });
    record[field.name] =
      field.returns === "percent" && typeof value === "string" ? new Big(value).times(100).toFixed() : value;
  }
  return evaluate(expression, { ...scope, record });
}

const NOTHING: Readonly<Record<string, WireValue>> = {};
function relatedOf(
  facts: Facts,
  nodes: readonly RelatedNode[],
  { id }: Readonly<Values>,
  at: At,
): Record<string, WireValue> {
  const related: Record<string, WireValue> = {};
  for (const node of nodes) related[node.key] = countRelated(facts, node, String(id), at);
  return related;
}
function linkedOf(
  facts: Facts,
  links: readonly LinkNeed[],
  values: Readonly<Values>,
  at: At,
): Record<string, WireValue> {
  const linked: Record<string, WireValue> = {};
  follow(facts, links, values, at, linked);
  return linked;
}

function follow(
  facts: Facts,
  links: readonly LinkNeed[],
  values: Readonly<Values>,
  at: At,
  linked: Record<string, WireValue>,
): void {
  for (const need of links) {
    const pointer = pointersOf(values[need.step.field], need.target.name).find(
      (one) => one.object === need.target.name,
    );
    const found = pointer && reachedAt(facts.past.linked.get(need.target.name)?.get(pointer.id), at.seen);
    if (!found || found.isDeleted) continue;
    for (const field of need.fields) linked[`${need.path}.${field.name}`] = found.values[field.name] ?? null;
    follow(facts, need.beyond, found.values, at, linked);
  }
}

function countRelated(facts: Facts, node: RelatedNode, record: string, at: At): WireValue {
  const asked = askedOf(facts, node);
  let count = 0;
  for (const life of asked?.of.get(record) ?? []) {
    const version = heldAt(life, at.seen);
    if (
      !asked ||
      !version ||
      !pointsAt(asked.child, node.via, version.values, facts.object.name, record) ||
      !holds(facts, asked, version, at)
    )
      continue;
    if (node.fn === "exists") return true;
    count += 1;
  }
  return node.fn === "exists" ? false : String(count);
}
const pointsAt = (
  child: CatalogObject,
  via: string,
  values: Readonly<Values>,
  object: string,
  id: string,
): boolean =>
  fieldsPointing(child, via).some((field) =>
    pointersOf(values[field], object).some((pointer) => pointer.id === id && pointer.object === object),
  );

function askedOf(facts: Facts, node: RelatedNode): Asked | null {
  const known = facts.asked.get(node);
  if (known !== undefined) return known;
  const child = facts.context.catalog.object(node.object);
  const condition = child && conditionOf(child, node);
  const dependsOnMore =
    condition &&
    child &&
    (isVolatile(facts, child, condition) || needsOf(facts, child, condition).links.length > 0);
  const made = child
    ? {
        child,
        condition,
        of: facts.past.related.get(linkOf(node)) ?? new Map(),
        said: dependsOnMore ? undefined : new Map(),
      }
    : null;
  facts.asked.set(node, made);
  return made;
}

/** A condition that reads nothing but the version itself is asked of it once. */
function holds(facts: Facts, { child, condition, said }: Asked, version: Version, at: At): boolean {
  if (!condition) return true;
  const known = said?.get(version) ?? answer(facts, child, condition, version.values, at) === true;
  said?.set(version, known);
  return known;
}

/** Whether time alone may change what an expression says. */
const isVolatile = (facts: Facts, object: CatalogObject, expression: Expression): boolean =>
  expression.references.volatile ||
  needsOf(facts, object, expression).formulas.some((formula) => formula.expression.references.volatile);

const earlier = (a: string, b: string): string => (a < b ? a : b);

function holdsUntil(facts: Facts, expression: Expression, record: string, at: string): string {
  const { object, past } = facts;
  if (isVolatile(facts, object, expression)) return at;
  const needs = needsOf(facts, object, expression);
  const life = past.lives.get(record) ?? [];
  let until = linksHoldUntil(past, needs.links, life, at);
  until = earlier(
    until,
    needs.formulas.length > 0 ? nextChange(life, at) : nextOtherIn(life, at, expression.references.fields),
  );
  for (const node of needs.related) {
    const asked = askedOf(facts, node);
    if (!asked) continue;
    const links = asked.condition ? needsOf(facts, asked.child, asked.condition).links : [];
    if (asked.condition && isVolatile(facts, asked.child, asked.condition)) return at;
    for (const child of asked.of.get(record) ?? [])
      until = earlier(until, earlier(nextChange(child, at), linksHoldUntil(past, links, child, at)));
  }
  return until;
}

/** The records to which links of any version lead, and those beyond. */
function reachedFrom(past: Past, links: readonly LinkNeed[], life: Life): readonly Life[] {
  return links.flatMap(({ step, target, beyond }) =>
    [...namedBy([life], step.field, target.name)].flatMap((id) => {
      const reached = past.linked.get(target.name)?.get(id);
      return reached ? [reached, ...reachedFrom(past, beyond, reached)] : [];
    }),
  );
}

/** Until when nothing changes that links of any version from `at` on lead to. */
function linksHoldUntil(past: Past, links: readonly LinkNeed[], life: Life, at: string): string {
  let until = FOREVER;
  for (const { step, target, beyond } of links)
    for (const { to, values } of life)
      for (const { id } of to > at ? pointersOf(values[step.field], target.name) : []) {
        const reached = past.linked.get(target.name)?.get(id) ?? [];
        until = earlier(until, earlier(nextChange(reached, at), linksHoldUntil(past, beyond, reached, at)));
      }
  return until;
}
