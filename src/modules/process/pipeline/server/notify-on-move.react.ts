import {
  type Context,
  type LoggedChange,
  type Subscriber,
  heldAfter,
  tookBack,
} from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { CatalogObject, Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { notify } from "../../../base/notifications/public.ts";
import { loadPipelines } from "./load-pipelines.ts";
import { stageNotice } from "./notices.ts";
import { hasStage } from "./move-of.ts";
import { isMove, noticesOf, type StageNotice, tellsAnybody } from "./stage-notices.ts";
import { peopleByRole, peopleOf, type Place, placesOf } from "./stage-recipients.ts";

/**
 * Tells those whom the stages name that a record has left one and entered the other: once per move, never of
 * one's own doing.
 */
export const notifyOnMove = {
  word: "react",
  name: "stage.notify",
  label: label("按阶段设置通知相关成员", "Notifies the people set in the stage"),
  applies: hasStage,
  runAll: async (context, changes) => {
    const due = await dueFor(context, changes);
    const roles = await peopleByRole(
      context,
      due.map(({ notice }) => notice),
    );
    await notify(
      context,
      due.map(({ change, notice: { id, to, text }, place }) => {
        const recipients = new Set(to.flatMap((one) => peopleOf(one, place, roles)));
        const regarding = { object: change.object, id: change.record };
        const about = { kind: stageNotice, params: { text }, regarding, topic: id };
        return { change, notices: Array.from(recipients, (recipient) => ({ ...about, recipient })) };
      }),
    );
  },
} as const satisfies Subscriber;

interface Due {
  readonly change: LoggedChange;
  readonly notice: StageNotice;
  readonly place: Place;
}
/** What stages tell of the moves among the changes, in the order of the moves. */
async function dueFor(context: Context, changes: readonly LoggedChange[]): Promise<readonly Due[]> {
  const moves = await toldMoves(context, changes);
  const places = new Map<string, Place>();
  for (const object of new Set(moves.map((move) => move.object))) {
    const records = moves.filter((move) => move.object === object).map(({ change }) => change.record);
    for (const [id, place] of await placesOf(context, object, records)) places.set(id, place);
  }
  const pipelines = await loadPipelines(context.db, context);
  const held = heldAfter(changes);
  return moves.flatMap(({ object, change }) => {
    const now = places.get(change.record);
    const place = now && { ...now, ...pipelineIn(held.get(change.seq)) };
    return place
      ? noticesOf(pipelines, object, change, place).map((notice) => ({ change, notice, place }))
      : [];
  });
}

/** Where a record has gone to another pipeline since, its move was within the one before. */
function pipelineIn(held: Values = {}): Partial<Pick<Place, "pipeline">> {
  const { pipeline } = partOf(staged, held);
  return pipeline === undefined ? {} : { pipeline };
}

/** The moves of objects whose stages tell anybody; none that was taken back before anybody was told. */
async function toldMoves(
  context: Context,
  changes: readonly LoggedChange[],
): Promise<readonly { readonly object: CatalogObject; readonly change: LoggedChange }[]> {
  const undone = new Set(changes.flatMap(tookBack));
  const moves = changes.flatMap((change) => {
    const object = context.catalog.object(change.object);
    return object && !undone.has(change.seq) && isMove(object, change) ? [{ object, change }] : [];
  });
  if (moves.length === 0) return [];
  const pipelines = await loadPipelines(context.db, context);
  return moves.filter(({ object }) => tellsAnybody(pipelines, object));
}
