import { expect, it } from "vitest";
import { deviceText } from "./device-text.ts";

const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36";

it.for<[string, string]>([
  [CHROME, "Chrome · Windows"],
  [`${CHROME} Edg/126.0`, "Edge · Windows"],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1 Version/17.5 Safari/605.1",
    "Safari · macOS",
  ],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile Safari/604.1", "Safari · iOS"],
  [
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36",
    "Chrome · Android",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox · Linux"],
])("of %s a person is told %s", ([agent, told]) => {
  expect(deviceText(agent)).toBe(told);
});

it("a program is told by how it begins", () => {
  expect(deviceText("curl/8.5.0 (x86_64-pc-linux-gnu) libcurl/8.5.0")).toBe("curl/8.5.0");
});

it("who says nothing is told as nothing", () => {
  expect([deviceText(null), deviceText("")]).toEqual(["", ""]);
});
