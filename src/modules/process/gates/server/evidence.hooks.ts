import type { Context, Guard, ServerDerive } from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Change } from "../../../../shared/metadata/hooks.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { asValues } from "../shared/criterion.ts";
import { EXCEPTIONS } from "../shared/exception.ts";
import type { RoleName } from "../shared/move.ts";
import type { Criterion, CriterionOf, PipelineDefinition } from "../../pipeline/shared/public.ts";
import { compose } from "../../../../shared/i18n/compose-labels.ts";
import { gateMessages } from "../shared/gate.texts.ts";
import { type Granted, grantedTo } from "./granted.ts";
import { kindsOf } from "./gate-kinds.ts";
import { isSame } from "./met.ts";
import { loadPipelines, type Pipelines, hasStage } from "../../pipeline/public.ts";
import { roleNames } from "./role-names.ts";

/**
 * Whoever signs off is written by the server: a caller says only that they do. Ticks of items that are no
 * more are dropped.
 */
export const storeMoveEvidence: ServerDerive = {
  word: "derive",
  name: "stage.evidence",
  label: label("记录关卡的勾选与签核人", "Records ticks and who signed off"),
  applies: (object) => hasStage(object) && object.byName["gate_state"] !== undefined,
  run: async (input) => {
    const { tx, context, changes } = input;
    const concerned = changes.filter((change) => !change.deleting && change.changed.has("gate_state"));
    if (concerned.length === 0) return new Map();
    const pipelines = await loadPipelines(tx, context);
    return new Map(
      concerned.map((change) => [
        change.id,
        { gate_state: stamped(context, change, pipelines, grantedTo(input, change.id)) },
      ]),
    );
  },
};

/** Nobody signs off for a role that they do not have. */
export const guardEvidence: Guard = {
  word: "guard",
  name: "stage.signoff",
  label: label("只有指定角色可以签核", "Only the named roles can sign off"),
  applies: (object) => hasStage(object) && object.byName["gate_state"] !== undefined,
  run: async (input) => {
    const { tx, context, changes } = input;
    const concerned = changes.filter((change) => !change.deleting && change.changed.has("gate_state"));
    if (concerned.length === 0 || context.principal.kind === "system") return new Map();
    const pipelines = await loadPipelines(tx, context);
    const roles = context.principal.roles.map((role) => role.name);
    const refused = concerned
      .map((change) => [change.id, forged(change, pipelines, roles, grantedTo(input, change.id))] as const)
      .filter(([, criteria]) => criteria.length > 0);
    if (refused.length === 0) return new Map();
    const nameOf = await roleNames(tx, context);
    return new Map(
      refused.map(([id, criteria]) => [id, criteria.map((criterion) => signOffMissing(criterion, nameOf))]),
    );
  },
};

/**
 * Criteria that evidence of this write can be for; undefined: of no known pipeline. A change of pipeline
 * answers for the exit of the one it leaves as well.
 */
function criteriaFor({ before, after }: Change, pipelines: Pipelines): readonly Criterion[] | undefined {
  const [was, is] = [partOf(staged, before), partOf(staged, after)];
  const left =
    before && was.pipeline !== is.pipeline
      ? pipelines.find(was.pipeline, was.department)?.definition
      : undefined;
  const here = pipelines.find(is.pipeline, is.department)?.definition;
  if (!here) return undefined;
  const both = [...(left ? criteriaIn(left) : []), ...criteriaIn(here)];
  return [...new Map(both.map((criterion) => [criterion.id, criterion])).values()];
}
const stateIn = (record: Change["before"]): Readonly<Values> =>
  asValues(partOf(staged, record).gate_state) ?? {};
export const criteriaIn = (definition: PipelineDefinition): readonly Criterion[] =>
  definition.stages.flatMap((stage) => [...stage.entry, ...stage.exit]);
const isApproval = (criterion: Criterion): criterion is CriterionOf<"approval"> =>
  criterion.kind === "approval";
/**
 * Exceptions are never told by a caller: what stood there stays, and what this very move was granted is
 * added.
 */
function exceptionsAfter(before: Readonly<Values>, { exceptions }: Granted): Values {
  const all = {
    ...asValues(before[EXCEPTIONS]),
    ...Object.fromEntries([...(exceptions ?? [])].map(([id, one]) => [id, { ...one }])),
  };
  return Object.keys(all).length > 0 ? { [EXCEPTIONS]: all } : {};
}

function stamped(context: Context, change: Change, pipelines: Pipelines, granted: Granted): WireValue {
  const given = stateIn(change.after);
  const before = stateIn(change.before);
  const criteria = criteriaFor(change, pipelines);
  const exceptions = exceptionsAfter(before, granted);
  if (!criteria) return { ...given, ...exceptions };
  const kinds = kindsOf(context);
  const kept = criteria.flatMap((criterion): readonly (readonly [string, WireValue])[] => {
    const value = given[criterion.id];
    if (value === undefined || value === null || value === false) return [];
    const keeping = { value, before: before[criterion.id], change, now: context.now, granted };
    const evidence = kinds.get(criterion.kind)?.keep?.(criterion, keeping);
    return evidence === undefined ? [] : [[criterion.id, evidence]];
  });
  return { ...Object.fromEntries(kept), ...exceptions };
}

function forged(
  change: Change,
  pipelines: Pipelines,
  roles: readonly string[],
  { consents }: Granted,
): readonly CriterionOf<"approval">[] {
  const given = stateIn(change.after);
  const before = stateIn(change.before);
  const signed = (criteriaFor(change, pipelines) ?? []).filter(isApproval);
  return signed.filter(
    (criterion) =>
      given[criterion.id] !== undefined &&
      !isSame(given[criterion.id], before[criterion.id]) &&
      !roles.includes(criterion.approval) &&
      !consents?.has(criterion.id),
  );
}

const signOffMissing = ({ id, approval }: CriterionOf<"approval">, nameOf: RoleName): Reason => ({
  code: "approval_required",
  criterion: id,
  kind: "approval",
  text: compose(gateMessages.approval_required, { role: nameOf(approval) }),
  fix: { action: "ask_approval" },
  params: { role: approval },
});
