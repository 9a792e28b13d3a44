import type { Transaction } from "../../../../platform/db/database.ts";
import {
  type Context,
  type Guard,
  type HookInput,
  type SaveRequest,
  hasAbility,
} from "../../../../engine/public.ts";
import { label, type LabelMap } from "../../../../shared/i18n/label.ts";
import type { Change } from "../../../../shared/metadata/hooks.ts";
import type { CatalogObject, Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { asValues } from "../shared/criterion.ts";
import { EXCEPTIONS } from "../shared/exception.ts";
import {
  consentReason,
  joinRoles,
  type Move,
  OVERRIDE_CONSENT,
  type RoleName,
  skippedStages,
} from "../shared/move.ts";
import { type Stage, stageOf } from "../../pipeline/shared/public.ts";
import { compose, joinLabels } from "../../../../shared/i18n/compose-labels.ts";
import { gateMessages } from "../shared/gate.texts.ts";
import { grantedTo } from "./granted.ts";
import { judgeMoves, type Judged, moverOf } from "./judge-moves.ts";
import {
  forgetPassages,
  type Passage,
  rememberPassages,
  loadPipelines,
  type Pipelines,
  hasStage,
  moveOf,
  type StageChange,
  workingDaysBetween,
} from "../../pipeline/public.ts";
import { recordRefused, type RefusedMove } from "./record-refusal.ts";
import { roleNames } from "./role-names.ts";

/** The gate: on every road the same criteria and the same reasons. */
export const stageGate: Guard = {
  word: "guard",
  name: "stage.gate",
  label: label("阶段关卡", "Stage gate"),
  applies: hasStage,
  run: async (input) => {
    const { tx, context, object, changes, request } = input;
    forgetPassages(
      input,
      changes.map(({ id }) => id),
    );
    const pipelines = await loadPipelines(tx, context);
    const reasons = new Map<string, readonly Reason[]>();
    const moves: Judged[] = [];
    for (const change of changes) {
      const isVouched = change.past !== undefined && grantedTo(input, change.id).vouched === true;
      const move = isVouched ? null : moveOf(object, change, pipelines);
      const locked = await editorReasons(tx, context, object, change, pipelines);
      if (locked.length > 0) reasons.set(change.id, locked);
      else if (move) {
        const judged = toJudge(input, move);
        if (judged) moves.push(judged);
        else reasons.set(change.id, [notAStage(object, move)]);
      }
    }
    if (moves.length === 0) return reasons;
    const refused: RefusedMove[] = [];
    const passages = new Map<string, Passage>();
    for (const [id, { unmet, move, role }] of await judgeMoves(tx, context, object, moves)) {
      const standing = afterOverride(context, request, unmet, move, role);
      if (standing.length > 0) {
        reasons.set(id, standing);
        refused.push(...refusedMove(id, changes, move, standing));
        continue;
      }
      const skipped = skippedStages(move);
      if (unmet.length > 0 || skipped.length > 0)
        passages.set(id, { unmet, skipped: skipped.map(({ name }) => name) });
      reasons.set(id, [...unmet.map((reason) => ({ ...reason, waived: true })), ...skipNote(skipped)]);
    }
    rememberPassages(input, passages);
    recordRefused(context, object.name, request, refused);
    return reasons;
  },
};

function refusedMove(
  id: string,
  changes: readonly Change[],
  move: Move | undefined,
  reasons: readonly Reason[],
): readonly RefusedMove[] {
  const change = changes.find((one) => one.id === id);
  const { pipeline } = partOf(staged, change?.after);
  if (!change || !move || !pipeline) return [];
  return [
    {
      record: change.before ? id : null,
      pipeline,
      from: move.from?.stage?.name ?? null,
      to: move.to.name,
      reasons,
    },
  ];
}

/** That stages were left out stands in the log, also where all that they ask was met. */
function skipNote(skipped: readonly Stage[]): readonly Reason[] {
  if (skipped.length === 0) return [];
  const text = compose(gateMessages.skipped, { stages: joinLabels(skipped.map((stage) => stage.label)) });
  return [{ code: "stages_skipped", text, note: { skipped: skipped.map(({ name }) => name) } }];
}

function toJudge(input: HookInput, move: StageChange): Judged | null {
  const { context, request } = input;
  const { reason, road, cause } = request;
  const { change, from, pipeline, to } = move;
  if (!pipeline || !to) return null;
  const entered = partOf(staged, change.before).stage_entered_at ?? null;
  const { consents } = grantedTo(input, change.id);
  return {
    key: change.id,
    record: change.id,
    values: { ...change.after, ...beforeExceptions(change) },
    enteredAt: from ? entered : null,
    move: {
      definition: pipeline.definition,
      to,
      mover: moverOf(context),
      from: from ? { pipeline: from.pipeline?.definition, stage: from.stage } : null,
      ...toldWay(context, move),
      ...(reason ? { reason } : {}),
      ...(road === "rule" && cause?.object === "pipeline" ? { isMapped: true } : {}),
      ...(consents ? { consents: new Set(consents.keys()) } : {}),
    },
  };
}

/**
 * What a file tells of a record's way before it was created here: the stages it stood in, and for how long.
 */
function toldWay(context: Context, { change, field }: StageChange): Pick<Move, "told" | "path"> {
  const told = (change.past ?? []).flatMap(({ at, values }) => {
    const stage = values[field] ?? change.after[field];
    return typeof stage === "string" ? [{ stage, at }] : [];
  });
  if (told.length === 0) return {};
  const stood = new Map<string, number>();
  told.forEach(({ stage, at }, index) => {
    const next = told.slice(index + 1).find((one) => one.stage !== stage);
    if (next) stood.set(stage, Math.max(stood.get(stage) ?? 0, workingDaysBetween(context, at, next.at)));
  });
  return { told: told.map(({ stage }) => stage), path: { passed: new Set(), stood } };
}

/**
 * An exception that this very move is granted does not open its own gate: that is what the override does, on
 * the record.
 */
function beforeExceptions({ before, after }: Change): Values {
  const state = asValues(partOf(staged, after).gate_state);
  if (!state || state[EXCEPTIONS] === undefined) return {};
  const { [EXCEPTIONS]: _granted, ...rest } = state;
  const earlier = asValues(partOf(staged, before).gate_state)?.[EXCEPTIONS];
  return { gate_state: { ...rest, ...(earlier === undefined ? {} : { [EXCEPTIONS]: earlier }) } };
}

const ruleReason = (code: string, text: LabelMap, field?: string): Reason => ({
  code,
  criterion: `rule.${code}`,
  kind: "rule",
  text,
  fix: { action: "none" },
  ...(field ? { field } : {}),
});
const notAStage = (object: CatalogObject, { pipeline, name }: StageChange): Reason =>
  pipeline && pipeline.object === object.name
    ? ruleReason(
        "unknown_stage",
        compose(gateMessages.unknown_stage, { stage: name ?? "" }),
        object.stageField,
      )
    : ruleReason("no_pipeline", gateMessages.no_pipeline, "pipeline");

/** What still stands against a move when an override was asked for. */
export function afterOverride(
  context: Context,
  request: Pick<SaveRequest, "override">,
  unmet: readonly Reason[],
  move: Move | undefined,
  role?: RoleName,
): readonly Reason[] {
  if (!request.override) return unmet;
  if (request.override.reason.trim() === "")
    return [
      ...unmet,
      {
        ...ruleReason("override_reason_required", gateMessages.override_reason_required),
        fix: { action: "give_reason" },
      },
    ];
  if (unmet.length === 0) return [];
  const approver = context.principal.kind === "system" ? undefined : move?.definition.rules.override_approval;
  if (hasAbility(context, "pipeline.override"))
    return approver && !move?.consents?.has(OVERRIDE_CONSENT)
      ? [...unmet, consentReason(OVERRIDE_CONSENT, approver, gateMessages.override_approval, role)]
      : [];
  return [...unmet, ruleReason("override_not_allowed", gateMessages.override_not_allowed)];
}

/** Some stages may be edited by certain roles only. */
async function editorReasons(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  { before, deleting, changed }: Change,
  pipelines: Pipelines,
): Promise<readonly Reason[]> {
  if (!before || context.principal.kind === "system" || (!deleting && changed.size === 0)) return [];
  const standing = partOf(staged, before);
  const pipeline = pipelines.find(standing.pipeline, standing.department);
  const stage: Stage | undefined = pipeline
    ? stageOf(pipeline.definition, before[object.stageField ?? ""])
    : undefined;
  const editors = stage?.editors ?? [];
  if (!stage || editors.length === 0 || context.principal.roles.some((role) => editors.includes(role.name)))
    return [];
  const role = await roleNames(tx, context);
  return [
    ruleReason(
      "editor_not_allowed",
      compose(gateMessages.editor_not_allowed, { roles: joinRoles(editors, role), stage: stage.label }),
    ),
  ];
}
