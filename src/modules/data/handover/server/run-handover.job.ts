import {
  type Context,
  type Outcome,
  type Refusal,
  type Work,
  accept,
  defineJobKind,
  elevate,
  refuse,
  statement,
} from "../../../../engine/public.ts";
import { json, orNull, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { type Static, Type } from "@sinclair/typebox";
import type { Transaction } from "../../../../platform/db/database.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { handoverScreenMessages } from "../shared/messages.ts";
import type { HandoverPlan } from "../shared/handover.contract.ts";
import { besideOf, countBeside } from "./beside.ts";
import { besideStep } from "./beside-step.ts";
import { countDuties, dutiesOf } from "./duties.ts";
import { dutyStep } from "./duty-step.ts";
import type { Leaving, Step } from "./step.ts";
import { teamStep } from "./team-step.ts";

const Payload = Type.Object({ object: Type.String(), ids: Type.Array(Type.String()) });
/** The step that is under way; what has a successor already is not found again. */
const Position = Type.Object({ step: Type.String() });
type Position = Static<typeof Position>;

/** Hands over what hangs on a person: records, what hangs on them beside records, places in teams. */
export const handoverKind = defineJobKind({
  name: "handover",
  label: label("工作交接", "Handover"),
  payload: Payload,
  position: Position,
  isPausable: true,
  isUndoable: true,
  interrupted: handoverScreenMessages.interrupted,
  about: ({ object }) => object,
  async open(context, run) {
    const leaving = await loadPlan(context, run.id);
    if (!leaving)
      return refuse({ status: 404, code: "not_found", text: handoverScreenMessages.nobody_there });
    const steps = stepsOf(context, leaving);
    const objects = [...new Set([...dutiesOf(context).map(({ object }) => object), "team_member"])];
    return accept<Work<Position>>({
      ...(run.position === null ? { total: await countTotal(context, leaving) } : {}),
      batch: (tx, given, position, size) =>
        nextStep(steps, position, (step) => step.take(tx, elevate(given, WHY, objects), size)),
      skip: (tx, given, position, refusal) =>
        nextStep(steps, position, (step) => skipOne(tx, given, step, refusal)),
    });
  },
});

const WHY = "a hand-over writes what was agreed on as it was begun";
const skipOne = async (tx: Transaction, context: Context, step: Step, refusal: Refusal) =>
  step.skip ? step.skip(tx, context, refusal) : null;

const stepsOf = (context: Context, leaving: Leaving): readonly Step[] => [
  ...dutiesOf(context).map((duty) => dutyStep(leaving, duty)),
  ...besideOf(leaving.plan).map((kind) => besideStep(leaving, kind)),
  teamStep(leaving),
];

/** The step under way, or the first behind it that still finds something. */
async function nextStep(
  steps: readonly Step[],
  position: Position | null,
  take: (step: Step) => ReturnType<Step["take"]>,
): Promise<Outcome<Position>> {
  const from = Math.max(
    0,
    steps.findIndex(({ name }) => name === position?.step),
  );
  for (const step of steps.slice(from)) {
    const taken = await take(step);
    if (taken) return { ...taken, position: { step: step.name } };
  }
  return { position: null, done: 0, refused: [] };
}

export const planOf = statement(
  { user_id: uuid, plan: json<HandoverPlan>(), manager: orNull(uuid) },
  ({ system, record }, job: string) =>
    sql`select p.user_id, p.plan, u.manager from ${system("handover_plan")} p join ${record("user")} u on u.id = p.user_id where p.job = ${job}`,
);
async function loadPlan({ db, workspace }: Context, job: string): Promise<Leaving | null> {
  const [row] = await db.query(planOf(workspace, job));
  return row ? { job, user: row.user_id, manager: row.manager, plan: row.plan } : null;
}

async function countTotal(context: Context, { job, user, plan }: Leaving): Promise<number> {
  const beside = await countBeside(context, user, job);
  const records = (await countDuties(context, user)).reduce((sum, { open }) => sum + open, 0);
  return besideOf(plan).reduce((sum, kind) => sum + beside[kind], records);
}
