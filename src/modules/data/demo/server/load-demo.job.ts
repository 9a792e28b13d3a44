import { type Work, accept, defineJobKind } from "../../../../engine/public.ts";
import { type Static, Type } from "@sinclair/typebox";
import { demoMessages } from "../shared/demo.messages.ts";
import { BATCH, openStory, writePart } from "./load-demo.ts";

const Payload = Type.Object({
  today: Type.String(),
  round: Type.Integer(),
  size: Type.Object({ accounts: Type.Integer(), leads: Type.Integer(), deals: Type.Integer() }),
});
/** How many records of the story are written. */
const Position = Type.Object({ from: Type.Integer() });
type Position = Static<typeof Position>;

/**
 * The demo company, loaded from a screen. Stopped, it leaves what it has written: another load goes on from
 * there, or all of it is removed.
 */
export const demoLoadKind = defineJobKind({
  name: "demo_load",
  label: demoMessages.load,
  payload: Payload,
  position: Position,
  isPausable: true,
  rights: "program",
  about: () => "",
  async open(given, { id, payload }) {
    const { context, story } = await openStory(
      given,
      { today: payload.today, round: payload.round, isWhole: false },
      payload.size,
    );
    return accept<Work<Position>>({
      total: story.records.length,
      async batch(tx, acting, position, size) {
        const writing = { ...acting, company: context.company };
        const part = { from: position?.from ?? 0, size: Math.min(size, BATCH), job: id };
        const { next, done } = await writePart(tx, writing, story, part);
        return { position: next === null ? null : { from: next }, done, refused: [] };
      },
    });
  },
});
