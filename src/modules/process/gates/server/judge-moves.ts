import type { Transaction } from "../../../../platform/db/database.ts";
import { type Context, expressionOf, hasAbility } from "../../../../engine/public.ts";
import { describe } from "../../../../shared/expression/describe.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import type { CatalogObject, Values } from "../../../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { asValues, unmetOf } from "../shared/criterion.ts";
import type { GateWorld, WorldLabels } from "../shared/gate-kind.ts";
import { kindsOf } from "./gate-kinds.ts";
import { exceptionsIn, owedAmong } from "../shared/exception.ts";
import { criteriaOfMove, type GateAnswer, judge } from "../shared/gate.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import type { Move, RoleName } from "../shared/move.ts";
import type { Criterion } from "../../pipeline/shared/public.ts";
import { type GateFacts, gateFacts } from "./gate-facts.ts";
import { hideReasons } from "./hide-reasons.ts";
import { withPaths } from "./paths.ts";
import { namesRoles, roleNames } from "./role-names.ts";

/** A move of one record, ready to be judged. */
export interface Judged {
  readonly key: string;
  readonly record: string;
  readonly values: Values;
  /** Since when it stands in the stage it leaves; null when it is being created. */
  readonly enteredAt: string | null;
  readonly move: Move;
}
export const moverOf = (context: Context): Move["mover"] => ({
  roles: context.principal.roles.map((role) => role.name),
  canReopen: hasAbility(context, "pipeline.reopen"),
});

/** What the gate answered, and the move as it was judged: with the way that the record has come. */
export interface JudgedAnswer extends GateAnswer {
  readonly move: Move;
  /** By criterion, also of what this caller may not read. */
  readonly facts: GateWorld["facts"];
  readonly role: RoleName;
}

/** Judges many moves with facts fetched once. Reasons are as this caller may read them. By `key`. */
export async function judgeMoves(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  given: readonly Judged[],
): Promise<ReadonlyMap<string, JudgedAnswer>> {
  const today = dayIn(context.company.zone, context.now);
  const moves = (await withPaths(tx, context, given)).map((one): Judged => ({
    ...one,
    move: { ...one.move, owed: owedAmong(exceptionsIn(evidenceIn(one.values)), today) },
  }));
  const asked = new Map(moves.map((one) => [one.key, criteriaOfMove(one.move)]));
  const questions = [...new Map(moves.map((one) => [one.record, one.values]))].map(([id, values]) => ({
    id,
    values,
    asked: moves.filter((one) => one.record === id).flatMap((one) => asked.get(one.key) ?? []),
  }));
  const [read, role] = await Promise.all([
    gateFacts(tx, context, object, questions),
    moves.some((one) => namesRoles(one.move.definition)) ? roleNames(tx, context) : undefined,
  ]);
  const facts: GateFacts = role ? { ...read, role } : read;
  return new Map(
    moves.map((one) => {
      const world = worldOf(context, object, one, facts);
      const answer = judge(one.move, world);
      return [
        one.key,
        {
          ...answer,
          move: one.move,
          facts: world.facts,
          role: world.labels.role,
          unmet: hideReasons(context, object, asked.get(one.key) ?? [], answer.unmet),
        },
      ];
    }),
  );
}

/** What of some criteria the record does not meet as it stands, by criterion, as this caller may read it. */
export async function unmetNow(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  values: Values,
  criteria: readonly Criterion[],
): Promise<ReadonlyMap<string, readonly Reason[]>> {
  const record = String(partOf(anyRecord, values).id);
  const asked = criteria.map((criterion) => ({ criterion, left: undefined }));
  const facts = await gateFacts(tx, context, object, [{ id: record, values, asked }]);
  const world = worldOf(context, object, { record, values, enteredAt: null }, facts);
  return new Map(
    asked.map((one) => [one.criterion.id, hideReasons(context, object, asked, unmetOf(one, world))]),
  );
}

const evidenceIn = (values: Values): Readonly<Values> => asValues(partOf(staged, values).gate_state) ?? {};

function worldOf(
  context: Context,
  object: CatalogObject,
  { record, values, enteredAt }: Pick<Judged, "record" | "values" | "enteredAt">,
  facts: GateFacts,
): GateWorld {
  const { zone, calendar } = context.company;
  return {
    record: values,
    evidence: evidenceIn(values),
    facts: facts.of.get(record) ?? {},
    enteredOn: enteredAt ? dayIn(zone, enteredAt) : null,
    enteredAt,
    today: dayIn(zone, context.now),
    calendar,
    labels: labelsIn(context, object, facts.formLabels, facts.role),
    kinds: kindsOf(context),
  };
}

/** Names as people of this workspace know them. */
export function labelsIn(
  context: Context,
  object: CatalogObject,
  formLabels: GateFacts["formLabels"],
  role: RoleName = (name) => name,
): WorldLabels {
  const documents = context.catalog.object("file")?.byName["document_type"];
  return {
    field: (name) => object.byName[name]?.label ?? { "zh-CN": name, en: name },
    object: (name) => context.catalog.object(name)?.label ?? { "zh-CN": name, en: name },
    documentType: (name) =>
      documents?.kind === "select"
        ? (documents.options.find((option) => option.name === name)?.label ?? name)
        : name,
    form: (name) => formLabels.get(name) ?? name,
    role,
    fieldsOf: (expression) =>
      (expressionOf(context.catalog, object.name, expression)?.references.fields ?? []).filter(
        (name) => object.byName[name]?.computed !== true,
      ),
    inWords: (text) => {
      const expression = expressionOf(context.catalog, object.name, text);
      return expression
        ? label(describe(expression, context.catalog, "zh-CN"), describe(expression, context.catalog, "en"))
        : label(text, text);
    },
  };
}
