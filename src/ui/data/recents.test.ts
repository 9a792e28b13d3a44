import { beforeEach, expect, it, vi } from "vitest";
import { forgetRecents, keepRecent, recentsOf } from "./recents.ts";

const store = new Map<string, string>();
beforeEach(() => {
  store.clear();
  // What `Object.keys` of the browser's store gives, too.
  vi.stubGlobal(
    "localStorage",
    new Proxy(
      {
        getItem: (key: string) => store.get(key) ?? null,
        setItem: (key: string, value: string) => void store.set(key, value),
        removeItem: (key: string) => void store.delete(key),
      },
      {
        ownKeys: () => [...store.keys()],
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      },
    ),
  );
});
const deal = (id: string) => ({ object: "opportunity", id, title: `Deal ${id}` });

it("what was looked at last stands first, once, and twelve are kept", () => {
  for (let place = 0; place < 20; place++) keepRecent("wang", deal(String(place)));
  keepRecent("wang", deal("15"));
  expect(recentsOf("wang").map(({ id }) => id)).toEqual([
    "15",
    "19",
    "18",
    "17",
    "16",
    "14",
    "13",
    "12",
    "11",
    "10",
    "9",
    "8",
  ]);
});

it("nobody sees what another one looked at, and whoever leaves leaves nothing", () => {
  keepRecent("wang", deal("1"));
  expect(recentsOf("li")).toEqual([]);
  forgetRecents();
  expect(recentsOf("wang")).toEqual([]);
});

it("what stands there and is no list of records is none", () => {
  for (const kept of ["{", "{}", "[1]", '[{"object":"a"}]', "null"]) {
    store.set("sluice.recents.wang", kept);
    expect(recentsOf("wang")).toEqual([]);
  }
});
