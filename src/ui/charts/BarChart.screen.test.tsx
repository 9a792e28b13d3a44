import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "../../testing/screens/show.tsx";
import { BarChart } from "./BarChart.tsx";
import { type BarPiece, type BarRow, reachOf } from "./bars.ts";

const piece = (id: string, from: number, length: number, to?: string): BarPiece => ({
  id,
  from,
  length,
  tone: "accent",
  said: `${id} of it`,
  ...(to !== undefined && { to }),
});
const row = (id: string, pieces: readonly BarPiece[], more: Partial<BarRow> = {}): BarRow => ({
  id,
  name: id.toUpperCase(),
  bars: [{ id, pieces, figure: "12", note: "40%" }],
  facts: [["Records", "12"]],
  ...more,
});

it("a piece is as long as its share, stands where the one before ended, and leads to its records", async () => {
  const rows = [row("talks", [piece("on", 0, 30, "/on"), piece("lost", 30, 10, "/lost")])];
  show(<BarChart label="Funnel" rows={rows} max={80} />);
  const list = await screen.findByRole("list", { name: "Funnel" });
  const links = within(list).getAllByRole("link");
  expect(links.map((link) => [link.getAttribute("href"), link.style.left, link.style.width])).toEqual([
    ["/on", "0%", "37.5%"],
    ["/lost", "37.5%", "12.5%"],
  ]);
  expect(links[1]?.getAttribute("aria-label")).toBe("lost of it");
  expect(within(list).getByText("12").style.left).toBe("50%");
});

it("a row with records of its own is one link that says all its figures; an empty piece is not drawn", async () => {
  show(<BarChart label="Days" rows={[row("talks", [piece("mean", 0, 0)], { to: "/talks" })]} max={0} />);
  const link = await screen.findByRole("link", { name: "TALKS, Records 12" });
  expect(link.getAttribute("href")).toBe("/talks");
  expect(link.querySelectorAll("svg")).toHaveLength(0);
});

it("under the pointer and the focus stands what the row comes to", async () => {
  const user = show(<BarChart label="Days" rows={[row("talks", [], { to: "/talks" })]} max={1} />);
  await screen.findByRole("link", { name: /^TALKS/ });
  await user.tab();
  expect(await screen.findByText("Records")).toBeTruthy();
});

it("what colours mean is said where there are several", async () => {
  const legend = [
    ["accent", "Moved on"],
    ["lost", "Lost here"],
  ] as const;
  show(<BarChart label="Funnel" rows={[]} max={1} legend={legend} />);
  expect(await screen.findByText("Lost here")).toBeTruthy();
});

it("the longest reach is that of the pieces, not of their lengths", () => {
  expect(reachOf([row("a", [piece("x", 5, 3)]), row("b", [piece("y", 0, 7)])])).toBe(8);
  expect(reachOf([])).toBe(0);
});
