import { Type } from "@sinclair/typebox";
import { label } from "../../shared/i18n/label.ts";
import { countMaskedSearch } from "../query/count-masked-search.ts";
import { search, searchedObjects } from "../query/search.ts";
import { accept } from "../refusal.ts";
import type { Route } from "./route.ts";

/** Search across objects: Chinese by any part of a word, and by pinyin. */
export const searchRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/search",
    tag: "search",
    summary: label("全局搜索", "Search everything"),
    query: Type.Object({
      q: Type.String({ maxLength: 200 }),
      objects: Type.Optional(Type.String({ maxLength: 500 })),
      limit: Type.Optional(Type.String({ maxLength: 4 })),
    }),
    run: async (context, { query }) => {
      const objects = query["objects"]?.split(",").filter(Boolean);
      const limit = Math.min(Math.max(Number(query["limit"] ?? 20) || 20, 1), 50);
      const counted = await countMaskedSearch(context, searchedObjects(context, objects), query["q"]);
      if (!counted.ok) return counted;
      return accept({
        data: await search(context, query["q"] ?? "", { ...(objects ? { objects } : {}), limit }),
      });
    },
  },
];
