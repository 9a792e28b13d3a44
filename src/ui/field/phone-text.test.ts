import { expect, test } from "vitest";
import { phoneText } from "./phone-text.ts";

test("phones are grouped as people read them; what is not a Chinese number stays", () => {
  expect(phoneText("13800138000")).toBe("138 0013 8000");
  expect(phoneText("+86 138-0013-8000")).toBe("138 0013 8000");
  expect(phoneText("0512-66668888")).toBe("0512 6666 8888");
  expect(phoneText("138****8000")).toBe("138****8000");
  expect(phoneText("+1 415 555 2671")).toBe("+1 415 555 2671");
});
