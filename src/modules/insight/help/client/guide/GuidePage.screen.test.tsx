import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { address, fill, show, showPage } from "../../../../../testing/screens/show.tsx";
import { HelpMenu } from "../HelpMenu.tsx";
import { HelpStage } from "../HelpStage.tsx";
import { showHelp } from "../help-state.ts";

const nothing = () => showHelp({ panel: null, tour: null });

it("a page of the guide is read in the reader's language, its links stay within", async () => {
  const hand = showPage("/guide/first-steps");
  expect(await screen.findByRole("heading", { level: 1, name: "First steps" })).toBeTruthy();
  const article = within(screen.getByRole("article"));
  await hand.click(article.getByRole("link", { name: "Pipelines and gates" }));
  await expect.poll(address).toBe("/guide/pipelines");
});
it("in Chinese the same page", async () => {
  showPage("/guide/first-steps", { language: "zh-CN" });
  expect(await screen.findByRole("heading", { level: 1, name: "第一步" })).toBeTruthy();
});

it("it is searched by any words of it, and says when there are none", async () => {
  const hand = showPage("/guide");
  await fill(hand, await screen.findByLabelText("Search help"), "demo recycle bin");
  const found = await screen.findByRole("link", { name: /Demo data · First steps/ });
  expect(found.getAttribute("href")).toBe("/guide/first-steps#demo-data");
  await fill(hand, screen.getByLabelText("Search help"), "zebra");
  expect(await screen.findByText("No results for “zebra”")).toBeTruthy();
});

it("a page that the guide has not leads back to it", async () => {
  showPage("/guide/nothing");
  expect(await screen.findByText("Page or record not found")).toBeTruthy();
});

it("“?” opens the page about where one is, at the side, and Escape closes it", async () => {
  nothing();
  const hand = show(
    <>
      <HelpMenu onShortcuts={() => undefined} />
      <HelpStage />
    </>,
    { path: "/settings/pipelines" },
  );
  await hand.click(await screen.findByRole("button", { name: "Help" }));
  await hand.click(await screen.findByRole("menuitem", { name: "Help for this page" }));
  const panel = within(await screen.findByRole("complementary", { name: "Help" }));
  expect(await panel.findByRole("heading", { level: 1, name: "Pipelines and gates" })).toBeTruthy();
  await hand.keyboard("{Escape}");
  expect(screen.queryByRole("complementary", { name: "Help" })).toBeNull();
});
