import {
  followChanges,
  readChanges,
  readRecordChanges,
  readTimeline,
} from "../../shared/wire/changes.contract.ts";
import { readFeed } from "../changes/read-feed.ts";
import { recordChanges } from "../changes/record-changes.ts";
import { recordTimeline } from "../changes/record-timeline.ts";
import { readAsOf } from "../query/as-of.ts";
import { answerStream } from "./stream.ts";
import { serve } from "./serve.ts";

const limitOf = (text: string | undefined, most: number): number =>
  Math.min(Math.max(Math.trunc(Number(text ?? 50)) || 50, 1), most);

/** What happened: to one record, and to everything the caller may see. */
export const changeRoutes = [
  serve(readRecordChanges, {}, async (context, { params, query: { cursor, as_of, limit } }) => {
    const until = readAsOf(context, as_of);
    if (!until.ok) return until;
    const page = { cursor, until: until.value, limit: limitOf(limit, 200) };
    return recordChanges(context, params.object, params.id, page);
  }),
  serve(readTimeline, {}, async (context, { params, query }) => {
    const { cursor, as_of, limit, show = "all" } = query;
    const until = readAsOf(context, as_of);
    if (!until.ok) return until;
    const page = { cursor, until: until.value, limit: limitOf(limit, 100), show };
    return recordTimeline(context, params.object, params.id, page);
  }),
  serve(readChanges, {}, (context, { query: { cursor, objects, limit } }) =>
    readFeed(context, {
      cursor,
      objects: objects?.split(",").filter(Boolean),
      limit: limitOf(limit, 500),
    }),
  ),
  serve(followChanges, {}, answerStream),
];
