import { useQuery, useQueryClient } from "@tanstack/react-query";
import { tag } from "../../objects/system/tag/tag.object.ts";
import { partOf, valuesOf } from "../../shared/metadata/record-of.ts";
import type { ListAnswer } from "../../shared/wire/records.contract.ts";
import { OPTION_HUES } from "../../shared/metadata/option-colors.ts";
import { freshId } from "./fresh-id.ts";
import { can, useObjects } from "./objects.ts";
import { createRecord, fetchPage, listKey } from "./records.ts";
import { useIsViewing } from "./session.ts";
import { idOf, textValue } from "./values.ts";

export interface Tag {
  readonly name: string;
  /** Of the names of colours; empty: none. */
  readonly color: string;
}
const QUERY = { fields: "name,color", sort: "name", limit: 500 } as const;
const tagsOn = (page: ListAnswer): ReadonlyMap<string, Tag> =>
  new Map(
    page.data.map((record) => {
      const { name, color } = partOf(tag, record);
      return [idOf(record), { name: textValue(name), color: textValue(color) }];
    }),
  );
const NONE: ReadonlyMap<string, Tag> = new Map();

/** The company's tags by id: read once, as every row of a list may show some. */
export function useTags(enabled: boolean): ReadonlyMap<string, Tag> {
  const isKnown = useObjects().has(tag.name);
  const { data } = useQuery({
    queryKey: [...listKey(tag.name, QUERY), "page"],
    enabled: enabled && isKnown,
    staleTime: 60_000,
    queryFn: ({ signal }) => fetchPage(tag.name, QUERY, null, signal),
    select: tagsOn,
  });
  return data ?? NONE;
}

/** Makes a tag of a name, in a colour that follows from it; undefined for whoever may make none. */
export function useMakeTag(): ((name: string) => Promise<string>) | undefined {
  const client = useQueryClient();
  const object = useObjects().get(tag.name);
  const isViewing = useIsViewing();
  if (!object || !can(object, "create") || isViewing) return undefined;
  return async (name) => {
    const { data } = await createRecord(
      tag.name,
      valuesOf(tag, { name, color: colorFor(name) }),
      freshId("tag"),
    );
    await client.invalidateQueries({ queryKey: ["records", tag.name] });
    await client.invalidateQueries({ queryKey: ["lookup", [tag.name]] });
    return idOf(data);
  };
}
/** Grey, the last one, is none. */
function colorFor(name: string): string {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return OPTION_HUES[sum % OPTION_HUES.length] ?? "blue";
}
