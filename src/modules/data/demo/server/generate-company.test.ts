import { describe, expect, it } from "vitest";
import { isUscc } from "../../../../shared/text/uscc.ts";
import { daysBetween } from "../../../../shared/time/dates.ts";
import { OPPORTUNITY_PIPELINE } from "../../../process/pipeline/shared/default-pipelines.ts";
import { shippedObjects } from "../../../../objects/registry.ts";
import { generateCompany } from "./generate-company.ts";
import type { DemoRecord } from "./record.ts";

const TODAY = "2026-11-20";
const story = generateCompany(TODAY, "zh-CN");
const of = (object: string): readonly DemoRecord[] => story.filter((record) => record.object === object);
const deals = of("opportunity");
const stagesOf = (deal: DemoRecord): readonly string[] =>
  (deal.past ?? []).map((state) => String(state.values["stage"] ?? deal.values["stage"]));
const share = (records: readonly DemoRecord[], holds: (record: DemoRecord) => boolean): number =>
  records.filter(holds).length / records.length;

describe("the demo company", () => {
  it("is the same story each time, and the same one in English", () => {
    expect(generateCompany(TODAY, "zh-CN")).toEqual(story);
    const english = generateCompany(TODAY, "en");
    expect(english.map(({ key, at }) => [key, at])).toEqual(story.map(({ key, at }) => [key, at]));
    expect(JSON.stringify(english).match(/[^"]*[\u4e00-\u9fff][^"]*/g)).toBeNull();
  });

  it("has people, products and customers as a seller of that size has", () => {
    const counts = ["department", "user", "product", "account", "lead", "opportunity"].map(
      (object) => of(object).length,
    );
    expect(counts).toEqual([8, 30, 20, 120, 600, 900]);
    expect(of("contact").length).toBeGreaterThan(200);
    expect(of("activity").length + of("task").length).toBeGreaterThan(5000);
    expect(of("comment").length).toBeGreaterThan(30);
    expect(of("account").filter((account) => account.values["parent"]).length).toBeGreaterThan(15);
    expect(of("account").every((account) => isUscc(String(account.values["uscc"])))).toBe(true);
    expect(new Set(story.map(({ key }) => key)).size).toBe(story.length);
  });

  it("wins and loses like one: rates, cycle, stalls, steps back, reopened deals", () => {
    const won = deals.filter((deal) => deal.values["stage"] === "won");
    const lost = deals.filter((deal) => deal.values["stage"] === "lost");
    expect(won.length / (won.length + lost.length)).toBeGreaterThan(0.2);
    expect(won.length / (won.length + lost.length)).toBeLessThan(0.35);
    const cycles = won.map((deal) => daysBetween(deal.at.slice(0, 10), String(deal.values["close_date"])));
    const mean = cycles.reduce((sum, days) => sum + days, 0) / cycles.length;
    expect(mean).toBeGreaterThan(60);
    expect(mean).toBeLessThan(110);
    expect(share(deals, (deal) => stagesOf(deal).slice(0, -1).includes("lost"))).toBeGreaterThan(0.01);
    expect(
      share(
        deals,
        (deal) =>
          stagesOf(deal)
            .join(">")
            .match(/proposal>solution|solution>needs|negotiation>proposal/) !== null,
      ),
    ).toBeGreaterThan(0.04);
    const open = deals.filter((deal) => !["won", "lost"].includes(String(deal.values["stage"])));
    expect(open.length).toBeGreaterThan(80);
    expect(
      share(open, (deal) => daysBetween((deal.past?.at(-1)?.at ?? "").slice(0, 10), TODAY) > 60),
    ).toBeGreaterThan(0.1);
    const converted = share(of("lead"), (lead) => lead.values["status"] === "converted");
    expect(converted).toBeGreaterThan(0.15);
    expect(converted).toBeLessThan(0.4);
  });

  it("has deals that nobody has been in touch with for weeks, among others that are looked after", () => {
    const lastTalk = new Map<string, string>();
    for (const { values } of of("activity")) {
      const {
        regarding,
        status,
        occurred_at: at,
      } = values as { regarding: { id: { $ref: string } }; status: string; occurred_at: string };
      if (status === "done" && at > (lastTalk.get(regarding.id.$ref) ?? ""))
        lastTalk.set(regarding.id.$ref, at);
    }
    const open = deals.filter((deal) => !["won", "lost"].includes(String(deal.values["stage"])));
    const idle = share(
      open,
      ({ key, at }) => daysBetween((lastTalk.get(key) ?? at).slice(0, 10), TODAY) > 21,
    );
    expect(idle).toBeGreaterThan(0.08);
    expect(idle).toBeLessThan(0.45);
  });

  it("is quiet around Spring Festival", () => {
    const startedIn = (months: readonly string[]): number =>
      deals.filter((deal) => months.includes(deal.at.slice(5, 7))).length;
    expect(startedIn(["02"]) * 2).toBeLessThan(startedIn(["03"]) + startedIn(["09"]));
  });

  it("tells nothing of the future and no state before the one it follows", () => {
    const isTold = ({ at, past = [{ at, values: {} }] }: DemoRecord): boolean =>
      past.every(
        (state, index) =>
          state.at < `${TODAY}T00:00:00Z` && (index === 0 || state.at > (past[index - 1]?.at ?? "")),
      );
    expect(story.filter((record) => !isTold(record)).map(({ key }) => key)).toEqual([]);
  });

  it("speaks of fields, options and stages that exist", () => {
    const wrong = new Set<string>();
    for (const record of story) {
      const fields = shippedObjects.find((object) => object.name === record.object)?.fields ?? {};
      for (const values of [
        record.values,
        record.later ?? {},
        ...(record.past ?? []).map((state) => state.values),
      ])
        for (const [name, value] of Object.entries(values)) {
          const field = fields[name];
          if (!field && name !== "owner" && name !== "department") wrong.add(`${record.object}.${name}`);
          if (
            field?.kind === "select" &&
            value !== null &&
            !field.options.some((option) => option.name === value)
          )
            wrong.add(`${record.object}.${name}: ${String(value)}`);
        }
    }
    expect([...wrong]).toEqual([]);
    const stages = OPPORTUNITY_PIPELINE.stages.map((stage) => stage.name);
    for (const deal of deals) expect(stagesOf(deal).filter((stage) => !stages.includes(stage))).toEqual([]);
  });
});
