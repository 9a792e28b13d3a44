import type { Field } from "../metadata/field.ts";
import { furtherOf } from "../metadata/further-links.ts";
import type { CatalogObject } from "../metadata/object.ts";
import { matching, resolveField } from "./names.ts";
import { nearestName } from "./nearest-name.ts";
import type { Raw } from "./parse.ts";
import { fail } from "./problem.ts";
import type { ExpressionSchema, Node, PathStep, Span, ValueType } from "./types.ts";
import { kindOf, nameOfType, targetsOf, typeOfField } from "./value-types.ts";

/** Most links one path may follow. */
const MAX_LINKS = 5;
const PARTS: Readonly<Record<string, Readonly<Record<string, ValueType>>>> = {
  money: { amount: "number", currency: "text" },
  address: { province: "text", city: "text", district: "text", detail: "text", code: "text" },
};
/** What people call the parts. */
const PART_WORDS: ReadonlyMap<string, string> = new Map([
  ["原币金额", "amount"],
  ["币种", "currency"],
  ["省", "province"],
  ["省份", "province"],
  ["市", "city"],
  ["城市", "city"],
  ["区", "district"],
  ["区县", "district"],
  ["详细地址", "detail"],
]);

interface Name {
  readonly name: string;
  readonly at: Span;
}
type Path = Extract<Node, { is: "path" }>;

/** `a.b.c` as a list of names; stops for anything but names joined by dots. */
export function namesOf(raw: Raw): readonly Name[] {
  if (raw.is === "name") return [{ name: raw.name, at: raw.at }];
  if (raw.is === "member") return [...namesOf(raw.target), { name: raw.name, at: raw.nameAt }];
  return fail("not_allowed", raw.at, { what: "member" });
}

/**
 * Resolves a dotted path from `object`: links are entered, the last name may be a part of a compound field.
 */
export function checkPath(raw: Raw, object: CatalogObject, schema: ExpressionSchema): Path {
  const names = namesOf(raw);
  const steps: PathStep[] = [];
  let here = object;
  for (let i = 0; i < names.length;) {
    const name = at(names, i);
    const field = resolveField(here, name.name, name.at);
    const rest = names.slice(i + 1);
    if (rest.length === 0) return finish(steps, here, field, schema, raw.at, name);
    const targets = targetsOf(field);
    if (targets.length === 0) return finishPart(steps, here, field, schema, raw.at, rest);
    if (steps.length >= MAX_LINKS) fail("too_large", raw.at, { limit: MAX_LINKS, what: "links" });
    const several = targets.length > 1;
    const target = several ? namedTarget(targets, at(rest, 0), schema) : targets[0];
    const entered = target === undefined ? undefined : schema.object(target);
    if (!entered) return fail("unknown_name", name.at, { name: target ?? name.name });
    steps.push({
      object: here.name,
      field: field.name,
      target: entered.name,
      kind: field.kind,
      ...(several ? { several } : {}),
    });
    here = entered;
    i += several ? 2 : 1;
  }
  // Ends with the name of a target: the link, where it leads there.
  const id = resolveField(here, "id", raw.at);
  return finish(steps, here, id, schema, raw.at, { name: "id", at: raw.at });
}
const at = (names: readonly Name[], index: number): Name =>
  names[index] ?? { name: "", at: { start: 0, end: 0 } };

function namedTarget(targets: readonly string[], name: Name, schema: ExpressionSchema): string {
  const objects = targets.flatMap((target) => schema.object(target) ?? []);
  const [found] = matching(name.name, objects);
  return found
    ? found.name
    : fail(
        "unknown_name",
        name.at,
        { name: name.name, targets: targets.join(", ") },
        nearestName(name.name, targets) ?? targets[0],
      );
}

function finish(
  steps: readonly PathStep[],
  object: CatalogObject,
  field: Field,
  schema: ExpressionSchema,
  span: Span,
  name: Name,
): Path {
  const type = typeOfField(object.name, field, schema);
  if (type === undefined)
    fail(
      "not_allowed",
      name.at,
      { what: "children", field: field.name },
      field.kind === "children" ? `related("${field.object}.${field.via}").count()` : undefined,
    );
  const further =
    steps.length === 0 && field.kind === "link" ? furtherOf(object, field.name)?.name : undefined;
  const last: PathStep = {
    object: object.name,
    field: field.name,
    kind: kindOf(field, schema),
    ...(further ? { further } : {}),
  };
  return { is: "path", type, steps: [...steps, last], at: span };
}

function finishPart(
  steps: readonly PathStep[],
  object: CatalogObject,
  field: Field,
  schema: ExpressionSchema,
  span: Span,
  rest: readonly Name[],
): Path {
  const parts = PARTS[kindOf(field, schema)];
  const name = at(rest, 0);
  const extra = rest[1];
  const type = typeOfField(object.name, field, schema) ?? "json";
  if (!parts) fail("wrong_type", name.at, { expected: "link", found: nameOfType(type), field: field.name });
  if (extra) fail("unknown_name", extra.at, { name: extra.name });
  const part = PART_WORDS.get(name.name) ?? name.name.toLowerCase();
  const partType = Object.hasOwn(parts, part) ? parts[part] : undefined;
  if (partType === undefined)
    fail(
      "unknown_name",
      name.at,
      { name: name.name, field: field.name },
      nearestName(name.name, Object.keys(parts)),
    );
  return {
    is: "path",
    type: partType,
    steps: [...steps, { object: object.name, field: field.name, part, kind: kindOf(field, schema) }],
    at: span,
  };
}
