import { type Context, fieldRight, isReadable } from "../../../../engine/public.ts";
import type { CatalogObject, Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import { asValues } from "../shared/criterion.ts";
import { EXCEPTIONS, exceptionsIn, owedAmong } from "../shared/exception.ts";
import { criteriaOfMove, type CriterionOnSide } from "../shared/gate.ts";
import type { SentFacts } from "../shared/moves.contract.ts";
import { NO_PATH } from "../shared/passed-stages.ts";
import type { PublishedPipeline } from "../../pipeline/public.ts";
import { kindsOf } from "./gate-kinds.ts";
import { isHiddenFrom } from "./hide-reasons.ts";
import { type JudgedAnswer, moverOf } from "./judge-moves.ts";

interface Sending {
  readonly object: CatalogObject;
  readonly record: Readonly<Values>;
  readonly answers: ReadonlyMap<string, JudgedAnswer>;
  readonly pipeline: PublishedPipeline;
  /** It holds in the record's department only. */
  readonly isPilot: boolean;
}

/**
 * The facts behind the gates of one record, for the browser to judge by: of criteria that some gate asks, and
 * only what this person may read.
 */
export function sendFacts(
  context: Context,
  { object, record, answers, pipeline, isPilot }: Sending,
): SentFacts {
  const { zone } = context.company;
  const all = [...answers.values()];
  const asked = new Map(
    all
      .flatMap(({ move }) => criteriaOfMove(move))
      .map((one): [string, CriterionOnSide] => [one.criterion.id, one]),
  );
  const kinds = kindsOf(context);
  const mayReadEvidence = isReadable(fieldRight(context, object, "gate_state"));
  const isHidden = ({ criterion }: CriterionOnSide): boolean =>
    isHiddenFrom(context, object, criterion) ||
    (!mayReadEvidence && kinds.get(criterion.kind)?.keep !== undefined);
  const open = [...asked.values()].filter((one) => !isHidden(one)).map(({ criterion }) => criterion.id);
  const facts = Object.assign({}, ...all.map((one) => one.facts)) as Values;
  const { gate_state, stage_entered_at: entered = null } = partOf(staged, record);
  const state = asValues(gate_state) ?? {};
  const today = dayIn(zone, context.now);
  const path = all.find(({ move }) => move.path)?.move.path ?? NO_PATH;
  const exceptions: Values =
    mayReadEvidence && state[EXCEPTIONS] !== undefined ? { [EXCEPTIONS]: state[EXCEPTIONS] } : {};
  return {
    facts: picked(facts, open),
    evidence: { ...picked(state, open), ...exceptions },
    hidden: [...asked.keys()].filter((id) => !open.includes(id)),
    passed: [...path.passed],
    stood: Object.fromEntries(path.stood),
    owed: owedAmong(exceptionsIn(state), today),
    mover: moverOf(context),
    entered_on: entered ? dayIn(zone, entered) : null,
    entered_at: entered,
    today,
    ...(isPilot ? { definition: pipeline.definition } : {}),
  };
}
const picked = (values: Readonly<Values>, names: readonly string[]): Values =>
  Object.fromEntries(
    names.flatMap((name) =>
      values[name] === undefined || values[name] === null ? [] : [[name, values[name]] as const],
    ),
  );
