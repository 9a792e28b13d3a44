import { useQuery } from "@tanstack/react-query";
import { textBlocks } from "../../../../shared/rich-text/document.ts";
import { readHtml } from "../../../../shared/rich-text/read-html.ts";
import { readWhoSees } from "../../../../shared/wire/who-sees.contract.ts";
import { call } from "../../../data/call.ts";
import type { CommentPlace } from "./comment-place.ts";

const namedIn = (html: string): ReadonlyMap<string, string> =>
  new Map(
    textBlocks(readHtml(html).content).flatMap((block) =>
      (block.content ?? []).flatMap((inline) =>
        inline.type === "mention" ? [[inline.attrs.id, inline.attrs.name] as const] : [],
      ),
    ),
  );

const FRESH_MS = 60_000;

/**
 * Names of the colleagues whom a text names and who cannot see what it is about. `isKnown` says that all of
 * them were asked about; `ask` waits for that.
 */
export function useBlind({ object, id }: CommentPlace, html: string) {
  const named = namedIn(html);
  const people = [...named.keys()].toSorted().join(",");
  const isAsked = people !== "";
  const { data, refetch } = useQuery({
    queryKey: ["who-sees", object, id, people],
    enabled: isAsked,
    staleTime: FRESH_MS,
    queryFn: ({ signal }) => call(readWhoSees, { params: { object, id }, query: { people }, signal }),
  });
  const namesIn = (answer: typeof data): readonly string[] =>
    (answer?.data ?? []).flatMap((one) => (one.sees ? [] : (named.get(one.id) ?? [])));
  return {
    names: isAsked ? namesIn(data) : [],
    isKnown: !isAsked || data !== undefined,
    ask: async () => namesIn((await refetch()).data),
  };
}
