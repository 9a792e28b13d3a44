import { useCallback, useMemo, useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { type GroupLine, groupLines, type GroupPage } from "./group-lines.ts";
import type { Group } from "./use-groups.ts";

const NONE: ReadonlySet<string> = new Set();

/** The lines of a grouped list: which groups are open, which records are there, which are asked for. */
export function useGrouped(groups: readonly Group[]) {
  const [closed, setClosed] = useState(NONE);
  const [pages, setPages] = useState<ReadonlyMap<string, GroupPage>>(new Map());
  const [asked, setAsked] = useState(NONE);
  const [wanted, setWanted] = useState(NONE);
  const [tries, setTries] = useState<ReadonlyMap<string, number>>(new Map());
  const lines = useMemo(() => groupLines(groups, pages, closed), [groups, pages, closed]);
  const onPage = useCallback(
    (group: string, page: GroupPage) => setPages((now) => new Map(now).set(group, page)),
    [],
  );
  const onSeen = useCallback(
    (first: number, last: number) => {
      const seen = new Set(lines.slice(first, last).flatMap(missingOf));
      setWanted((now) => (isSameSet(now, seen) ? now : seen));
      setAsked((now) => (isWithin(seen, now) ? now : new Set([...now, ...seen])));
    },
    [lines],
  );
  const turn = useCallback(
    (group: string) =>
      setClosed((now) => new Set(now.has(group) ? [...now].filter((one) => one !== group) : [...now, group])),
    [],
  );
  const retry = useCallback(
    (group: string) => setTries((now) => new Map(now).set(group, (now.get(group) ?? 0) + 1)),
    [],
  );
  const records = useMemo(
    () => lines.flatMap((line): readonly Values[] => (line.kind === "row" ? [line.record] : [])),
    [lines],
  );
  return {
    lines,
    records,
    /** Groups whose records are read. */
    read: groups.filter(({ key }) => asked.has(key) && !closed.has(key)),
    wanted,
    triesOf: (group: string) => tries.get(group) ?? 0,
    onPage,
    onSeen,
    turn,
    retry,
  };
}
const missingOf = (line: GroupLine): readonly string[] =>
  line.kind === "rest" && !line.hasFailed ? [line.group.key] : [];
const isWithin = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean =>
  [...some].every((one) => all.has(one));
const isSameSet = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && isWithin(one, other);
