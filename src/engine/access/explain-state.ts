import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { FieldRight } from "../../shared/rights/rights.ts";
import { rulesOn } from "../../shared/rights/state-rules.ts";
import type { Explanation, ProofStep } from "../../shared/wire/explanation.ts";
import type { Context } from "../kernel/context.ts";
import { Params } from "../kernel/params.ts";
import { tableOf } from "../schema/names.ts";
import type { Names } from "./explain-facts.ts";
import { roleLabel } from "./explain-roles.ts";
import { proofMessages, rightMessages, sentence } from "./explain.messages.ts";
import { fieldsByState, rightSql } from "./field-by-state.ts";
import { fieldRight, isReadable } from "./rights-of.ts";
import { conditionSql, inState } from "./row-condition.ts";

/** To see its value in full, to give it at creation, or to change it. */
export type Need = "read" | "create" | "edit";
type Proof = Explanation & { readonly right: FieldRight };
interface Said {
  readonly says: FieldRight;
  /** Absent: no record was asked about. */
  readonly holds: boolean | undefined;
  readonly step: ProofStep;
}

/**
 * A field whose right follows from the state of the record: what the rules say, whether this record is in the
 * states they name, and what that comes to.
 */
export async function proveState(
  context: Context,
  names: Names,
  object: CatalogObject,
  field: Field,
  {
    need,
    record,
    proof,
  }: { readonly need: Need; readonly record: string | undefined; readonly proof: Proof },
): Promise<Proof> {
  const found = await judge(context, object, field, record);
  const right =
    found.right ??
    (need === "create" ? fieldsByState(context, object).get(field.name)?.most : undefined) ??
    fieldRight(context, object, field.name);
  const enough = (one: FieldRight): boolean => (need === "read" ? isReadable(one) : one === "edit");
  const isShut = proof.denied.some(({ why }) => why === "computed" || why === "fixed");
  const allowed = enough(right) && !isShut;
  const said = rulesAbout(context, names, object, field, found.holds);
  const speaking = said.filter(({ holds }) => holds !== false);
  const because = [
    ...speaking.filter(({ says }) => enough(says)).map(({ step }) => step),
    ...(proof.because.length > 0 ? proof.because : []),
  ];
  return {
    right,
    allowed,
    because: allowed ? (because.length > 0 ? because : said.map(({ step }) => step)) : [],
    denied: [
      ...proof.denied,
      ...said.filter(({ says, holds }) => holds === false || !enough(says)).map(({ step }) => step),
    ],
  };
}

/** What each rule says, in the order in which it is asked. */
function rulesAbout(
  context: Context,
  names: Names,
  object: CatalogObject,
  field: Field,
  holds: ReadonlyMap<string, boolean>,
): readonly Said[] {
  return context.principal.roles.flatMap((role) =>
    rulesOn(role, object.name).flatMap(({ when, fields }): Said[] => {
      const says = fields?.[field.name];
      if (says === undefined) return [];
      const held = holds.get(when);
      const message =
        held === undefined
          ? proofMessages.field_state_any
          : held
            ? proofMessages.field_state
            : proofMessages.field_state_else;
      const parts = { role: roleLabel(names, role), when, field: field.label, right: rightMessages[says] };
      return [
        { says, holds: held, step: { why: "field_state", role: role.name, text: sentence(message, parts) } },
      ];
    }),
  );
}

/** What the database says of the record: which conditions hold, and what they come to. */
async function judge(
  context: Context,
  object: CatalogObject,
  field: Field,
  record: string | undefined,
): Promise<{ readonly right?: FieldRight; readonly holds: ReadonlyMap<string, boolean> }> {
  const state = fieldsByState(context, object).get(field.name);
  if (record === undefined || !state) return { holds: new Map() };
  const params = new Params();
  params.rowOf("t", object.name);
  const at = { context, params, alias: "t" };
  const asked = [
    ...new Set(context.principal.roles.flatMap((role) => rulesOn(role, object.name).map(({ when }) => when))),
  ].flatMap((when) => {
    const condition = inState(context, object, when);
    return condition === undefined ? [] : [{ when, sql: conditionSql(condition, at) }];
  });
  const shown = asked.map(({ sql }, place) => `(${sql}) is true as "when_${place}"`);
  const text = `select ${[`${rightSql(state, at)} as "right"`, ...shown].join(", ")} from ${tableOf(context.workspace, object.name)} t where t.id = ${params.add(record, "uuid")}`;
  const [row] = await context.db.query<Record<string, FieldRight | boolean>>(params.statement(text));
  const right = row?.["right"];
  return {
    ...(typeof right === "string" ? { right } : {}),
    holds: new Map(row ? asked.map(({ when }, place) => [when, row[`when_${place}`] === true]) : []),
  };
}
