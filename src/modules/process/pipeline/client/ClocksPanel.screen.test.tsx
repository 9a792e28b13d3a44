import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "../../../../testing/screens/show.tsx";
import { answers } from "../../../../testing/screens/stand-in.ts";
import { idNo, objectInfo, PIPELINE } from "../../../../testing/screens/world.ts";
import { readClocks, type RecordClocks, type StageClock } from "../shared/clock.contract.ts";
import { ClocksPanel } from "./ClocksPanel.tsx";

const limit = (more: Partial<StageClock> = {}): StageClock => ({
  amber: 5,
  red: 10,
  meeting: null,
  from: "usual",
  n: 0,
  ...more,
});

const clocks = (more: Partial<RecordClocks> = {}): RecordClocks => ({
  is_open: true,
  dwell: { days: 12, level: "red", limit: limit({ from: "won", n: 7, amber: 4.8, red: 9.9 }), since: null },
  idle: {
    days: 1,
    level: null,
    limit: limit(),
    since: "2026-11-20T02:00:00Z",
    has_contact: false,
    last: null,
    next_meeting_at: null,
    resets: [
      { name: "visit", label: { en: "Visit" } },
      { name: "call", label: { en: "Call" } },
    ],
  },
  slip: { days: 0, level: null, limit: null, count: 0 },
  ...more,
});

const record = { id: idNo(20), name: "Flow meters", stage: "needs", pipeline: PIPELINE };

function open(found: RecordClocks, asOf: string | null = null) {
  const asked = answers(readClocks, { data: found });
  show(
    <>
      <ClocksPanel object={objectInfo("opportunity")} record={record} asOf={asOf} reload={() => undefined} />
      <p>end</p>
    </>,
  );
  return asked;
}

const idle = (more: Partial<RecordClocks["idle"]>) => clocks({ idle: { ...clocks().idle, ...more } });

it("each clock says how long, how it stands, and by what it is judged: whole days", async () => {
  open(clocks());
  const line = (await screen.findByText("In the stage")).closest("div");
  expect(line?.textContent).toContain("12 working days");
  expect(line?.textContent).toContain("Red");
  expect(line?.textContent).toContain("amber over 4, red over 9 (P75/P90 of 7 won)");
  expect((await screen.findByText("Without contact")).closest("div")?.textContent).toContain("1 working day");
  expect(screen.getByText("Never")).toBeTruthy();
  expect(screen.getByText(/Visit, Call\./)).toBeTruthy();
});

it("a deal that was put off says how often and for how long together", async () => {
  open(clocks({ slip: { days: 14, level: "amber", limit: limit({ from: "set" }), count: 2 } }));
  expect(await screen.findByText(/^2 times, 14 working days in total/)).toBeTruthy();
});

it.each([
  [{ has_contact: false }, /^No contact yet; counted from creation on/],
  [{ has_contact: true }, /you don’t have access to this activity/],
] as const)("without a contact to show it says since when it counts: %o", async (more, words) => {
  open(idle(more));
  expect(await screen.findByText(words)).toBeTruthy();
});

it("the last contact leads to its activity, by its type as people call it", async () => {
  const last = { id: idNo(60), type: "visit", subject: "Plant", at: "2026-11-27T02:00:00Z", by: "Wang Wei" };
  open(idle({ last, has_contact: true }));
  const link = await screen.findByRole("link");
  expect(link.textContent).toMatch(/^Last: Visit, .* · Plant · Wang Wei$/);
  expect(link.getAttribute("href")).toContain(idNo(60));
});

it("a meeting ahead eases the clock only where it would be red", async () => {
  const next_meeting_at = "2026-12-02T02:00:00Z";
  open(idle({ next_meeting_at, days: 11, level: "amber" }));
  expect(await screen.findByText(/so no red for lack of contact/)).toBeTruthy();
});

it("else it is just the next one", async () => {
  open(idle({ next_meeting_at: "2026-12-02T02:00:00Z", days: 10, level: "amber" }));
  expect(await screen.findByText(/^Next customer meeting:/)).toBeTruthy();
});

it("a closed record has no clocks; those of the past are asked of that day", async () => {
  const asked = open(clocks({ is_open: false }), "2026-11-10");
  await expect.poll(() => asked.map(({ query }) => query)).toEqual([{ as_of: "2026-11-10" }]);
  expect(await screen.findByText("end")).toBeTruthy();
  expect(screen.queryByText("Time and contact")).toBeNull();
});
