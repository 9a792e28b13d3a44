import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { counted, dwellGroup, frame } from "../../../../testing/screens/insight-answers.ts";
import { show } from "../../../../testing/screens/show.tsx";
import { answers, inTurn, refusal } from "../../../../testing/screens/stand-in.ts";
import { askDwell } from "../shared/durations.contract.ts";
import { listMetrics } from "../shared/insight.contract.ts";
import { DwellPanel } from "./DwellPanel.tsx";

const answer = {
  ...frame,
  mode: "flow" as const,
  unit: "calendar_days" as const,
  groups: [
    dwellGroup("Talks", "4.25", { limit: { days: "12.5", by: "p90_won" }, outliers: counted(1, "odd") }),
    dwellGroup("Offer", null, { n: 0, open: 0, overdue: counted(0) }),
  ],
};
function open() {
  answers(listMetrics, { data: [] });
  const onUnit = vi.fn();
  const query = { object: "opportunity", pipeline: "p", mode: "flow" } as const;
  return { user: show(<DwellPanel stages={2} query={query} unit="calendar_days" onUnit={onUnit} />), onUnit };
}

it("each stage says how long, beyond what a stay is unusual, and who stands there too long", async () => {
  answers(askDwell, answer);
  const { user } = open();
  await user.click(await screen.findByRole("button", { name: "Table" }));
  const [heads, talks, offer] = (await screen.findAllByRole("row")).map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );
  expect(heads?.slice(0, 6)).toEqual(["Stage", "Records", "Average", "Median", "P90", "In stage now"]);
  expect(talks).toEqual(["Talks", "3", "4.3", "4.3", "4.3", "2", "12.5", "1", "1"]);
  expect(offer).toEqual(["Offer", "0", "—", "—", "—", "0", "—", "0", "0"]);
  const links = screen
    .getAllByRole("link")
    .map((link) => new URLSearchParams(link.getAttribute("href")?.split("?")[1]));
  expect(links.map((query) => query.get("filter"))).toEqual(["stood", "stands", "odd", "overdue"]);
});

it("the unit is chosen here, for the whole page", async () => {
  answers(askDwell, answer);
  const { user, onUnit } = open();
  const days = await screen.findByRole("button", { name: "Calendar days" });
  expect(days.getAttribute("aria-pressed")).toBe("true");
  await user.click(screen.getByRole("button", { name: "Working days" }));
  expect(onUnit).toHaveBeenCalledWith("working_days");
});

it("a failure is told, and asked again it is there", async () => {
  answers(askDwell, inTurn(refusal(500, "internal"), answer));
  const { user } = open();
  await user.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("button", { name: "Table" })).toBeTruthy();
});
