import type { Context } from "../../../../engine/context.ts";
import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { CatalogObject, Values, WireValue } from "../../../../shared/metadata/object.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import type { GateWorld } from "../../shared/criterion.ts";
import { askedBy, type AskedOnSide, judge } from "../../shared/gate.ts";
import { layerOf } from "../../shared/layers.ts";
import { type Move, OVERRIDE_CONSENT, REOPEN_CONSENT } from "../../shared/move.ts";
import { type Layer, type PipelineDefinition, type Stage, stageOf } from "../../shared/pipeline.ts";
import { labelsIn } from "../judge-moves.ts";
import type { EvidenceThen } from "./evidence-then.ts";
import type { PastFacts } from "./past-facts.ts";
import type { MadeMove } from "./read-moves.ts";
import type { Judgeable } from "./rules-over-past.ts";
import { type Life, micro, type Version } from "./versions.ts";

/** Rules to judge the past by, with what history can say to each of their criteria. */
export interface PastRules {
  readonly definition: PipelineDefinition;
  readonly judgeable: ReadonlyMap<string, Judgeable>;
  readonly facts: PastFacts;
  /** Newest task of each template by record and moment. */
  readonly tasksAt: (record: string, at: string) => Readonly<Record<string, boolean>>;
}
export interface PastAsked {
  readonly criterion: string;
  readonly kind: string;
  readonly layer: Layer | null;
  readonly state: "met" | "unmet" | "unknown";
  readonly text: LabelMap | null;
}
export interface PastVerdict {
  readonly verdict: "refused" | "passed" | "undecided" | "absent";
  readonly asked: readonly PastAsked[];
}
/** A move with what the record was when it had been made: just what the gate judges. */
export interface Placed {
  readonly move: MadeMove;
  readonly after: Version;
  /** Since when it stood in the stage that was left. */
  readonly enteredAt: string | null;
  /** What people had ticked and signed. */
  readonly evidence: Readonly<Values>;
}

/** The version that the move wrote, and since when the record had stood where it came from. */
export function placeMove(stageField: string, move: MadeMove, life: Life | undefined, evidence: EvidenceThen): Placed | null {
  if (!life) return null;
  const at = micro(move.at);
  const stage = (version: Version): boolean => version.values[stageField] === move.to;
  // A version begins by the database's clock, a visit by that of the program: what ties them is when the stage was entered.
  const exact = life.findIndex(
    (version) => stage(version) && typeof version.values["stage_entered_at"] === "string" && micro(version.values["stage_entered_at"]) === at,
  );
  const index = exact >= 0 ? exact : life.findIndex((version) => at < version.to && stage(version));
  const after = life[index];
  if (!after) return null;
  const entered = move.from === null ? null : life[index - 1]?.values["stage_entered_at"];
  return { move, after, enteredAt: typeof entered === "string" ? entered : null, evidence: evidence(life, index) };
}

/** What is judged, as of when: `seen` is the moment whose facts count, `now` the moment that today() and stays are reckoned by. */
export interface Seen {
  readonly seen: string;
  readonly now: string;
  readonly values: Readonly<Values>;
  readonly evidence: Readonly<Values>;
}
const asMade = ({ move, after, evidence }: Placed): Seen => ({ seen: after.from, now: micro(move.at), values: after.values, evidence });

/** Judges one move of the past: with the facts of its moment, or of a later one to see when it would have been met. */
export function judgePast(context: Context, object: CatalogObject, rules: PastRules, placed: Placed, when: Seen = asMade(placed)): PastVerdict {
  const { move, enteredAt } = placed;
  const { definition } = rules;
  const to = stageOf(definition, move.to);
  if (!to) return { verdict: "absent", asked: [] };
  const made = asMove(definition, move, to);
  const asked = askedBy(made);
  const world = worldAt(context, object, rules, { asked, move, enteredAt, ...when });
  const { unmet } = judge(made, world);
  const isKnown = (criterion: string): boolean => {
    const since = rules.judgeable.get(criterion)?.since;
    return since !== null && since !== undefined && since <= when.seen;
  };
  const criteria = asked.map(({ criterion, side }): PastAsked => {
    const reasons = unmet.filter((reason) => reason.criterion === criterion.id);
    return {
      criterion: criterion.id,
      kind: criterion.kind,
      layer: layerOf(criterion, side),
      state: isKnown(criterion.id) ? (reasons.length > 0 ? "unmet" : "met") : "unknown",
      text: reasons[0]?.text ?? null,
    };
  });
  // A file tells when a record moved, not why.
  const isUntold = ({ fix }: Reason): boolean => move.imported && fix?.action === "give_reason";
  const broken = unmet.filter(({ kind }) => kind === "rule").map((reason) => ruleAsked(reason, isUntold(reason) ? "unknown" : "unmet"));
  // Who had which role then is not kept.
  const movers = to.movers && to.movers.length > 0 ? [ruleAsked({ code: "mover_not_allowed" }, "unknown")] : [];
  const all = [...broken, ...movers, ...criteria];
  const verdict = all.some((one) => one.state === "unmet") ? "refused" : all.some((one) => one.state === "unknown") ? "undecided" : "passed";
  return { verdict, asked: all };
}
const ruleAsked = ({ code, text }: Pick<Reason, "code"> & Partial<Pick<Reason, "text">>, state: PastAsked["state"]): PastAsked => ({
  criterion: `rule.${code}`,
  kind: "rule",
  layer: null,
  state,
  text: text ?? null,
});

/** Roles, rights and consents of that day are not kept: they count as given, and what asks for them as unknown. */
function asMove(definition: PipelineDefinition, { from, reason }: MadeMove, to: Stage): Move {
  return {
    definition,
    to,
    from: from === null ? null : { pipeline: definition, stage: stageOf(definition, from) },
    mover: { roles: to.movers ?? [], canReopen: true },
    consents: new Set([OVERRIDE_CONSENT, REOPEN_CONSENT]),
    ...(reason ? { reason } : {}),
  };
}

interface Moment extends Seen {
  readonly asked: readonly AskedOnSide[];
  readonly move: MadeMove;
  readonly enteredAt: string | null;
}
function worldAt(
  context: Context,
  object: CatalogObject,
  { judgeable, facts, tasksAt }: PastRules,
  { asked, move, seen, now, values, evidence, enteredAt }: Moment,
): GateWorld {
  const { zone, calendar } = context.company;
  const record = { ...values, ...(object.stageField ? { [object.stageField]: move.to } : {}) };
  const found = asked.map(({ criterion }): [string, WireValue] => {
    if (criterion.kind === "tasks") return [criterion.id, { ...tasksAt(move.record, seen) }];
    const expression = judgeable.get(criterion.id)?.expression;
    return [criterion.id, expression ? facts.answer(expression, record, { seen, now }) : null];
  });
  return {
    record,
    evidence,
    facts: Object.fromEntries(found),
    enteredOn: enteredAt ? dayIn(zone, enteredAt) : null,
    enteredAt,
    today: dayIn(zone, now),
    calendar,
    labels: labelsIn(context, object, new Map()),
  };
}
