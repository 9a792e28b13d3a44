import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { choose, fill, show } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo, PIPELINE } from "../../../../testing/screens/world.ts";
import { todayText } from "../../../../ui/kit/time-text.ts";
import { freezeBaseline } from "../shared/baseline.contract.ts";
import { FreezeButton, type FreezeQuestion } from "./FreezeButton.tsx";

const body = { object: "opportunity", pipeline: PIPELINE, mode: "flow" } as const;
const questions: readonly FreezeQuestion[] = [
  { metric: "funnel", body },
  { metric: "win_rate", body },
];
const frozen = {
  data: {
    id: idNo(50),
    name: "x",
    metric: "win_rate" as const,
    question: {},
    cut_off: "2026-11-30T02:00:00Z",
    log_position: 1,
    record_count: 2,
    created_at: "2026-11-30T02:00:00Z",
  },
};
async function open(of: readonly FreezeQuestion[] = questions) {
  const user = show(<FreezeButton questions={of} />);
  await user.click(await screen.findByRole("button", { name: "Save baseline" }));
  return { user, dialog: within(await screen.findByRole("dialog")) };
}

it("is called after what it freezes and the day, until somebody calls it otherwise", async () => {
  const sent = answers(freezeBaseline, frozen);
  const { user, dialog } = await open();
  expect(dialog.getByDisplayValue(`Funnel ${todayText()}`)).toBeTruthy();
  await choose(user, dialog.getByRole("combobox"), "Win rate");
  const name = dialog.getByDisplayValue(`Win rate ${todayText()}`);
  await fill(user, name, " Third quarter ");
  await user.dblClick(dialog.getByRole("button", { name: "Save baseline" }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.body).toEqual({ metric: "win_rate", body, name: "Third quarter" });
});

it("needs a name", async () => {
  const { user, dialog } = await open();
  await fill(user, dialog.getByDisplayValue(/^Funnel/), "  ");
  expect(dialog.getByRole<HTMLButtonElement>("button", { name: "Save baseline" }).disabled).toBe(true);
});

it("of one question there is no choice; one of another module is called as it says", async () => {
  const label = { "zh-CN": "完成率", en: "Attainment" };
  const sent = answers(freezeBaseline, frozen);
  const { user, dialog } = await open([{ metric: "quota.attainment", body: { team: "x" }, label }]);
  expect(dialog.queryByRole("combobox")).toBeNull();
  expect(dialog.getByDisplayValue(`Attainment ${todayText()}`)).toBeTruthy();
  await user.click(dialog.getByRole("button", { name: "Save baseline" }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.body).not.toHaveProperty("label");
});

it("a refusal is told, and the dialog stays with its name", async () => {
  answers(freezeBaseline, refusal(400, "too_many_records", { detail: "More than can be kept" }));
  const { user, dialog } = await open();
  await user.click(dialog.getByRole("button", { name: "Save baseline" }));
  expect(await screen.findByText("More than can be kept")).toBeTruthy();
  expect(dialog.getByDisplayValue(/^Funnel/)).toBeTruthy();
});

it("who looks as someone else freezes nothing", async () => {
  const viewing = {
    kind: "user",
    by: { id: idNo(5), name: "Admin" },
    since: "2026-11-30T01:00:00Z",
  } as const;
  show(
    <>
      <FreezeButton questions={questions} />
      <p>end</p>
    </>,
    { me: { viewing } },
  );
  expect(await screen.findByText("end")).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});
