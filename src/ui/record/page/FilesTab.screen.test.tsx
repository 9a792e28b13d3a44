import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { storeFile } from "../../../shared/wire/files.contract.ts";
import { beginUpload, finishUpload, readUpload, sendPiece } from "../../../shared/wire/uploads.contract.ts";
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

const film = new File([new Uint8Array(9 * 2 ** 20)], "film.mp4");
const standing = (offset: number) => ({
  data: { id: idNo(80), size: film.size, offset, until: "2026-11-30T02:00:00Z" },
});

it("a large file goes in pieces: a lost one is gone on with where the server stands, and it can be paused", async () => {
  answers(beginUpload, standing(0));
  const pieces = answers(sendPiece, async ({ query }) => {
    if (pieces.length === 2) throw new TypeError("Failed to fetch");
    return standing(Math.min(film.size, Number(query.offset) + 4 * 2 ** 20));
  });
  const asked = answers(readUpload, standing(4 * 2 ** 20));
  const finished = answers(finishUpload, stored);
  const user = open();
  await user.upload(await picker(), film);
  expect(await screen.findByText(/Connection lost/)).toBeTruthy();
  expect(screen.getByText("44%")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Pause" }));
  await expect.poll(() => asked.length, { timeout: 5000 }).toBe(1);
  const resume = await screen.findByRole("button", { name: "Resume" });
  expect([pieces.length, finished.length]).toEqual([2, 0]);
  await user.click(resume);
  await expect.poll(() => finished.length, { timeout: 5000 }).toBe(1);
  expect(pieces.map(({ query }) => Number(query.offset) / 2 ** 20)).toEqual([0, 4, 4, 8]);
  expect(finished[0]?.body).toEqual({ regarding_object: "contact", regarding_id: wang.id });
});
