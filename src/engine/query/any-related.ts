import { ident } from "../../platform/db/database.ts";
import type { Node } from "../../shared/expression/types.ts";
import { isConstant } from "../../shared/expression/references.ts";
import { furtherOf } from "../../shared/metadata/further-links.ts";
import { isReadableSomewhere, readableOn } from "./on-row.ts";
import type { Reading } from "./reading.ts";
import { accessAt, allOf, source } from "./source.ts";

export type RelatedNode = Extract<Node, { is: "related" }>;

/**
 * Whether a related record is asked for by somebody or something that it names: `related("task", owner ==
 * me()).exists()`. There are few of these among all records, and an index finds them.
 */
export function isOfSomebody(node: Node): node is RelatedNode & { readonly condition: Node } {
  return node.is === "related" && node.fn === "exists" && !!node.condition && namesOne(node.condition);
}
function namesOne(node: Node): boolean {
  if (node.is !== "binary") return false;
  if (node.op === "&&") return namesOne(node.left) || namesOne(node.right);
  if (node.op !== "==" && node.op !== "in") return false;
  return [node.left, node.right].some(isLinkOfIt) && [node.left, node.right].some(isConstant);
}
const isLinkOfIt = (node: Node): boolean => {
  const [step, beyond] = node.is === "path" ? node.steps : [];
  return !!step && !beyond && ["link", "links", "person", "department"].includes(step.kind ?? "");
};

/**
 * The row `alias` is among those that any of these records point at. Each asked by itself for every row (an OR
 * of EXISTS), the whole table would be walked; so what they point at is found first, and the rows by their keys.
 */
export function pointedAtByAny(
  reading: Reading,
  alias: string,
  nodes: readonly RelatedNode[],
  condition: (row: string, node: RelatedNode) => string,
): string {
  const found = nodes.flatMap((node) => pointedAtBy(reading, alias, node, condition));
  return `${alias}."id" in (${found.join(" union all ")})`;
}

function pointedAtBy(
  reading: Reading,
  alias: string,
  node: RelatedNode,
  condition: (row: string, node: RelatedNode) => string,
): readonly string[] {
  const { context, params } = reading;
  const child = context.catalog.object(node.object);
  const via = child?.byName[node.via];
  if (!child || !via || !isReadableSomewhere(context, child, via.name)) return ["select null::uuid"];
  const object = params.objectOf(alias) ?? "";
  const rows = (picked: string, join: (row: string) => string, way: (row: string) => string): string => {
    const row = params.alias(child.name);
    const where = allOf([
      way(row),
      `${row}."deleted_at" is null`,
      accessAt(reading, child, "read", row),
      readableOn(reading, child, row, via.name),
      condition(row, node),
    ]);
    return `select ${picked === "" ? `${row}.${ident(via.name)}` : picked} from ${source(reading, child)} ${row}${join(row)} where ${where}`;
  };
  const one = params.alias();
  const inList = (name: string): string =>
    rows(
      `${one}."id"`,
      (row) =>
        ` cross join lateral unnest(${row}.${ident(name)}, ${row}.${ident(`${name}__object`)}) ${one}("id", "object")`,
      () => `${one}."object" = ${params.add(object, "text")}`,
    );
  if (via.kind === "links") return [inList(via.name)];
  const isOne = via.kind !== "link" || via.targets.length === 1;
  const first = rows(
    "",
    () => "",
    (row) => (isOne ? "true" : `${row}.${ident(`${via.name}__object`)} = ${params.add(object, "text")}`),
  );
  const further = furtherOf(child, via.name);
  return further ? [first, inList(further.name)] : [first];
}
