import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { storeFile } from "../../../shared/wire/files.contract.ts";
import { keeps, show } from "../../../testing/screens/show.tsx";
import { answers, inTurn, refusal } from "../../../testing/screens/stand-in.ts";
import { idNo, objectInfo } from "../../../testing/screens/world.ts";
import { FilesTab } from "./FilesTab.tsx";

const wang = { id: idNo(40), name: "Wang Li" };
const quote = { id: idNo(71), name: "quote.pdf", size: 2_516_582, created_at: "2026-11-29T02:00:00Z" };
const stored = { data: quote, abilities: { update: true, delete: true } };

function open(readOnly = false) {
  keeps("file", [quote]);
  return show(<FilesTab object={objectInfo("contact")} record={wang} readOnly={readOnly} />);
}
async function picker(): Promise<HTMLInputElement> {
  await screen.findByRole("button", { name: "Upload files" });
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) throw new Error("There is nowhere to pick a file");
  return input;
}

it("a file stands under its name as a link, with its size in words", async () => {
  open();
  const link = await screen.findByRole("link", { name: "quote.pdf" });
  expect(link.getAttribute("href")).toBe(`/api/v1/files/${quote.id}/content`);
  expect(screen.getByText("2.4 MB")).toBeTruthy();
});

it("a file that is refused is named with the reason, and the next one still goes", async () => {
  const sent = answers(storeFile, inTurn(refusal(413, "too_large", { detail: "More than 100 MB" }), stored));
  const user = open();
  await user.upload(await picker(), [new File(["x"], "film.mp4"), new File(["y"], "note.txt")]);
  expect(await screen.findByText(/film\.mp4.*More than 100 MB/)).toBeTruthy();
  await expect.poll(() => sent.length).toBe(2);
});

it("in the past nothing is added", async () => {
  open(true);
  expect(await screen.findByRole("link", { name: "quote.pdf" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Upload files" })).toBeNull();
});
