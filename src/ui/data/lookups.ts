import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { LabelMap } from "../../shared/i18n/label.ts";
import type { Values } from "../../shared/metadata/object.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";
import { readRecord } from "../../shared/wire/records.contract.ts";
import { type Found, searchEverything } from "../../shared/wire/search.contract.ts";
import { type LanguageTools, useLanguage } from "../kit/language.tsx";
import { type ObjectInfo, useObjects } from "./objects.ts";
import { fetchPage } from "./records.ts";
import { call } from "./call.ts";
import { idOf, textValue } from "./values.ts";

export type { Found };

/**
 * Records of some objects whose title, pinyin or other searchable field matches; without a text the first in
 * their usual order.
 */
export function useLookup(targets: readonly string[], text: string, enabled: boolean) {
  const objects = useObjects();
  const { of, language } = useLanguage();
  return useQuery({
    queryKey: ["lookup", targets, text, language],
    enabled,
    staleTime: 10_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const known = targets.flatMap((target) => objects.get(target) ?? []);
      const found = await Promise.all(
        known.map((object) =>
          object.spoken_title
            ? findSpoken(object, text.trim(), of, signal)
            : findNamed(object, text.trim(), signal),
        ),
      );
      return found.flat();
    },
  });
}

type Of = LanguageTools["of"];
/** What people call a record. */
const saidOf = (object: ObjectInfo | undefined, record: Values, of: Of): string => {
  const names = record[object?.spoken_title ?? ""];
  return of(isMap(names) ? (names as LabelMap) : {}, textValue(record[object?.title ?? "name"]));
};

/** People, products and the like are looked through by name; of one's own, what was changed last is meant. */
const usualOrder = ({ sharing, list }: ObjectInfo): string =>
  sharing === "everyone" ? list.sort : "-updated_at";

/** Somebody without roles sees nothing that would be theirs: they are not offered where people are chosen. */
const withRoles = ({ name }: ObjectInfo): { readonly filter?: string } =>
  name === "user" ? { filter: 'kind != "collaborator"' } : {};

async function findNamed(object: ObjectInfo, text: string, signal: AbortSignal): Promise<readonly Found[]> {
  const page = await fetchPage(
    object.name,
    { search: text, limit: 20, ...(text ? {} : { sort: usualOrder(object) }), ...withRoles(object) },
    null,
    signal,
  );
  return page.data.map((record) => ({
    object: object.name,
    id: idOf(record),
    title: textValue(record[object.title]) || idOf(record),
  }));
}

/** What has names by language is little, and no index knows the names: all of it is read. */
async function findSpoken(
  object: ObjectInfo,
  text: string,
  of: Of,
  signal: AbortSignal,
): Promise<readonly Found[]> {
  const page = await fetchPage(object.name, { limit: 200, sort: "created_at" }, null, signal);
  const wanted = text.toLowerCase();
  return page.data
    .map((record) => ({
      object: object.name,
      id: idOf(record),
      title: saidOf(object, record, of),
      code: textValue(record[object.title]),
    }))
    .filter(({ title, code }) => title.toLowerCase().includes(wanted) || code.includes(wanted))
    .slice(0, 50)
    .map(({ code: _code, ...found }) => found);
}

/** What a record is called; asked for unless it is known or `mayAsk` is false. */
export function useTitle(object: string | null, id: string | null, known: string): string {
  const info = useObjects().get(object ?? "");
  const { of } = useLanguage();
  const { data } = useQuery({
    queryKey: ["record", object, id, "title"],
    enabled: known === "" && object !== null && id !== null,
    staleTime: 60_000,
    queryFn: async () => (await call(readRecord, { params: { object: object ?? "", id: id ?? "" } })).data,
  });
  return known || (data ? saidOf(info, data, of) : "");
}

/**
 * Which object a record belongs to of which only the id is kept, as in a condition: asked of each that it may
 * be of, until one has it.
 */
export function useObjectOf(targets: readonly string[], id: string): string | null {
  const known = useObjects();
  const { data } = useQuery({
    queryKey: ["record", "whose", targets, id],
    enabled: targets.length > 1 && id !== "",
    staleTime: 600_000,
    queryFn: async ({ signal }) => {
      const filter = `id == ${JSON.stringify(id)}`;
      const found = await Promise.all(
        targets
          .filter((target) => known.has(target))
          .map(async (target) =>
            (await fetchPage(target, { filter, fields: "id", limit: 1 }, null, signal)).data.length > 0
              ? target
              : null,
          ),
      );
      return found.find((target) => target !== null) ?? null;
    },
  });
  return targets.length > 1 ? (data ?? null) : (targets[0] ?? null);
}

export const searchAll = async (text: string, signal: AbortSignal): Promise<readonly Found[]> =>
  (await call(searchEverything, { query: { q: text }, signal })).data;
