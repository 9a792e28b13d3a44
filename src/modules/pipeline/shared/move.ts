import type { LabelMap } from "../../../shared/i18n/label.ts";
import type { Reason } from "../../../shared/metadata/reason.ts";
import { type Approver, inOrder, type PipelineDefinition, type Stage } from "./pipeline.ts";
import { compose, gateTexts, joinLabels } from "./texts.ts";

/** - transfer: into another pipeline; - reopen: out of a won or lost stage; - lose: into a lost one. */
export type MoveKind = "create" | "forward" | "backward" | "lose" | "reopen" | "transfer";

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
  readonly from: { readonly pipeline: PipelineDefinition | undefined; readonly stage: Stage | undefined } | null;
  readonly to: Stage;
  readonly mover: Mover;
  readonly reason?: string;
  /** Consents given for this very move, by what they were asked for: a rule's name or a criterion's id. */
  readonly consents?: ReadonlySet<string>;
  /** Criteria once passed by an exception that has run out: a forward move asks for them again. */
  readonly owed?: readonly string[];
}
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

/** Open stages that a forward move leaves out. */
export function skippedStages(definition: PipelineDefinition, from: Stage, to: Stage): readonly Stage[] {
  const last = to.type === "won" ? Number.POSITIVE_INFINITY : to.order;
  return inOrder(definition.stages).filter((stage) => stage.type === "open" && stage.order > from.order && stage.order < last && stage.name !== to.name);
}

const rule = (code: string, text: LabelMap, action: "give_reason" | "none" = "none"): Reason => ({
  code,
  text,
  criterion: `rule.${code}`,
  kind: "rule",
  fix: { action },
});
const hasReason = (reason: string | undefined): boolean => (reason ?? "").trim() !== "";

/** What the rules of the pipeline say against a move, whatever the record holds. */
export function ruleReasons(move: Move): readonly Reason[] {
  const { definition, from, to, mover, reason } = move;
  const { rules } = definition;
  const kind = moveKind(move);
  const found: Reason[] = [];
  if ((kind === "create" || kind === "transfer") && rules.create_in && !rules.create_in.includes(to.name))
    found.push(rule("create_not_allowed", compose(gateTexts.create_not_allowed, { stage: to.label })));
  if (kind === "forward" && !rules.allow_skip && from?.stage) {
    const skipped = skippedStages(definition, from.stage, to);
    if (skipped.length > 0)
      found.push(rule("skip_not_allowed", compose(gateTexts.skip_not_allowed, { stages: joinLabels(skipped.map((stage) => stage.label)) })));
  }
  if (kind === "backward" && !rules.allow_backward) found.push(rule("backward_not_allowed", gateTexts.backward_not_allowed));
  if (kind === "backward" && rules.allow_backward && rules.backward_needs_reason && !hasReason(reason))
    found.push(rule("backward_reason_required", gateTexts.backward_reason_required, "give_reason"));
  if (kind === "reopen") found.push(...reopenReasons(move));
  if (to.movers && to.movers.length > 0 && !to.movers.some((role) => mover.roles.includes(role)))
    found.push(rule("mover_not_allowed", compose(gateTexts.mover_not_allowed, { roles: to.movers.join(" / "), stage: to.label })));
  return found;
}

/** Says that a consent is missing and who could give it. */
export const consentReason = (need: string, approver: Approver, text: LabelMap): Reason => ({
  code: "approval_required",
  text: compose(text, { approver: approverText(approver) }),
  criterion: need,
  kind: "rule",
  fix: { action: "ask_approval" },
  params: approver === "manager" ? { approver: "manager" } : { role: approver.role },
});
const approverText = (approver: Approver): LabelMap | string => (approver === "manager" ? gateTexts.owners_manager : approver.role);

function reopenReasons({ definition, from, mover, reason, consents }: Move): readonly Reason[] {
  const rules = from?.pipeline?.rules ?? definition.rules;
  if (!rules.allow_reopen) return [rule("reopen_not_allowed", gateTexts.reopen_off)];
  if (!mover.canReopen) return [rule("reopen_not_allowed", gateTexts.reopen_not_allowed)];
  if (!hasReason(reason)) return [rule("reopen_reason_required", gateTexts.reopen_reason_required, "give_reason")];
  return rules.reopen_approval && !consents?.has(REOPEN_CONSENT) ? [consentReason(REOPEN_CONSENT, rules.reopen_approval, gateTexts.reopen_approval)] : [];
}
