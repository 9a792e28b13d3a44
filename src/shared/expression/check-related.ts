import type { Field } from "../metadata/field.ts";
import { pointedAt } from "../metadata/further-links.ts";
import type { CatalogObject } from "../metadata/object.ts";
import { resolveField, resolveObject } from "./names.ts";
import { nearestName } from "./nearest-name.ts";
import type { Raw } from "./parse.ts";
import { printNode } from "./print.ts";
import { fail } from "./problem.ts";
import type { ExpressionSchema, Node, RelatedFunction, Span, ValueType } from "./types.ts";
import { nameOfType, targetsOf, typeOfField } from "./value-types.ts";

const FUNCTIONS: readonly RelatedFunction[] = ["count", "sum", "min", "max", "avg", "exists"];
type RelatedCall = Extract<Raw, { is: "call" }>;
type Check = (raw: Raw, object: CatalogObject) => Node;

/** Types `related("activity", cond).fn(field)`: `outer` is the `.fn(…)` call, `inner` the `related(…)`. */
export function checkRelated(
  outer: RelatedCall,
  inner: RelatedCall,
  object: CatalogObject,
  schema: ExpressionSchema,
  check: Check,
): Node {
  const [first, condition, extra] = inner.args;
  if (!first || extra || first.is !== "literal" || typeof first.value !== "string" || first.kind !== "text")
    return fail("wrong_arguments", inner.nameAt, { name: "related", expected: 'related("activity", …)' });
  const [objectName = "", linkName] = first.value.split(".");
  const source = resolveObject(schema, objectName.trim(), first.at);
  const via =
    linkName === undefined
      ? onlyLink(source, object, first.at)
      : namedLink(source, linkName.trim(), object, first.at);
  const fn = FUNCTIONS.find(
    (name) => name === outer.name.toLowerCase() || (name === "avg" && outer.name.toLowerCase() === "average"),
  );
  if (!fn)
    return fail("unknown_function", outer.nameAt, { name: outer.name }, nearestName(outer.name, FUNCTIONS));
  const { field, type } = measure(fn, outer, source, schema);
  const checked = condition && check(condition, source);
  if (checked && checked.type !== "boolean")
    fail("wrong_type", checked.at, { expected: "boolean", found: nameOfType(checked.type) });
  const node = {
    is: "related",
    type,
    object: source.name,
    via: via.name,
    fn,
    key: "",
    at: outer.at,
    ...(field ? { field } : {}),
    ...(checked ? { condition: checked } : {}),
  } as const;
  return { ...node, key: printNode(node) };
}

function pointsAt(field: Field, object: CatalogObject): boolean {
  return !field.hidden && targetsOf(field).includes(object.name);
}
function onlyLink(source: CatalogObject, object: CatalogObject, at: Span): Field {
  const links = source.fields.filter((field) => pointsAt(field, object));
  // Owner, creator and the like point at every person; what is meant is the object's own link.
  const own = links.filter((field) => !field.system);
  const [found, other] = own.length > 0 ? own : links;
  if (found && !other) return found;
  const candidates = (own.length > 0 ? own : links).map((field) => `${source.name}.${field.name}`);
  return fail(
    "wrong_arguments",
    at,
    {
      name: "related",
      object: source.name,
      to: object.name,
      ...(found ? { ambiguous: candidates.join(", ") } : {}),
    },
    candidates[0],
  );
}
function namedLink(source: CatalogObject, name: string, object: CatalogObject, at: Span): Field {
  const field = resolveField(source, name, at);
  return pointsAt(field, object) || (!field.hidden && pointedAt(field).includes(object.name))
    ? field
    : fail(
        "wrong_arguments",
        at,
        { name: "related", object: source.name, to: object.name },
        source.fields.find((other) => pointsAt(other, object))?.name,
      );
}

function measure(
  fn: RelatedFunction,
  outer: RelatedCall,
  source: CatalogObject,
  schema: ExpressionSchema,
): { readonly field?: string; readonly type: ValueType } {
  const [arg, extra] = outer.args;
  if (fn === "count" || fn === "exists") {
    if (arg) fail("wrong_arguments", outer.nameAt, { name: fn, least: 0, most: 0, given: outer.args.length });
    return { type: fn === "count" ? "number" : "boolean" };
  }
  const name =
    arg?.is === "literal" && arg.kind === "text" && typeof arg.value === "string"
      ? arg.value
      : arg?.is === "name"
        ? arg.name
        : undefined;
  if (!arg || extra || name === undefined)
    return fail("wrong_arguments", outer.nameAt, { name: fn, least: 1, most: 1, given: outer.args.length });
  const field = resolveField(source, name, arg.at);
  const type = typeOfField(source.name, field, schema) ?? "json";
  const fits =
    type === "number" || ((fn === "min" || fn === "max") && (type === "date" || type === "datetime"));
  if (!fits) fail("wrong_type", arg.at, { expected: "number", found: nameOfType(type), field: field.name });
  return { field: field.name, type };
}
