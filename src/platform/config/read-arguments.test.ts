import { expect, test } from "vitest";
import { label } from "../../shared/i18n/label.ts";
import { readArguments } from "./read-arguments.mjs";

const restore = {
  name: "npm run restore",
  operands: [label("文件名", "FILE")],
  options: { erasures: label("清单", "LIST"), force: "flag" },
} as const;
const read = (...args: string[]) => readArguments<"erasures" | "force">(restore, args);
const wrong = (...args: string[]) => {
  const given = read(...args);
  return given.ok ? "accepted" : given.text;
};
const usage = "Usage: npm run restore -- FILE [--erasures LIST] [--force]";

test("operands, options and flags in any order", () => {
  expect(read("--force", "a.tar", "--erasures=-list")).toEqual({
    ok: true,
    operands: ["a.tar"],
    options: { erasures: "-list" },
    flags: new Set(["force"]),
  });
  expect(read("--erasures", "list", "a.tar")).toMatchObject({
    operands: ["a.tar"],
    options: { erasures: "list" },
  });
  expect(read("--", "--a.tar")).toMatchObject({ operands: ["--a.tar"] });
  expect(readArguments({ name: "npm run list", optional: [label("代码", "CODE")] }, [])).toMatchObject({
    ok: true,
    operands: [],
  });
});

test("whatever is not known, too much or missing is one sentence that says what is known", () => {
  expect(wrong("--erasure", "list", "a.tar")).toEqual({
    en: `npm run restore does not know “--erasure”. ${usage}`,
    "zh-CN":
      "npm run restore 没有参数“--erasure”。用法：npm run restore -- 文件名 [--erasures 清单] [--force]",
  });
  for (const given of ["-f", "--__proto__", "--constructor", "--force-all"])
    expect(wrong("a.tar", given)).toMatchObject({ en: expect.stringContaining(usage) });
  expect(wrong("a.tar", "b.tar")).toMatchObject({ en: `npm run restore does not know “b.tar”. ${usage}` });
  expect(wrong()).toMatchObject({ en: usage });
  for (const args of [["--erasures"], ["--erasures", "--force"], ["--erasures="]])
    expect(wrong("a.tar", ...args)).toEqual({
      en: `--erasures needs a value. ${usage}`,
      "zh-CN": "--erasures 后面缺少值。用法：npm run restore -- 文件名 [--erasures 清单] [--force]",
    });
  expect(wrong("a.tar", "--force=yes")).toMatchObject({ en: `--force takes no value. ${usage}` });
  expect(readArguments({ name: "npm run recount" }, ["--all"])).toEqual({
    ok: false,
    text: label(
      "npm run recount 没有参数“--all”。npm run recount 不带参数。",
      "npm run recount does not know “--all”. npm run recount takes no arguments.",
    ),
  });
});
