import Big from "big.js";
import type { Context } from "../../../../engine/context.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { momentOf } from "../../../../engine/moment.ts";
import { pointersIn } from "../../../../engine/query/expand.ts";
import { factNeeds, type FactNeeds, type LinkNeed, type RelatedNode } from "../../../../engine/query/fact-needs.ts";
import { evaluate } from "../../../../shared/expression/evaluate.ts";
import { referencesOf } from "../../../../shared/expression/references.ts";
import type { Expression, Node, Scope } from "../../../../shared/expression/types.ts";
import type { CatalogObject, Values, WireValue } from "../../../../shared/metadata/object.ts";
import { FOREVER, heldAt, type Life, reachedAt, type Version, versionsNaming, versionsOf } from "./versions.ts";

/** `seen`: the moment whose versions count; `now`: what now() and today() say. They differ by the clocks of database and program. */
export interface At {
  readonly seen: string;
  readonly now: string;
}
/** Answers expressions about a record as of a moment. */
export interface PastFacts {
  readonly answer: (expression: Expression, record: Readonly<Values>, at: At) => WireValue;
  /** Moments after `at` at which something that was read of this record may have changed. */
  readonly changesAfter: (record: string, at: string) => readonly string[];
}
interface Answered {
  readonly record: Readonly<Values>;
  readonly at: At;
  readonly value: WireValue;
}
interface Loaded {
  readonly context: Context;
  /** Lives by object and id. */
  readonly lives: Map<string, Map<string, Life>>;
  /** By key of the related node and id of what it is about. */
  readonly children: Map<string, Map<string, Life[]>>;
  readonly needs: Map<Expression, FactNeeds>;
  /** What is read of linked records, by object: of all expressions, as a life is loaded once. */
  readonly read: Map<string, Set<string>>;
  /** Whom links lead to, by the lives that they were followed for. */
  readonly named: WeakMap<readonly Life[], Map<string, Set<string>>>;
  /** The newest answer of each expression: two sets of rules ask the same thing of the same record at the same moment. */
  readonly newest: Map<Expression, Answered>;
  /** What a condition said of a version that it depends on alone. */
  readonly said: Map<Expression, WeakMap<Version, boolean>>;
}

/** Whether history holds all that an expression reads. Sums over related records, roll-ups, tags and moments of their own it does not answer here. */
export function isAnswerable(context: Context, object: CatalogObject, expression: Expression): boolean {
  const needs = factNeeds(context.catalog, object, [expression]);
  if (needs.elsewhere.length > 0 || hasMoment(expression.node)) return false;
  return needs.related.every((node) => {
    const child = context.catalog.object(node.object);
    if (!child || (node.fn !== "count" && node.fn !== "exists") || child.ledger) return false;
    const condition = conditionOf(child, node);
    if (!condition) return true;
    const inner = factNeeds(context.catalog, child, [condition]);
    return inner.related.length === 0 && inner.elsewhere.length === 0 && !hasMoment(condition.node);
  });
}
const hasMoment = (node: Node): boolean => JSON.stringify(node).includes(`"is":"asof"`);

/** A related condition as an expression of its own about the related record; the same one each time it is asked for. */
const conditions = new WeakMap<RelatedNode, Expression>();
function conditionOf(child: CatalogObject, node: RelatedNode): Expression | undefined {
  if (!node.condition) return undefined;
  const known = conditions.get(node);
  if (known) return known;
  const made: Expression = {
    source: "",
    text: "",
    object: child.name,
    type: "boolean",
    node: node.condition,
    references: referencesOf(node.condition),
  };
  conditions.set(node, made);
  return made;
}

/** Own fields that expressions read, formulas looked through. */
export function ownFields(context: Context, object: CatalogObject, expressions: readonly Expression[]): ReadonlySet<string> {
  const needs = factNeeds(context.catalog, object, expressions);
  const read = [...expressions, ...needs.formulas.map(({ expression }) => expression)];
  return new Set(read.flatMap(({ node }) => fieldsIn(node)));
}
function fieldsIn(node: Node): readonly string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== "object" || value === null) return;
    if ("is" in value && value.is === "path" && "steps" in value && Array.isArray(value.steps)) {
      const [first]: { readonly field?: unknown }[] = value.steps;
      if (typeof first?.field === "string") found.push(first.field);
    }
    for (const part of Object.values(value)) visit(part);
  };
  visit(node);
  return found;
}

