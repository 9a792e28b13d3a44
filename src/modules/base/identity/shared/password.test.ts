import { describe, expect, it } from "vitest";
import { checkPassword, foldLogin } from "./password.ts";

const code = (password: string, login: string | null = null) =>
  checkPassword(password, login)[0]?.code ?? "good";

describe("checkPassword", () => {
  it("refuses what guessers try first, dressed up or not", () => {
    for (const password of [
      "password123",
      "P@ssw0rd2024!",
      "Admin@123456",
      "1234567890",
      "qwerty12345!",
      "woaini1314520",
      "aaaaaaaaaaaa",
      "abcdefghijkl",
      "1qaz2wsx3edc",
      "Sluice2026!!",
    ]) {
      expect(code(password), password).not.toBe("good");
    }
  });
  it("accepts phrases, random text and Chinese", () => {
    for (const password of [
      "correct-horse-battery-9",
      "x7Kp2vQz9m",
      "渠成水到春江潮平两岸阔",
      "tulip mango anvil",
    ])
      expect(code(password), password).toBe("good");
  });
  it("counts characters, not code units", () => {
    expect(code("短密码短密码短密码")).toBe("too_short");
    expect(code("😀🐟🌊🏔️🎋🀄")).toBe("too_short");
    expect(code("k".repeat(201))).toBe("too_long");
  });
  it("refuses the login, also backwards or without its domain", () => {
    expect(code("wangxiaoming-tulip", "WangXiaoMing@example.com")).toBe("like_login");
    expect(code("gnimoaixgnaw-tulip", "wangxiaoming")).toBe("like_login");
    expect(code("li-tulip-mango-anvil", "li")).toBe("good");
  });
});

it("folds case, width and blanks of logins", () => {
  expect(foldLogin(" ＷＡＮＧ.Li@Example.com ")).toBe("wang.li@example.com");
});
