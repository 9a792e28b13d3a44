import { elevate } from "../kernel/elevate.ts";
import Big from "big.js";
import type { Executor } from "../../platform/db/database.ts";
import { evaluate } from "../../shared/expression/evaluate.ts";
import type { Expression, Scope } from "../../shared/expression/types.ts";
import type { CatalogObject, Values, WireValue } from "../../shared/metadata/object.ts";
import type { Context } from "../kernel/context.ts";
import { momentOf } from "../kernel/moment.ts";
import { pointersOf } from "../../shared/metadata/further-links.ts";
import { factNeeds, type FactNeeds, type LinkNeed } from "./fact-needs.ts";
import { readElsewhere, relatedOfNothing } from "./fact-rows.ts";
import { linkedFields, relatedOf } from "./facts-ahead.ts";

/**
 * Evaluates expressions for records as they would be stored, with full sight whoever acts: for rules and
 * gates. What the records do not hold themselves is fetched set-wise: one statement per link followed, one
 * per `related`, one for roll-ups and tags, however many records. Values in wire form, by record id and
 * expression name.
 */
export async function answerFacts(
  tx: Executor,
  context: Context,
  object: CatalogObject,
  rows: ReadonlyMap<string, Values>,
  expressions: Readonly<Record<string, Expression>>,
): Promise<ReadonlyMap<string, Record<string, WireValue>>> {
  if (rows.size === 0 || Object.keys(expressions).length === 0) return new Map();
  const full = elevate(context, "rules and gates judge with all facts, whoever acts");
  const needs = factNeeds(context.catalog, object, Object.values(expressions));
  const facts = { tx, context: full, object, rows };
  const scopes = await scopesOf(facts, needs);
  const answers = new Map<string, Record<string, WireValue>>();
  for (const [id, scope] of scopes) {
    const record = withFormulas(scope, needs);
    answers.set(
      id,
      Object.fromEntries(
        Object.entries(expressions).map(([name, expression]) => [
          name,
          evaluate(expression, { ...scope, record }),
        ]),
      ),
    );
  }
  return answers;
}

interface Facts {
  readonly tx: Executor;
  readonly context: Context;
  readonly object: CatalogObject;
  readonly rows: ReadonlyMap<string, Values>;
}
type MutableScope = Scope & {
  readonly linked: Record<string, WireValue>;
  readonly related: Record<string, WireValue>;
};

/**
 * What stands elsewhere, behind links and in related records is asked for at once: nothing of it waits for
 * the rest.
 */
async function scopesOf(facts: Facts, needs: FactNeeds): Promise<Map<string, MutableScope>> {
  const { tx, context, object, rows } = facts;
  const ids = [...rows.keys()];
  const moment = momentOf(context);
  const records = new Map([...rows].map(([id, values]): [string, Values] => [id, { ...values, id }]));
  const scopes = new Map(
    [...records].map(([id, record]): [string, MutableScope] => [
      id,
      { ...moment, record, linked: {}, related: {} },
    ]),
  );
  const [elsewhere, related] = await Promise.all([
    needs.elsewhere.length === 0 ? undefined : readElsewhere(tx, context, object, ids, needs.elsewhere),
    Promise.all(needs.related.map((node) => relatedOf(tx, context, object, ids, node))),
    follow(facts, needs.links, records, scopes),
  ]);
  for (const [id, scope] of scopes) {
    Object.assign(records.get(id) ?? {}, elsewhere?.get(id));
    needs.related.forEach(
      (node, place) => void (scope.related[node.key] = related[place]?.get(id) ?? relatedOfNothing(node)),
    );
  }
  return scopes;
}

/**
 * Goes one link further for the whole batch: `from` holds, by record of the batch, the values at this end of
 * the path.
 */
async function follow(
  facts: Facts,
  links: readonly LinkNeed[],
  from: ReadonlyMap<string, Readonly<Values>>,
  scopes: ReadonlyMap<string, MutableScope>,
): Promise<void> {
  await Promise.all(links.map((need) => followOne(facts, need, from, scopes)));
}

async function followOne(
  facts: Facts,
  need: LinkNeed,
  from: ReadonlyMap<string, Readonly<Values>>,
  scopes: ReadonlyMap<string, MutableScope>,
): Promise<void> {
  const { target, step } = need;
  const targetOf = (values: Readonly<Values>): string | undefined =>
    pointersOf(values[step.field], target.name).find((pointer) => pointer.object === target.name)?.id;
  const ids = new Set([...from.values()].flatMap((values) => targetOf(values) ?? []));
  const start = { object: facts.object, ids: [...facts.rows.keys()] };
  const stored =
    ids.size === 0
      ? new Map<string, Values>()
      : await linkedFields(facts.tx, facts.context, start, need, [...ids]);
  const reached = new Map<string, Readonly<Values>>();
  for (const [id, values] of from) {
    const other = targetOf(values);
    const found = other === undefined ? undefined : asWouldBe(facts, target, other, stored.get(other));
    if (!found) continue;
    reached.set(id, found);
    const scope = scopes.get(id);
    if (scope)
      for (const field of need.fields) scope.linked[`${need.path}.${field.name}`] = found[field.name] ?? null;
  }
  await follow(facts, need.beyond, reached, scopes);
}

/**
 * A linked record that is in the batch itself, or in the document that is being written, counts as it would
 * be stored.
 */
function asWouldBe(
  { context, object, rows }: Facts,
  target: CatalogObject,
  id: string,
  stored: Values | undefined,
): Values | undefined {
  const own = (target.name === object.name ? rows.get(id) : undefined) ?? context.pending?.(target.name, id);
  return own ? { ...stored, ...own } : stored;
}

/** Own formulas are computed from what would be stored, whether they have a column or not. */
function withFormulas(scope: Scope, { formulas }: FactNeeds): Values {
  const record: Values = { ...scope.record };
  for (const { field, expression } of formulas) {
    const value = evaluate(expression, { ...scope, record });
    record[field.name] =
      field.returns === "percent" && typeof value === "string" ? new Big(value).times(100).toFixed() : value;
  }
  return record;
}
