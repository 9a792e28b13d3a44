import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { address, showPage } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import { listImports } from "../shared/imports.contract.ts";
import type { ListedImport } from "../shared/run.contract.ts";
import { tried, written } from "./import-page.fixture.ts";

const lists = (...data: ListedImport[]) => answers(listImports, { data, page: { next: null } });

it("each import stands with its file, what it is about, how it ended and its figures", async () => {
  lists(tried, { ...written, status: "cancelled", file_name: "wins.xlsx", rows: 1200, created: 1100 });
  showPage("/imports");
  const first = await screen.findByRole("row", { name: /people\.csv/ });
  expect(first.textContent).toContain("Dry run");
  expect(first.textContent).toContain("Contacts");
  const second = screen.getByRole("row", { name: /wins\.xlsx/ });
  expect(second.textContent).toContain("Stopped");
  expect(second.textContent).toContain("1,100");
  expect(screen.getByRole("link", { name: "wins.xlsx" }).getAttribute("href")).toBe(`/imports/${written.id}`);
});

it("an undo under way is told as one", async () => {
  lists({ ...written, status: "running", undo: { deleted: 1, restored: 0, kept: [], kept_total: 0 } });
  showPage("/imports");
  expect(await screen.findByText("Undoing")).toBeTruthy();
});

it("where nothing was imported yet, it says how one begins", async () => {
  lists();
  const user = showPage("/imports");
  expect(await screen.findByText("No imports yet")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /Import file/ }));
  await expect.poll(address).toBe("/imports/new");
});

it("who may not import asks the server for nothing", async () => {
  const asked = lists();
  showPage("/imports", { role: "read_only" });
  expect(await screen.findByText(/You do not have permission to import/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Import file/ })).toBeNull();
  expect(asked).toHaveLength(0);
});

it("a list that failed is no empty one", async () => {
  answers(listImports, refusal(500, "internal"));
  showPage("/imports");
  expect(await screen.findByRole("button", { name: "Try again" })).toBeTruthy();
  expect(screen.queryByText("No imports yet")).toBeNull();
});