/** Loads what the expressions read, set-wise: one statement per link followed and per `related`, however many records and moments. */
export async function loadPast(
  db: Executor,
  context: Context,
  object: CatalogObject,
  records: ReadonlyMap<string, Life>,
  expressions: readonly Expression[],
): Promise<PastFacts> {
  const loaded: Loaded = {
    context,
    lives: new Map(),
    children: new Map(),
    needs: new Map(),
    read: new Map(),
    named: new WeakMap(),
    newest: new Map(),
    said: new Map(),
  };
  const all = [...new Set(expressions)];
  for (const expression of all) noteReads(loaded, object, expression);
  const roots = [...records.values()];
  for (const expression of all) await loadFor(db, loaded, object, roots, expression);
  const ownChildren = childrenOf(loaded, object, all);
  return {
    answer: (expression, record, at) => {
      const newest = loaded.newest.get(expression);
      if (newest?.record === record && newest.at.seen === at.seen && newest.at.now === at.now) return newest.value;
      const value = answer(loaded, object, expression, record, at);
      loaded.newest.set(expression, { record, at, value });
      return value;
    },
    changesAfter: (record, at) => {
      const moments = new Set<string>();
      const visit = (life: Life): void => {
        for (const { from, to } of life) for (const moment of [from, to]) if (moment > at && moment < FOREVER) moments.add(moment);
      };
      visit(records.get(record) ?? []);
      for (const key of ownChildren) for (const life of loaded.children.get(key)?.get(record) ?? []) visit(life);
      return [...moments].toSorted();
    },
  };
}

function noteReads(loaded: Loaded, object: CatalogObject, expression: Expression): void {
  const { links, related } = needsOf(loaded, object, expression);
  const note = (needs: readonly LinkNeed[]): void => {
    for (const { target, fields, beyond } of needs) {
      const known = loaded.read.get(target.name) ?? new Set<string>();
      loaded.read.set(target.name, known);
      for (const name of [...[...fields].map((field) => field.name), ...beyond.map(({ step }) => step.field)]) known.add(name);
      note(beyond);
    }
  };
  note(links);
  for (const node of related) {
    const child = loaded.context.catalog.object(node.object);
    const condition = child && conditionOf(child, node);
    if (condition) noteReads(loaded, child, condition);
  }
}

function childrenOf(loaded: Loaded, object: CatalogObject, expressions: readonly Expression[]): readonly string[] {
  return [...new Set(expressions.flatMap((expression) => needsOf(loaded, object, expression).related.map((node) => keyOf(node))))];
}
const keyOf = (node: RelatedNode): string => `${node.object}.${node.via}.${node.key}`;
function needsOf({ context, needs }: Loaded, object: CatalogObject, expression: Expression): FactNeeds {
  const known = needs.get(expression) ?? factNeeds(context.catalog, object, [expression]);
  needs.set(expression, known);
  return known;
}

async function loadFor(db: Executor, loaded: Loaded, object: CatalogObject, lives: readonly Life[], expression: Expression): Promise<void> {
  const { context } = loaded;
  const needs = needsOf(loaded, object, expression);
  await loadLinks(db, loaded, needs.links, lives);
  const wanted = needs.related.filter((node) => !loaded.children.has(keyOf(node)));
  const ids = wanted.length > 0 ? lives.flatMap((life) => life[0]?.id ?? []) : [];
  for (const node of wanted) {
    const child = context.catalog.object(node.object);
    if (!child) continue;
    const condition = conditionOf(child, node);
    const fields = condition ? ownFields(context, child, [condition]) : new Set<string>();
    const found = await versionsNaming(db, context, { object: child, fields }, node.via, ids);
    const byParent = new Map<string, Life[]>();
    for (const life of found.values())
      for (const parent of new Set(life.flatMap((version) => pointersIn(version.values[node.via], [object.name]).map(({ id }) => id)))) {
        const known = byParent.get(parent);
        if (known) known.push(life);
        else byParent.set(parent, [life]);
      }
    loaded.children.set(keyOf(node), byParent);
    if (condition) await loadFor(db, loaded, child, [...found.values()], condition);
  }
}

