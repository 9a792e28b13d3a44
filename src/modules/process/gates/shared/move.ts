import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import type { Path } from "./passed-stages.ts";
import {
  type Approver,
  creationStages,
  inOrder,
  type PipelineDefinition,
  type Stage,
  stageOf,
} from "../../pipeline/shared/public.ts";
import { compose, joinLabels } from "../../../../shared/i18n/compose-labels.ts";
import { gateMessages } from "./gate.texts.ts";

/** - transfer: into another pipeline; - reopen: out of a won or lost stage; - lose: into a lost one. */
export const MOVE_KINDS = ["create", "forward", "backward", "lose", "reopen", "transfer"] as const;
export type MoveKind = (typeof MOVE_KINDS)[number];

/** Who moves, as far as the rules of a pipeline ask. */
export interface Mover {
  /** Names of roles. */
  readonly roles: readonly string[];
  readonly canReopen: boolean;
}
export interface Move {
  /** The pipeline that the record is in afterwards. */
  readonly definition: PipelineDefinition;
  /** Where it stands; null when it is being created, undefined `stage` when that stage is no more. */
  readonly from: {
    readonly pipeline: PipelineDefinition | undefined;
    readonly stage: Stage | undefined;
  } | null;
  readonly to: Stage;
  readonly mover: Mover;
  readonly reason?: string;
  /** Consents given for this very move, by what they were asked for: a rule's name or a criterion's id. */
  readonly consents?: ReadonlySet<string>;
  /** What the record's visits say about its way through this pipeline; absent: it has made none. */
  readonly path?: Path;
  /** Stages that a file says the record stood in before it was created here, oldest first. */
  readonly told?: readonly string[];
  /** A publication maps records of a removed stage: nobody left anything out. */
  readonly isMapped?: boolean;
  /** Criteria once passed by an exception that has run out: a forward move asks for them again. */
  readonly owed?: readonly string[];
}
/** A role as people call it. */
export type RoleName = (name: string) => LabelMap | string;
const asNamed: RoleName = (name) => name;
/** What a consent is asked for besides criteria. */
export const OVERRIDE_CONSENT = "rule.override_approval";
export const REOPEN_CONSENT = "rule.reopen_approval";

/** What sort of move it is; decides which criteria are asked. */
export function moveKind(move: Pick<Move, "definition" | "from" | "to">): MoveKind {
  const { from, to, definition } = move;
  if (!from) return "create";
  if (from.stage && from.stage.type !== "open") return "reopen";
  if (to.type === "lost") return "lose";
  if (!from.pipeline || from.pipeline.name !== definition.name) return "transfer";
  if (to.type === "won" || !from.stage) return "forward";
  return to.order < from.stage.order ? "backward" : "forward";
}

/**
 * Open stages that a move leaves out and so answers for: forward those between; a creation, a reopening and a
 * move into another pipeline all those before the target. Going back and losing leave nothing out; what the
 * record has passed is not left out.
 */
export function stagesLeftOut(
  move: Pick<Move, "definition" | "from" | "to" | "path" | "isMapped">,
): readonly Stage[] {
  const { definition, from, to, path } = move;
  const kind = moveKind(move);
  if (move.isMapped || kind === "backward" || kind === "lose" || to.type === "lost") return [];
  const first = kind === "forward" && from?.stage ? from.stage.order : Number.NEGATIVE_INFINITY;
  const last = to.type === "won" ? Number.POSITIVE_INFINITY : to.order;
  return inOrder(definition.stages).filter(
    (stage) =>
      stage.type === "open" &&
      stage.order > first &&
      stage.order < last &&
      stage.name !== to.name &&
      !path?.passed.has(stage.name),
  );
}
/**
 * Of the stages left out those that count as skipped: a file that tells of a stay in a stage skips nothing.
 */
export const skippedStages = (move: Move): readonly Stage[] =>
  stagesLeftOut(move).filter((stage) => !move.told?.includes(stage.name));

