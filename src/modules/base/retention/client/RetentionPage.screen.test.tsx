import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { fill, showPage } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import {
  changeRetention,
  previewRetention,
  readRetention,
  type RetentionState,
} from "../shared/retention.contract.ts";

const state: RetentionState = {
  kinds: [
    {
      name: "access_log",
      label: { "zh-CN": "访问日志", en: "Access log" },
      description: { "zh-CN": "谁看过什么", en: "Who looked at what" },
      least: 30,
      days: 365,
    },
  ],
  last: null,
};
const save = () => screen.getByRole<HTMLButtonElement>("button", { name: "Save" });
const days = () => screen.findByLabelText("Access log Days to keep");

function open(waiting: number) {
  answers(readRetention, { data: state });
  answers(previewRetention, { data: { access_log: waiting } });
  return showPage("/settings/retention");
}

it("nothing is to be saved before a period is changed", async () => {
  open(0);
  await days();
  expect(save().disabled).toBe(true);
  expect(screen.getByText("Not run yet")).toBeTruthy();
});

it("where nothing would go, a period is saved at once", async () => {
  const kept = answers(changeRetention, { data: state });
  const user = open(0);
  await fill(user, await days(), "400");
  await user.click(save());
  expect(await screen.findByText("Saved")).toBeTruthy();
  expect(kept.map(({ body }) => body)).toEqual([{ days: { access_log: 400 } }]);
});

it("what would be taken away tonight is counted, and asked about before it is saved", async () => {
  const kept = answers(changeRetention, { data: state });
  const user = open(1200);
  await fill(user, await days(), "90");
  await expect.poll(() => screen.queryByText("1,200")).toBeTruthy();
  await user.click(save());
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText(/1,200 entr.* would be purged now/)).toBeTruthy();
  expect(kept).toHaveLength(0);
  await user.click(dialog.getByRole("button", { name: "Save" }));
  await expect.poll(() => kept.length).toBe(1);
});

it("a refused period is told, and stays in its field", async () => {
  answers(changeRetention, refusal(422, "bad_retention", { detail: "A year at least" }));
  const user = open(0);
  await fill(user, await days(), "200");
  await user.click(save());
  expect(await screen.findByText("A year at least")).toBeTruthy();
  expect(screen.getByDisplayValue("200")).toBeTruthy();
});