async function loadLinks(db: Executor, loaded: Loaded, links: readonly LinkNeed[], lives: readonly Life[]): Promise<void> {
  for (const need of links) {
    const { step, target, beyond } = need;
    const known = loaded.lives.get(target.name) ?? new Map<string, Life>();
    loaded.lives.set(target.name, known);
    const ids = namedBy(loaded, lives, step.field, target.name);
    const fields = loaded.read.get(target.name) ?? new Set();
    const missing = [...ids].filter((id) => !known.has(id));
    if (missing.length > 0) for (const [id, life] of await versionsOf(db, loaded.context, { object: target, fields }, missing)) known.set(id, life);
    await loadLinks(
      db,
      loaded,
      beyond,
      [...ids].flatMap((id) => (known.has(id) ? [known.get(id) ?? []] : [])),
    );
  }
}

/** The records that a link of any of these versions led to: the same for every expression that follows it. */
function namedBy({ named }: Loaded, lives: readonly Life[], field: string, target: string): ReadonlySet<string> {
  const known = named.get(lives) ?? new Map<string, Set<string>>();
  named.set(lives, known);
  const key = `${field} ${target}`;
  const found = known.get(key) ?? new Set<string>();
  if (!known.has(key)) for (const life of lives) for (const version of life) for (const { id } of pointersIn(version.values[field], [target])) found.add(id);
  known.set(key, found);
  return found;
}

function answer(loaded: Loaded, object: CatalogObject, expression: Expression, values: Readonly<Values>, at: At): WireValue {
  const needs = needsOf(loaded, object, expression);
  const linked: Record<string, WireValue> = {};
  follow(loaded, needs.links, values, at, linked);
  const related = Object.fromEntries(needs.related.map((node) => [node.key, countRelated(loaded, object, node, String(values["id"]), at)]));
  const scope: Scope = { ...momentOf(loaded.context, at.now), record: values, linked, related };
  if (needs.formulas.length === 0) return evaluate(expression, scope);
  const record: Values = { ...values };
  for (const { field, expression: formula } of needs.formulas) {
    const value = evaluate(formula, { ...scope, record });
    record[field.name] = field.returns === "percent" && typeof value === "string" ? new Big(value).times(100).toFixed() : value;
  }
  return evaluate(expression, { ...scope, record });
}

function follow(loaded: Loaded, links: readonly LinkNeed[], values: Readonly<Values>, at: At, linked: Record<string, WireValue>): void {
  for (const need of links) {
    const pointer = pointersIn(values[need.step.field], [need.target.name]).find((one) => one.object === need.target.name);
    const found = pointer && reachedAt(loaded.lives.get(need.target.name)?.get(pointer.id), at.seen);
    if (!found || found.isDeleted) continue;
    for (const field of need.fields) linked[`${need.path}.${field.name}`] = found.values[field.name] ?? null;
    follow(loaded, need.beyond, found.values, at, linked);
  }
}

function countRelated(loaded: Loaded, object: CatalogObject, node: RelatedNode, record: string, at: At): WireValue {
  const child = loaded.context.catalog.object(node.object);
  const lives = loaded.children.get(keyOf(node))?.get(record) ?? [];
  const condition = child && conditionOf(child, node);
  const counts = (version: Version): boolean =>
    pointersIn(version.values[node.via], [object.name]).some((pointer) => pointer.id === record && pointer.object === object.name) &&
    (!condition || !child || holds(loaded, child, condition, version, at));
  const held = lives.flatMap((life) => heldAt(life, at.seen) ?? []);
  return node.fn === "exists" ? held.some(counts) : String(held.filter(counts).length);
}

/** A condition that reads nothing but the version itself is asked of it once. */
function holds(loaded: Loaded, child: CatalogObject, condition: Expression, version: Version, at: At): boolean {
  const asked = (): boolean => answer(loaded, child, condition, version.values, at) === true;
  if (condition.references.volatile || condition.references.paths.length > 0 || needsOf(loaded, child, condition).formulas.length > 0) return asked();
  const said = loaded.said.get(condition) ?? new WeakMap<Version, boolean>();
  loaded.said.set(condition, said);
  const known = said.get(version) ?? asked();
  said.set(version, known);
  return known;
}
