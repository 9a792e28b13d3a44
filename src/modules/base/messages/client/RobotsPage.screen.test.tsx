import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { createRecord, listRecords } from "../../../../shared/wire/records.contract.ts";
import { fill, showPage } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo } from "../../../../testing/screens/world.ts";
import { readNotificationPreferences } from "../shared/preferences.contract.ts";
import { testRobot } from "../shared/robots.contract.ts";

const robot = {
  id: idNo(80),
  version: 1,
  name: "Sales group",
  kind: "dingtalk",
  url: "https://oapi.dingtalk.example/robot/send?access_token=x",
  secret: "sealed:abc",
  events: ["task"],
  role: null,
  active: true,
};
const task = { "zh-CN": "分配任务", en: "Task assigned" };
function lists(...data: object[]) {
  answers(listRecords, ({ params }) => ({
    data: (params.object === "chat_robot" ? data : []) as never,
    page: { next: null },
  }));
  answers(readNotificationPreferences, {
    data: {
      events: [{ event: "task", label: task, bell: "at_once", mail: "at_once" }],
      quiet_hours: null,
      digest_at: "08:30",
      zone: "Asia/Shanghai",
    },
  });
}

it("a robot is tested by one press, and what the other side says is told", async () => {
  lists(robot);
  answers(testRobot, refusal(502, "robot_silent", { detail: "The robot did not take it: 310000" }));
  const user = showPage("/settings/robots");
  await user.click(await screen.findByRole("button", { name: "Test" }));
  expect(await screen.findByText("The robot did not take it: 310000")).toBeTruthy();
  answers(testRobot, { answer: "0 ok" });
  await user.click(await screen.findByRole("button", { name: "Test" }));
  expect(await screen.findByText("The robot spoke: 0 ok")).toBeTruthy();
});

it("a new one needs a name and an address; nothing is sent before", async () => {
  lists();
  const made = answers(createRecord, ({ body }) => ({
    data: { ...robot, ...(body as object) } as never,
    abilities: { update: true, delete: true, fields: {} } as never,
  }));
  const user = showPage("/settings/robots");
  expect(await screen.findByText("No robots yet")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Add a robot" }));
  const place = await screen.findByRole("dialog");
  const dialog = within(place);
  await user.click(dialog.getByRole("button", { name: "Save" }));
  await expect.poll(() => place.querySelectorAll("[data-invalid]").length).toBe(2);
  expect(made).toHaveLength(0);
  await fill(user, dialog.getByLabelText("Name*"), "Group");
  await fill(user, dialog.getByLabelText("Webhook address*"), "https://example.com/hook");
  await user.click(dialog.getByRole("button", { name: "Save" }));
  await expect
    .poll(() => made.map(({ body }) => body))
    .toEqual([
      { name: "Group", kind: "wecom", url: "https://example.com/hook", events: [], role: null, active: true },
    ]);
});