const rule = (
  code: string,
  text: LabelMap,
  action: "give_reason" | "none" = "none",
  params?: Reason["params"],
): Reason => ({
  code,
  text,
  criterion: `rule.${code}`,
  kind: "rule",
  fix: { action },
  ...(params ? { params } : {}),
});
const hasReason = (reason: string | undefined): boolean => (reason ?? "").trim() !== "";

/** What the rules of the pipeline say against a move, whatever the record holds. */
export function ruleReasons(move: Move, role: RoleName = asNamed): readonly Reason[] {
  const { definition, to, mover, reason } = move;
  const { rules } = definition;
  const kind = moveKind(move);
  const found: Reason[] = [];
  const begins = kind === "create" || kind === "transfer";
  if (begins) found.push(...creationReasons(move));
  if (!rules.allow_skip && !(begins && rules.create_in)) found.push(...skipReasons(move));
  if (kind === "backward" && !rules.allow_backward)
    found.push(rule("backward_not_allowed", gateMessages.backward_not_allowed));
  if (kind === "backward" && rules.allow_backward && rules.backward_needs_reason && !hasReason(reason))
    found.push(rule("backward_reason_required", gateMessages.backward_reason_required, "give_reason"));
  if (kind === "reopen") found.push(...reopenReasons(move, role));
  if (to.movers && to.movers.length > 0 && !to.movers.some((role) => mover.roles.includes(role)))
    found.push(
      rule(
        "mover_not_allowed",
        compose(gateMessages.mover_not_allowed, { roles: joinRoles(to.movers, role), stage: to.label }),
      ),
    );
  return found;
}

/**
 * A pipeline may name the stages in which records begin; a file that tells of an earlier beginning tells
 * where it was.
 */
function creationReasons({ definition, to, told = [] }: Move): readonly Reason[] {
  const stages = creationStages(definition);
  const began = told[0] ?? to.name;
  if (!stages || stages.includes(began)) return [];
  const labels = stages.map(
    (name): LabelMap => stageOf(definition, name)?.label ?? { "zh-CN": name, en: name },
  );
  const text = compose(gateMessages.create_not_allowed, { stage: to.label, stages: joinLabels(labels) });
  return [rule("create_not_allowed", text, "none", { next: stages[0] })];
}

function skipReasons(move: Move): readonly Reason[] {
  const skipped = skippedStages(move);
  const [next] = skipped;
  if (!next) return [];
  const text = compose(gateMessages.skip_not_allowed, {
    stages: joinLabels(skipped.map((stage) => stage.label)),
    next: next.label,
  });
  return [rule("skip_not_allowed", text, "none", { next: next.name })];
}

/** Says that a consent is missing and who could give it. */
export const consentReason = (
  need: string,
  approver: Approver,
  text: LabelMap,
  role: RoleName = asNamed,
): Reason => ({
  code: "approval_required",
  text: compose(text, {
    approver: approver === "manager" ? gateMessages.owners_manager : role(approver.role),
  }),
  criterion: need,
  kind: "rule",
  fix: { action: "ask_approval" },
  params: approver === "manager" ? { approver: "manager" } : { role: approver.role },
});
/** Roles in a row, by their labels. */
export const joinRoles = (names: readonly string[], role: RoleName): LabelMap =>
  joinLabels(
    names.map((name): LabelMap => {
      const label = role(name);
      return typeof label === "string" ? { "zh-CN": label, en: label } : label;
    }),
  );

function reopenReasons(
  { definition, from, mover, reason, consents }: Move,
  role: RoleName,
): readonly Reason[] {
  const rules = from?.pipeline?.rules ?? definition.rules;
  if (!rules.allow_reopen) return [rule("reopen_not_allowed", gateMessages.reopen_off)];
  if (!mover.canReopen) return [rule("reopen_not_allowed", gateMessages.reopen_not_allowed)];
  if (!hasReason(reason))
    return [rule("reopen_reason_required", gateMessages.reopen_reason_required, "give_reason")];
  return rules.reopen_approval && !consents?.has(REOPEN_CONSENT)
    ? [consentReason(REOPEN_CONSENT, rules.reopen_approval, gateMessages.reopen_approval, role)]
    : [];
}
