import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { contents, type GuidePageText, pages, searched } from "virtual:guide";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { searchGuide } from "./search-guide.ts";

const FOREVER = { staleTime: Infinity, gcTime: Infinity, retry: false } as const;

/** The pages of the guide in the reader's language. */
export const useContents = () => contents[useLanguage().language];

/** One page; undefined where the guide has none of that name. */
export function useGuidePage(page: string): UseQueryResult<GuidePageText | null> {
  const { language } = useLanguage();
  const load = pages[language][page];
  return useQuery({
    ...FOREVER,
    queryKey: ["guide", language, page],
    queryFn: async () => (load ? (await load()).default : null),
  });
}

/** What the guide says about a text; its words come once there is one. */
export function useGuideSearch(text: string) {
  const { language } = useLanguage();
  const { data } = useQuery({
    ...FOREVER,
    queryKey: ["guide", language, "search"],
    enabled: text.trim() !== "",
    queryFn: async () => (await searched[language]()).default,
  });
  return data ? searchGuide(data, text) : [];
}
