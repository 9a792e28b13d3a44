import type { Context } from "../../../../engine/public.ts";
import { ROBOT_KINDS } from "../../../../platform/robots/robot-kinds.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import { choice, object } from "../../../../shared/wire/schema.ts";
import { sendByRobots } from "./send-robots.ts";
import { sendDue } from "./send-due.ts";

const OfRobots = object({ channel: choice(...ROBOT_KINDS) });

/** The work of the queue: sends what is due by one channel. */
export const sendChannel = (context: Context, payload: unknown): Promise<void> =>
  fits(OfRobots, payload) ? sendByRobots(context, payload.channel) : sendDue(context);
