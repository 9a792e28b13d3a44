import { searchEverything } from "../../shared/wire/search.contract.ts";
import { countMaskedSearch } from "../query/count-masked-search.ts";
import { search, searchedObjects } from "../query/search.ts";
import { accept } from "../kernel/refusal.ts";
import { serve } from "./serve.ts";

/** Search across objects: Chinese by any part of a word, and by pinyin. */
export const searchRoutes = [
  serve(searchEverything, {}, async (context, { query }) => {
    const objects = query.objects?.split(",").filter(Boolean);
    const limit = Math.min(Math.max(Number(query.limit ?? 20) || 20, 1), 50);
    const counted = await countMaskedSearch(context, searchedObjects(context, objects), query.q);
    if (!counted.ok) return counted;
    return accept({ data: await search(context, query.q, { ...(objects ? { objects } : {}), limit }) });
  }),
];
