import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import { object, text } from "../../../../shared/wire/schema.ts";

export const testRobot = contract({
  method: "POST",
  path: "/chat-robots/:id/test",
  tag: "messages",
  summary: label("测试群机器人", "Test a chat robot"),
  description: label(
    "立即让机器人在群里说一句话，返回对方的答复；没有接受时返回 502 和对方的原话。",
    "Lets the robot say something in its group at once and answers what the other side said; 502 with its words where it did not take it.",
  ),
  answer: object({ answer: text() }),
  errors: { robot_missing: 404, robot_silent: 502, too_many_tests: 429 },
});
