import { expect, test } from "vitest";
import { objectInfo } from "../../../../testing/screens/world.ts";
import { textOf } from "../../../../shared/i18n/label.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import type { LanguageTools } from "../../../../ui/kit/language.tsx";
import { sampleFile } from "./sample-file.ts";

const language: LanguageTools = {
  language: "en",
  setLanguage: () => undefined,
  t: (message, params) => say(message, "en", params),
  of: (label, name = "") => (label ? textOf(label, "en", name) : name),
};

test("the sample of an object has its title, its needed fields and two rows under their names here", () => {
  const [head = "", first = "", second = "", end] = sampleFile(objectInfo("contact"), language).split("\r\n");
  expect(head.startsWith("\uFEFF")).toBe(true);
  expect(head).toContain("Name");
  expect(first.split(",")).toHaveLength(head.split(",").length);
  expect(second.split(",")).toHaveLength(head.split(",").length);
  expect(end).toBe("");
});
