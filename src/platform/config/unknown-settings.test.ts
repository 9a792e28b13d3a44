import { expect, test } from "vitest";
import { SETTINGS } from "./settings.ts";
import { warnUnknownSettings } from "./unknown-settings.ts";

const nearestTo = (name: string): string | undefined =>
  /mean (\w+)\?$/.exec(warnUnknownSettings({ [name]: "x" }, "en")[0] ?? "")?.[1];

test("a misspelled setting is told by name with the one that is meant, in both languages, and its value is not", () => {
  const environment = {
    SLUICE_METRICS_TOKN: "hunter2",
    SLUICE_COLOUR: "red",
    DATABSE_URL: "postgres://u:hunter2@db/x",
    PATH: "/bin",
    SLUICE_ROLE: "web",
  };
  expect(warnUnknownSettings(environment, "en")).toEqual([
    "There is no setting SLUICE_METRICS_TOKN; it is ignored. Did you mean SLUICE_METRICS_TOKEN?",
    "There is no setting SLUICE_COLOUR; it is ignored.",
    "There is no setting DATABSE_URL; it is ignored. Did you mean DATABASE_URL?",
  ]);
  expect(warnUnknownSettings({ SLUICE_COLOUR: "red", SLUICE_ROEL: "web" }, "zh-CN")).toEqual([
    "没有名为 SLUICE_COLOUR 的设置，已忽略。",
    "没有名为 SLUICE_ROEL 的设置，已忽略；是否想写 SLUICE_ROLE？",
  ]);
});

test("each is found through a letter too few, too many, another one or two that changed places, and with or without its prefix", () => {
  for (const known of SETTINGS.filter((name) => name !== "PORT")) {
    const at = known.length - 3;
    const [head, one = "", two = "", tail] = [
      known.slice(0, at),
      known[at],
      known[at + 1],
      known.slice(at + 2),
    ];
    for (const slip of [
      head + two + tail,
      `${head}${one}Q${two}${tail}`,
      `${head}Q${two}${tail}`,
      ...(one === two ? [] : [head + two + one + tail]),
    ])
      expect(nearestTo(slip), slip).toBe(known);
  }
  expect(nearestTo("SLUICE_PORT")).toBe("PORT");
  expect(nearestTo("SLUICE_DATABASE_URL")).toBe("DATABASE_URL");
  expect(nearestTo("SLUICE_DATA_DIRECTORY")).toBe("SLUICE_DATA_DIR");
});

test("what is known, empty, another program's or made by Kubernetes for a service called sluice is not told", () => {
  const ours = Object.fromEntries(SETTINGS.map((name) => [name, "x"]));
  const others = {
    DATABASE_POOL_URL: "x",
    DATABASE_NAME: "x",
    PORTS: "x",
    SLUICE_TEST_POSTGRES: "18",
    SLUICE_EMPTY: " ",
  };
  const kubernetes = {
    SLUICE_SERVICE_HOST: "10.0.0.1",
    SLUICE_PORT: "tcp://10.0.0.1:3000",
    SLUICE_PORT_3000_TCP_ADDR: "10.0.0.1",
  };
  expect(warnUnknownSettings({ ...ours, ...others, ...kubernetes }, "en")).toEqual([]);
});
