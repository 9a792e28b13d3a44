import { Type } from "@sinclair/typebox";
import { label } from "../../shared/i18n/label.ts";
import { readFeed } from "../changes/read-feed.ts";
import { recordChanges } from "../changes/record-changes.ts";
import { recordTimeline } from "../changes/record-timeline.ts";
import { readAsOf } from "../query/as-of.ts";
import { answerStream } from "../changes/stream.ts";
import type { Route } from "./route.ts";

const text = Type.Optional(Type.String({ maxLength: 1000 }));
const pageQuery = Type.Object({ cursor: text, limit: text, as_of: text });
const limitOf = (text: string | undefined, most: number): number =>
  Math.min(Math.max(Math.trunc(Number(text ?? 50)) || 50, 1), most);

/** What happened: to one record, and to everything the caller may see. */
export const changeRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/records/:object/:id/changes",
    tag: "records",
    summary: label("变更记录", "Changes of a record"),
    query: pageQuery,
    run: async (context, { params, query }) => {
      const until = readAsOf(context, query["as_of"]);
      if (!until.ok) return until;
      return recordChanges(context, params["object"] ?? "", params["id"] ?? "", {
        cursor: query["cursor"],
        until: until.value,
        limit: limitOf(query["limit"], 200),
      });
    },
  },
  {
    method: "GET",
    path: "/records/:object/:id/timeline",
    tag: "records",
    summary: label("时间线", "Timeline of a record"),
    query: Type.Object({
      cursor: text,
      limit: text,
      as_of: text,
      show: Type.Optional(
        Type.Union([Type.Literal("all"), Type.Literal("activities"), Type.Literal("changes")]),
      ),
    }),
    run: async (context, { params, query }) => {
      const until = readAsOf(context, query["as_of"]);
      if (!until.ok) return until;
      const { show } = query;
      return recordTimeline(context, params["object"] ?? "", params["id"] ?? "", {
        cursor: query["cursor"],
        until: until.value,
        limit: limitOf(query["limit"], 100),
        show: show === "activities" || show === "changes" ? show : "all",
      });
    },
  },
  {
    method: "GET",
    path: "/changes",
    tag: "changes",
    summary: label("变更流", "Feed of changes"),
    query: Type.Object({ cursor: text, objects: text, limit: text }),
    run: (context, { query }) =>
      readFeed(context, {
        cursor: query["cursor"],
        objects: query["objects"]?.split(",").filter(Boolean),
        limit: limitOf(query["limit"], 500),
      }),
  },
  {
    method: "GET",
    path: "/stream",
    tag: "changes",
    summary: label("实时变更（SSE）", "Live changes (server-sent events)"),
    run: answerStream,
  },
];
