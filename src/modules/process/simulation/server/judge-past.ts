import type { Context } from "../../../../engine/public.ts";
import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import {
  type GateWorld,
  unmetOf,
  type WorldLabels,
  criteriaOfMove,
  type CriterionOnSide,
  withoutRepeats,
  type Move,
  OVERRIDE_CONSENT,
  REOPEN_CONSENT,
  ruleReasons,
  stagesLeftOut,
  NO_PATH,
  type Path,
} from "../../gates/shared/public.ts";
import { kindsOf } from "../../gates/public.ts";
import {
  layerOf,
  type Criterion,
  type Layer,
  type PipelineDefinition,
  type Stage,
  stageOf,
} from "../../pipeline/shared/public.ts";
import type { EvidenceThen } from "./evidence-then.ts";
import type { PastFacts } from "./past-facts.ts";
import type { MadeMove } from "./read-moves.ts";
import type { Judgeable } from "./rules-over-past.ts";
import type { TasksThen } from "./tasks-then.ts";
import { FOREVER, isAlike, type Life, micro, nextOther, nextOtherIn, type Version } from "./versions.ts";

/** Rules to judge the past by, with what history can say to each of their criteria. */
export interface Rules {
  readonly definition: PipelineDefinition;
  readonly judgeable: ReadonlyMap<string, Judgeable>;
  readonly labels: WorldLabels;
  /** What moves ask, by the stages they lead between: filled while judging. */
  readonly gates: Map<string, PastGate>;
}
/** Rules with what history holds of some records. */
export interface PastRules extends Rules {
  /** The way that the record of a move had come before it. */
  readonly pathBefore: (move: MadeMove) => Path;
  readonly lives: ReadonlyMap<string, Life>;
  readonly facts: PastFacts;
  readonly evidence: EvidenceThen;
  readonly tasks: TasksThen;
}
export interface PastQuestion {
  readonly criterion: string;
  readonly kind: string;
  readonly layer: Layer | null;
  readonly state: "met" | "unmet" | "unknown";
  readonly text: LabelMap | null;
}
export interface PastVerdict {
  readonly verdict: "refused" | "passed" | "undecided" | "absent";
  readonly asked: readonly PastQuestion[];
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
export function placeMove(
  stageField: string,
  move: MadeMove,
  life: Life | undefined,
  evidence: EvidenceThen,
): Placed | null {
  if (!life) return null;
  const at = micro(move.at);
  const stage = (version: Version): boolean => version.values[stageField] === move.to;
  // A version begins by the database's clock, a visit by that of the program: what ties them is when the
  // stage was entered.
  const exact = life.findIndex((version) => {
    const entered = enteredAtOf(version);
    return stage(version) && entered !== null && micro(entered) === at;
  });
  const index = exact >= 0 ? exact : life.findIndex((version) => at < version.to && stage(version));
  const after = life[index];
  if (!after) return null;
  return {
    move,
    after,
    enteredAt: move.from === null ? null : enteredAtOf(life[index - 1]),
    evidence: evidence(life, index),
  };
}

const enteredAtOf = (version: Version | undefined): string | null =>
  partOf(staged, version?.values).stage_entered_at ?? null;

/**
 * What is judged, as of when: `seen` is the moment whose facts count, `now` the moment that today() and stays
 * are reckoned by.
 */
export interface Seen {
  readonly seen: string;
  readonly now: string;
  /** As the move would write it. */
  readonly record: Readonly<Values>;
  readonly evidence: Readonly<Values>;
}
/** The moment at which the move was made; its version stands in the stage it led to. */
export const asMade = ({ move, after, evidence }: Placed): Seen => ({
  seen: after.from,
  now: micro(move.at),
  record: after.values,
  evidence,
});

/** Judges one move of the past with the facts of one moment. */
export function judgePast(context: Context, rules: PastRules, placed: Placed, when: Seen): PastVerdict {
  const gate = gateOf(rules, placed.move, rules.pathBefore(placed.move));
  if (!gate) return { verdict: "absent", asked: [] };
  const ask = askerAt(context, rules, placed, when);
  const found = gate.asked.map((one) => (isKnown(rules, one, when.seen) ? ask(one) : null));
  const unmet = withoutRepeats(found.flatMap((reasons) => reasons ?? []));
  const criteria = gate.asked.map(({ criterion, side }, at): PastQuestion => {
    const [reason] = unmet.filter((one) => one.criterion === criterion.id);
    const state = found[at] === null ? "unknown" : reason ? "unmet" : "met";
    return {
      criterion: criterion.id,
      kind: criterion.kind,
      layer: layerOf(criterion, side),
      state,
      text: reason?.text ?? null,
    };
  });
  // Who had which role then is not kept.
  const movers =
    gate.to.movers && gate.to.movers.length > 0 ? [ruleAsked({ code: "mover_not_allowed" }, "unknown")] : [];
  const all = [...brokenRules(placed.move, gate), ...movers, ...criteria];
  const verdict = all.some((one) => one.state === "unmet")
    ? "refused"
    : all.some((one) => one.state === "unknown")
      ? "undecided"
      : "passed";
  return { verdict, asked: all };
}

/**
 * Tells of a later moment until when the move is still refused, as nothing that what refuses it then reads
 * changes before; null: it is not refused then.
 */
export function judgeLater(
  context: Context,
  rules: PastRules,
  placed: Placed,
): (when: Seen) => string | null {
  const gate = gateOf(rules, placed.move, rules.pathBefore(placed.move));
  if (!gate || brokenRules(placed.move, gate).some(({ state }) => state === "unmet")) return () => FOREVER;
  return (when) => {
    const ask = askerAt(context, rules, placed, when);
    let until: string | null = null;
    for (const one of gate.asked) {
      if (!isKnown(rules, one, when.seen) || ask(one).length === 0) continue;
      const next = standsUntil(rules, one.criterion, placed.move.record, when.seen);
      if (until === null || next > until) until = next;
      if (until === FOREVER) break;
    }
    return until;
  };
}

/**
 * Until when a criterion finds what it finds at a moment: from then on something that it reads may differ.
 */
export function standsUntil(
  { judgeable, facts, tasks, lives, evidence }: PastRules,
  criterion: Criterion,
  record: string,
  at: string,
): string {
  const expression = judgeable.get(criterion.id)?.expression;
  if (expression) return facts.holdsUntil(expression, record, at);
  // Days go by on their own, and what a module's own kind reads nobody here knows.
  if (criterion.kind === "dwell" || "settings" in criterion) return at;
  if (criterion.kind === "tasks") return tasks.standUntil(record, at);
  const life = lives.get(record) ?? [];
  if (criterion.kind === "fields") return nextOtherIn(life, at, criterion.fields);
  return nextOther(life, at, (index, held) =>
    isAlike(evidence(life, index)[criterion.id], evidence(life, held)[criterion.id]),
  );
}

/** What a move between two stages asks: the same for each of them. */
interface PastGate {
  readonly to: Stage;
  readonly move: Move;
  readonly asked: readonly CriterionOnSide[];
}
function gateOf({ definition, gates }: Rules, made: MadeMove, path: Path = NO_PATH): PastGate | null {
  const to = stageOf(definition, made.to);
  if (!to) return null;
  const move = { ...asMove(definition, made, to), path };
  const leftOut = stagesLeftOut(move).map(({ name }) => `${name}:${path.stood.get(name) ?? 0}`);
  const key = `${made.from} ${made.to} ${leftOut.join(" ")}`;
  const known = gates.get(key);
  if (known) return { ...known, move };
  const gate = { to, move, asked: criteriaOfMove(move) };
  gates.set(key, gate);
  return gate;
}
/**
 * Of each move, whether two sets of rules ask just the same of it: then they find the same. Most gates of a
 * draft are those that hold.
 */
export function sameGates(one: Rules, other: Rules): (move: MadeMove) => boolean {
  const shape = ({ definition }: Rules): string =>
    JSON.stringify([definition.rules, definition.stages.map(({ name, type, order }) => [name, type, order])]);
  if (shape(one) !== shape(other)) return () => false;
  const found = new Map<string, boolean>();
  return (move) => {
    const key = `${move.from} ${move.to}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const text = (rules: Rules): string => {
      const gate = gateOf(rules, move);
      return JSON.stringify(
        gate && [
          gate.to.movers,
          gate.asked.map(({ criterion, side, left }) => [criterion, side, left?.on_enter]),
        ],
      );
    };
    const isSame = text(one) === text(other);
    found.set(key, isSame);
    return isSame;
  };
}

const isKnown = ({ judgeable }: Rules, { criterion }: CriterionOnSide, seen: string): boolean => {
  const since = judgeable.get(criterion.id)?.since;
  return since !== null && since !== undefined && since <= seen;
};

function brokenRules(made: MadeMove, { move }: PastGate): readonly PastQuestion[] {
  // A file tells when a record moved, not why.
  const isUntold = ({ fix }: Reason): boolean => made.imported && fix?.action === "give_reason";
  return ruleReasons(move).map((reason) => ruleAsked(reason, isUntold(reason) ? "unknown" : "unmet"));
}
const ruleAsked = (
  { code, text }: Pick<Reason, "code"> & Partial<Pick<Reason, "text">>,
  state: PastQuestion["state"],
): PastQuestion => ({
  criterion: `rule.${code}`,
  kind: "rule",
  layer: null,
  state,
  text: text ?? null,
});

/**
 * Roles, rights and consents of that day are not kept: they count as given, and what asks for them as
 * unknown.
 */
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

/** What one criterion finds missing at a moment; its facts are looked up when it is asked. */
function askerAt(
  context: Context,
  { judgeable, facts, tasks, labels }: PastRules,
  { move, enteredAt }: Placed,
  when: Seen,
): (one: CriterionOnSide) => readonly Reason[] {
  const { zone, calendar } = context.company;
  const answers: Record<string, WireValue> = {};
  let [enteredOn, today]: (string | undefined)[] = [];
  const world: GateWorld = {
    record: when.record,
    evidence: when.evidence,
    facts: answers,
    get enteredOn() {
      return enteredAt ? (enteredOn ??= dayIn(zone, enteredAt)) : null;
    },
    enteredAt,
    get today() {
      return (today ??= dayIn(zone, when.now));
    },
    calendar,
    labels,
    kinds: kindsOf(context),
  };
  return (one) => {
    const { id, kind } = one.criterion;
    const expression = judgeable.get(id)?.expression;
    answers[id] =
      kind === "tasks"
        ? { ...tasks.at(move.record, when.seen) }
        : expression
          ? facts.answer(expression, when.record, when)
          : null;
    return unmetOf(one, world);
  };
}
