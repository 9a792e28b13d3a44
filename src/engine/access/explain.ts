import type { LabelMap } from "../../shared/i18n/label.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Explanation, ProofStep } from "../../shared/wire/explanation.ts";
import type { Context } from "../kernel/context.ts";
import { explainField } from "./explain-field.ts";
import type { Need } from "./explain-state.ts";
import { readNames } from "./explain-facts.ts";
import { explainRecord } from "./explain-record.ts";
import { roleLabel, withRole } from "./explain-roles.ts";
import { proofMessages, sentence } from "./explain.messages.ts";
import { hasAbility, objectRights } from "./rights-of.ts";

/** What one can ask about; everything but `create` and `use` is about a record. */
export const QUESTIONS = [
  "read",
  "update",
  "delete",
  "create",
  "transition",
  "export",
  "transfer",
  "restore",
  "use",
] as const;
export type QuestionAction = (typeof QUESTIONS)[number];

export interface Question {
  readonly action: QuestionAction;
  readonly object?: CatalogObject;
  readonly record?: string;
  readonly field?: string;
  /** For `use`, and for what buttons need beyond the record. */
  readonly ability?: string;
}
export type AbilityNames = (ability: string) => LabelMap;

/**
 * The proof of an answer: may the principal of `context` do this? Every part that is needed must hold;
 * `because` joins the proofs of the parts, `denied` begins with those of the parts that do not.
 */
export async function explain(
  context: Context,
  question: Question,
  abilityName: AbilityNames,
): Promise<Explanation> {
  return allOf(await partsOf(context, question, abilityName));
}

async function partsOf(
  context: Context,
  question: Question,
  abilityName: AbilityNames,
): Promise<readonly Explanation[]> {
  const { action, object, record, ability } = question;
  const able = async (name: string) => explainAbility(context, name, abilityName(name));
  if (!object) return ability === undefined ? [] : [await able(ability)];
  const field = question.field === undefined ? undefined : object.byName[question.field];
  const fieldPart = async (need: Need) =>
    field ? [await explainField(context, object, field, need, record)] : [];
  if (action === "create") return [await explainCreate(context, object), ...(await fieldPart("create"))];
  if (action === "use") return ability === undefined ? [] : [await able(ability)];
  if (record === undefined) return fieldPart(action === "update" ? "edit" : "read");
  const on = (one: "read" | "update" | "delete", inBin = false) =>
    explainRecord(context, object, record, one, { inBin });
  switch (action) {
    case "read":
      return [await on("read"), ...(await fieldPart("read"))];
    case "update":
      return [await on("update"), ...(await fieldPart("edit"))];
    case "delete":
      return [await on("delete")];
    case "export":
      return [await on("read"), await able("record.export"), ...(await fieldPart("read"))];
    case "transition": {
      const stage = object.stageField === undefined ? undefined : object.byName[object.stageField];
      return [
        await on("update"),
        ...(stage ? [await explainField(context, object, stage, "edit", record)] : []),
      ];
    }
    case "transfer": {
      const { owner } = object.byName;
      return [
        await on("update"),
        ...(owner ? [await explainField(context, object, owner, "edit", record)] : []),
        ...(object.sharing === "owner" ? [await able("record.transfer")] : []),
      ];
    }
    case "restore":
      return [await explainRestore(context, object, record), await able("record.restore")];
  }
}

async function explainRestore(context: Context, object: CatalogObject, record: string): Promise<Explanation> {
  const { subject, ...proof } = await explainRecord(context, object, record, "delete", { inBin: true });
  if (!subject || subject.deleted) return proof;
  return { allowed: false, because: [], denied: [{ why: "not_bin", text: sentence(proofMessages.not_bin) }] };
}

async function explainCreate(context: Context, object: CatalogObject): Promise<Explanation> {
  const names = await readNames(context, {});
  const steps = context.principal.roles.map((role) => {
    const may = objectRights(withRole(context, role), object).create;
    const text = sentence(may ? proofMessages.create : proofMessages.create_none, {
      role: roleLabel(names, role),
      object: object.label,
    });
    return { may, step: { why: "role", role: role.name, text } };
  });
  const allowed = objectRights(context, object).create;
  const nobody: ProofStep[] =
    steps.length === 0
      ? [{ why: "role", text: sentence(proofMessages.no_role, { person: context.principal.name }) }]
      : [];
  return {
    allowed,
    because: steps.filter(({ may }) => may).map(({ step }) => step),
    denied: [...nobody, ...steps.filter(({ may }) => !may).map(({ step }) => step)],
  };
}

/** Which role gives an ability. */
export async function explainAbility(
  context: Context,
  ability: string,
  name: LabelMap,
): Promise<Explanation> {
  const names = await readNames(context, {});
  const allowed = hasAbility(context, ability);
  const because = context.principal.roles
    .filter((role) => hasAbility(withRole(context, role), ability))
    .map((role): ProofStep => ({
      why: "ability",
      role: role.name,
      text: sentence(proofMessages.ability, { role: roleLabel(names, role), ability: name }),
    }));
  return {
    allowed,
    because,
    denied: allowed
      ? []
      : [{ why: "ability", text: sentence(proofMessages.ability_missing, { ability: name }) }],
  };
}

function allOf(parts: readonly Explanation[]): Explanation {
  const [shut, open] = [parts.filter((part) => !part.allowed), parts.filter((part) => part.allowed)];
  const allowed = parts.length > 0 && shut.length === 0;
  return {
    allowed,
    because: parts.flatMap((part) => part.because),
    denied: [...shut, ...open].flatMap((part) => part.denied),
  };
}
