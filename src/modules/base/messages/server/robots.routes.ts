import { type Route, accept, isUuid, serve } from "../../../../engine/public.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import { readSecurity } from "../../identity/public.ts";
import { messagesMessages } from "../shared/messages.messages.ts";
import { testRobot } from "../shared/robots.contract.ts";
import { mayTest } from "./may-test.ts";
import { readRobots } from "./read-robots.ts";
import { refuseWith } from "./refuse.ts";
import { speak } from "./send-robots.ts";

export const robotRoutes: readonly Route[] = [
  serve(testRobot, { ability: "settings.manage", viewing: "closed" }, async (context, { params: { id } }) => {
    const [robot] = isUuid(id) ? await readRobots(context, [id]) : [];
    if (!robot) return refuseWith(404, "robot_missing");
    if (!mayTest(context.workspace)) return refuseWith(429, "too_many_tests");
    const { private_targets } = await readSecurity(context.db, context.workspace);
    const words = say(messagesMessages.robotTest, context.company.language);
    const verdict = await speak(context, robot, [words], private_targets);
    return verdict.taken
      ? accept({ answer: verdict.words })
      : refuseWith(502, "robot_silent", { words: verdict.words });
  }),
];
