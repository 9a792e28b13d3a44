import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { answered } from "../../../../testing/screens/answered.ts";
import { address, keeps, showPage, type Showing } from "../../../../testing/screens/show.tsx";
import { answers, inTurn, refusal } from "../../../../testing/screens/stand-in.ts";
import { LI_NA, PIPELINE } from "../../../../testing/screens/world.ts";
import { listPipelines } from "../../../../shared/wire/pipelines.contract.ts";
import { listMetrics } from "../shared/insight.contract.ts";
import { askMovement, type Movement, type MovementAnswer } from "../shared/movement.contract.ts";
import { behind, frame } from "../../../../testing/screens/insight-answers.ts";

const figure = (count: number, amount: string, filter = "x") => ({
  count,
  records: behind(filter),
  amount: { amount, currency: "CNY" },
});
const movement: Movement = {
  start: figure(10, "1000.00"),
  new: figure(4, "400.00", "new ones"),
  increased: figure(0, "0.00"),
  decreased: figure(1, "50.00"),
  moved_in: figure(0, "0.00"),
  moved_out: figure(0, "0.00"),
  won: figure(3, "300.00"),
  lost: figure(0, "0.00"),
  end: figure(11, "1050.00"),
};
const answer = (more: Partial<MovementAnswer> = {}): MovementAnswer => ({
  ...frame,
  mode: "flow",
  ...movement,
  start_at: "2026-10-01T00:00:00Z",
  end_at: "2026-12-31T16:00:00Z",
  sight: "all",
  ...more,
});
function open(path = "/insight/movement", showing: Showing = {}) {
  keeps("department", []);
  keeps("user", []);
  answers(listMetrics, { data: [] });
  return showPage(path, showing);
}
const table = async (name: string) => within(await screen.findByRole("region", { name }));
const rowsIn = async (name: string) =>
  (await (await table(name)).findAllByRole("row")).map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );

it("the steps from start to end, each with its sign, its count and its exact amount", async () => {
  answers(askMovement, answer());
  const user = open();
  expect(await answered()).toBe("¥1.05K open at the end, ¥50 more than at the start, ¥300 won");
  await user.click(await screen.findByRole("button", { name: "Table" }));
  const [, ...steps] = await rowsIn("From start to end");
  expect(steps.map(([name, count]) => `${name} ${count}`)).toEqual([
    "Start 10",
    "+ New 4",
    "+ Increased 0",
    "− Decreased 1",
    "+ Transferred in 0",
    "− Transferred out 0",
    "− Won 3",
    "− Lost 0",
    "End 11",
  ]);
  expect(steps[8]?.[2]).toBe("¥1,050");
  expect(screen.getByRole("link", { name: "4" }).getAttribute("href")).toContain("filter=new+ones");
});

it("whose records, in what money: what limits the figures is told", async () => {
  const end = {
    ...movement.end,
    amount: { amount: "1", currency: "CNY", mixed: true, rate_date: "2026-11-29" },
  };
  answers(askMovement, answer({ sight: "own", end }));
  open();
  const notes = (await screen.findByText(/2026-11-29/)).parentElement;
  expect(notes?.children).toHaveLength(3);
});

it("without such limits only that it adds up", async () => {
  answers(askMovement, answer());
  open();
  await screen.findByRole("button", { name: "Table" });
  expect(screen.getByText(/^Start \+ new .* = end\./).parentElement?.children).toHaveLength(1);
});

it("says between which days; a period that goes on is compared with now", async () => {
  answers(askMovement, inTurn(answer({ end_at: null }), answer()));
  open("/insight/movement?period=custom&from=2026-10-01&to=2026-10-31");
  expect(await screen.findByText("Since 2026-10-01")).toBeTruthy();
});

it("a group narrows the page to it; those without one do not", async () => {
  const groups = [
    { key: { owner: null }, ...movement, end: figure(2, "1.00") },
    { key: { owner: LI_NA }, titles: { owner: "Li Na" }, ...movement },
  ];
  const asked = answers(askMovement, answer({ groups }));
  const user = open("/insight/movement?by=owner&measure=count");
  const lines = await rowsIn("Movement by group");
  expect(lines.map(([name, start, fresh]) => [name, start, fresh])).toEqual([
    ["By owner", "Start", "+ New"].map((text, at) => (at === 0 ? expect.any(String) : text)),
    ["Li Na", "10", "4"],
    ["(not set)", "10", "4"],
    ["Total", "10", "4"],
  ]);
  expect(screen.queryByRole("button", { name: "(not set)" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Li Na" }));
  await expect.poll(address).toContain(`owner=${LI_NA}`);
  await expect.poll(() => asked.at(-1)?.body.filter).toBe(`owner == "${LI_NA}"`);
});

it("nothing open in this time is said where groups are asked for", async () => {
  answers(askMovement, answer({ groups: [] }));
  open("/insight/movement?by=stage");
  expect(await screen.findByText("No open records in this period")).toBeTruthy();
});

it("stages are grouped by the field of the object", async () => {
  const asked = answers(askMovement, answer({ groups: [] }));
  open("/insight/movement?by=stage");
  await expect
    .poll(() => asked[0]?.body)
    .toMatchObject({
      object: "opportunity",
      pipeline: PIPELINE,
      group_by: [{ field: "stage" }],
    });
});

it("a failure is told, and asked again it is there", async () => {
  answers(askMovement, inTurn(refusal(400, "bad_window"), answer()));
  const user = open();
  await user.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("button", { name: "Table" })).toBeTruthy();
});

it("that there is no pipeline is said when it is known, not while it is asked", async () => {
  let tell = (): void => undefined;
  const told = new Promise<void>((resolve) => void (tell = resolve));
  answers(listPipelines, () => told.then(() => ({ data: [] })));
  open();
  expect(await screen.findByRole("status", { name: /^Loading/ })).toBeTruthy();
  expect(screen.queryByText("No published pipeline yet")).toBeNull();
  tell();
  expect(await screen.findByText("No published pipeline yet")).toBeTruthy();
});

it("as long as the pipelines are not known, none is missing", async () => {
  answers(listPipelines, inTurn(refusal(500, "internal"), refusal(500, "internal")));
  open();
  expect(await screen.findByRole("alert")).toBeTruthy();
  expect(screen.queryByText("No published pipeline yet")).toBeNull();
});
