import { useMemo, useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { isMap } from "../../../shared/metadata/wire-value.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { isSame, linkId } from "../../data/values.ts";

/** Names of records that lines have come to point at, by id: the line itself says only those it was read with. */
export function useKnownTitles(child: ObjectInfo) {
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map());
  const links = useMemo(
    () => child.fields.filter(({ kind }) => kind === "link" || kind === "person" || kind === "department"),
    [child],
  );
  return useMemo(() => {
    const learn = (titles: ReadonlyMap<string, string>) => setKnown((now) => new Map([...now, ...titles]));
    const put = (line: Values, read: Values | undefined): Values => {
      const before = isMap(line["titles"]) ? line["titles"] : {};
      const titles: Values = {};
      for (const { name } of links) {
        const id = linkId(line[name]);
        if (id === null) continue;
        const isAsRead = isSame(read?.[name], line[name]);
        const title = isAsRead ? before[name] : known.get(id);
        if (typeof title === "string") titles[name] = title;
        // One that is not known is asked for: a line with some names would say that it is out of sight.
        else if (!isAsRead) return { ...line, titles: null };
      }
      return { ...line, titles };
    };
    return { learn, put };
  }, [known, links]);
}
