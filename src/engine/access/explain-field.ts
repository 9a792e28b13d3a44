import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Explanation, ProofStep } from "../../shared/wire/explanation.ts";
import type { Context } from "../kernel/context.ts";
import { readsOf } from "./computed-reads.ts";
import { type Names, readNames } from "./explain-facts.ts";
import { roleLabel, withRole } from "./explain-roles.ts";
import { proofMessages, rightMessages, sentence } from "./explain.messages.ts";
import { type Need, proveState } from "./explain-state.ts";
import { lockedOn } from "./field-locks.ts";
import { fieldsByState } from "./field-by-state.ts";
import { fieldRight, isReadable, objectRights, saidOf } from "./rights-of.ts";
import type { FieldRight } from "../../shared/rights/rights.ts";

/**
 * Which roles give or hide a field, and what a computed one inherits. `right` is what all roles together
 * leave.
 */
export async function explainField(
  context: Context,
  object: CatalogObject,
  field: Field,
  need: Need,
  record?: string,
): Promise<Explanation & { readonly right: FieldRight }> {
  const names = await readNames(context, {});
  const proof = fieldProof(context, names, object, field, need, []);
  const proven = fieldsByState(context, object).has(field.name)
    ? await proveState(context, names, object, field, { need, record, proof })
    : proof;
  const locked = need === "edit" && record !== undefined ? await lockedOn(context, object, record) : [];
  const steps = locked.flatMap(({ field: name, lock }): ProofStep[] =>
    name === field.name
      ? [
          {
            why: "locked",
            text: sentence(proofMessages.field_locked, { field: field.label, lock: lock.label }),
          },
        ]
      : [],
  );
  return steps.length === 0
    ? proven
    : { ...proven, allowed: false, because: [], denied: [...steps, ...proven.denied] };
}

type Proof = Explanation & { readonly right: FieldRight };

function fieldProof(
  context: Context,
  names: Names,
  object: CatalogObject,
  field: Field,
  need: Need,
  path: readonly string[],
): Proof {
  const right = fieldRight(context, object, field.name);
  const enough = (one: FieldRight) => (need === "read" ? isReadable(one) : one === "edit");
  const roles = saidByRoles(context, names, object, field);
  const inherited = path.length > 3 ? [] : inheritedSteps(context, names, object, field, path);
  const shut: ProofStep[] = need === "read" ? [] : unwritable(field, need);
  const allowed = enough(right) && shut.length === 0;
  const technical: ProofStep[] = field.hidden
    ? [{ why: "system", text: sentence(proofMessages.field_system, { field: field.label }) }]
    : [];
  const none: ProofStep[] =
    roles.length === 0 && technical.length === 0
      ? [
          {
            why: "field",
            text: sentence(proofMessages.field_none, {
              person: context.principal.name,
              object: object.label,
            }),
          },
        ]
      : [];
  return {
    right,
    allowed,
    because: allowed ? roles.filter(({ own }) => enough(own)).map(({ step }) => step) : [],
    denied: [
      ...technical,
      ...shut,
      ...none,
      ...inherited,
      ...roles.filter(({ own }) => !enough(own)).map(({ step }) => step),
    ],
  };
}

/** Only roles that grant something on the object say something about its fields. */
function saidByRoles(
  context: Context,
  names: Names,
  object: CatalogObject,
  field: Field,
): readonly { own: FieldRight; step: ProofStep }[] {
  return context.principal.roles.flatMap((role) => {
    const rights = objectRights(withRole(context, role), object);
    if (!rights.create && rights.read === "none" && rights.update === "none" && rights.delete === "none")
      return [];
    const own = field.name === "id" ? "read" : saidOf(role, object, field);
    const text = sentence(proofMessages.field, {
      role: roleLabel(names, role),
      field: field.label,
      right: rightMessages[own],
    });
    return [{ own, step: { why: "field", role: role.name, text } }];
  });
}

/**
 * What a formula or roll-up reads and the person may not: it makes the result just as hidden (decision 13).
 */
function inheritedSteps(
  context: Context,
  names: Names,
  object: CatalogObject,
  field: Field,
  path: readonly string[],
): readonly ProofStep[] {
  return readsOf(context.catalog, object, field).flatMap((read): readonly ProofStep[] => {
    const source = context.catalog.object(read.object);
    const inner = source?.byName[read.field];
    const place = `${read.object}.${read.field}`;
    if (!source || !inner || path.includes(place)) return [];
    const proof = fieldProof(context, names, source, inner, "read", [...path, place]);
    if (isReadable(proof.right)) return [];
    const parts = {
      field: field.label,
      source: inner.label,
      object: source.label,
      right: rightMessages[proof.right],
    };
    return [{ why: "reads", text: sentence(proofMessages.field_reads, parts), through: proof.denied }];
  });
}

function unwritable(field: Field, need: Need): ProofStep[] {
  if (field.computed || field.kind === "formula" || field.kind === "rollup")
    return [{ why: "computed", text: sentence(proofMessages.field_computed, { field: field.label }) }];
  return field.fixed && need === "edit"
    ? [{ why: "fixed", text: sentence(proofMessages.field_fixed, { field: field.label }) }]
    : [];
}
