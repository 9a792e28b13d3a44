import type { Client, Reply } from "../app.ts";
import { pick } from "./fuzz-random.ts";
import { ids, type Named } from "./fuzz-world.ts";

export const q = encodeURIComponent;
/** Ways to ask about a field of a record. */
export const ROADS: readonly ((
  who: Client,
  object: Named,
  field: string,
  value: string,
) => Promise<Reply>)[] = [
  (who, object) => who.get(`/records/${object}?limit=100&titles=1&count=exact`),
  (who, object, field) => who.get(`/records/${object}?sort=-${field}&fields=id,${field}`),
  (who, object, field, value) =>
    who.get(`/records/${object}?filter=${q(`${field} == "${value}"`)}&count=exact`),
  (who, object, field, value) =>
    who.get(`/records/${object}?filter=${q(`contains(${field}, "${value.slice(0, 4)}")`)}&count=estimate`),
  (who, object) => who.get(`/records/${object}/${ids[object]}?titles=1`),
  (who, object, field) => who.get(`/records/${object}/${ids[object]}/history?field=${field}`),
  (who, object) =>
    who.get(`/records/${object}/${ids[object]}/${pick(["changes", "timeline", "versions", "sharing"])}`),
  (who) => who.get(`/records/opportunity/${ids["opportunity"]}?expand=account,contact&titles=1`),
  (who) =>
    who.get(
      `/records/opportunity/${ids["opportunity"]}/${pick(["changes", "timeline", "versions", "transitions", "visits"])}`,
    ),
  (who, object, field) =>
    who.post(`/records/${object}/aggregate`, {
      group_by: [{ field, ...pick([{}, { bucket: "due" }]) }],
      measures: [{ fn: "count" }, { fn: pick(["min", "max", "sum"]), field }],
    }),
  (who, object, field, value) => who.post(`/records/${object}/duplicates`, { values: { [field]: value } }),
  (who, object, field, value) => who.post(`/records/${object}`, { [field]: value }),
  (who, object, field) =>
    who.patch(`/records/${object}/${ids[object]}`, { [field]: "x1", base: { [field]: "y" } }),
  (who, _object, _field, value) => who.get(`/search?q=${q(value.slice(0, 6))}`),
  (who, object, field) => who.post("/exports", { object, format: "csv", fields: ["id", field] }),
  (who) => who.get(pick(["/changes?limit=500", "/notifications", "/audit/changes?limit=200", "/audit/days"])),
  (who, object) =>
    who.get(`/permissions/explain?user=${ids["spy"]}&object=${object}&id=${ids[object]}&action=read`),
  (who, object) => who.get(`/records/${object}/${ids[object]}?as_of=${new Date().toISOString()}&titles=1`),
  (who, object) => who.post("/exports", { object, format: "csv", history: true }),
  (who, object) =>
    who.patch(`/records/${object}/${ids[object]}`, { source_system: "y" }, { "if-match": '"1"' }),
  (who, object, field) =>
    who.post("/batch", {
      operations: [
        { op: "update", object, id: ids[object], values: { [field]: "x" }, base: { [field]: "y" } },
      ],
    }),
  (who) =>
    who.get(
      `/records/${pick(["stage_visit", "gate_refusal", "activity", "task", "notification", "message"])}?limit=50&titles=1&expand=record,regarding`,
    ),
  (who) =>
    who.get(
      `/records/opportunity/${ids["opportunity"]}/${pick(["clocks", "exceptions", "approvals", "gate"])}`,
    ),
  (who) =>
    who.post(`/records/${pick(["stage_visit", "opportunity"])}/aggregate`, {
      group_by: [{ field: "stage" }],
      measures: [{ fn: "count" }],
    }),
  (who) =>
    who.post(`/insight/${pick(["funnel", "cycle", "dwell", "win_rate", "loss", "movement"])}`, {
      object: "opportunity",
      pipeline: ids["pipeline"],
      from: "2026-01-01",
      to: "2030-12-31",
      mode: "cohort",
    }),
  (who, object) =>
    who.get(`/records/account/${ids["account"]}/${pick(["timeline", "changes"])}?object=${object}`),
  (who, object, field) =>
    who.get(
      `/records/activity?filter=${q(`regarding.${field} != ""`)}&titles=1&count=exact&sort=${object === "activity" ? field : "id"}`,
    ),
];

/**
 * Conditions on a field, each asked with the true value and with another: both find the same, whoever may not
 * read it.
 */
export const QUESTIONS: readonly ((field: string, value: string) => string)[] = [
  (field, value) => `${field} == "${value}"`,
  (field, value) => `${field} in ["${value}", "x"]`,
  (field, value) => `!(${field} != "${value}")`,
  (field, value) => `asof("2037-01-01", ${field} == "${value}")`,
  (field, value) => `IF(${field} == "${value}", true, false)`,
  (field, value) => `contains(${field}, "${value}") || startsWith(${field}, "${value}")`,
  (field, value) => `LEN(${field}) == ${value.length}`,
];
/** What a condition finds by list, figure and file. */
export async function found(who: Client, object: Named, filter: string): Promise<readonly unknown[]> {
  const list = await who.get(`/records/${object}?filter=${q(filter)}&count=exact&fields=id`);
  const sum = await who.post(`/records/${object}/aggregate`, { filter, measures: [{ fn: "count" }] });
  const file = await who.post("/exports", { object, format: "csv", filter, fields: ["id"] });
  return [
    list.status,
    list.json?.total,
    sum.status,
    sum.json?.groups?.[0]?.values,
    file.status,
    file.status === 200 ? file.text.length : 0,
  ];
}
