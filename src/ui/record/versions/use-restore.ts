import type { Values } from "../../../shared/metadata/object.ts";
import { newId } from "../../data/new-id.ts";
import { matchOf, type ObjectInfo } from "../../data/objects.ts";
import { useRefresh } from "../../data/records.ts";
import { useLanguage } from "../../kit/language.tsx";
import { useSave } from "../../kit/use-save.ts";
import { restoreVersion, type VersionInfo } from "./version-data.ts";
import { versionMessages } from "./versions.messages.ts";

/** Brings fields back to what they were, measured against the version that stands now. */
export function useRestore(
  object: ObjectInfo,
  id: string,
  version: VersionInfo,
  current: VersionInfo,
  onDone: () => void,
) {
  const { t } = useLanguage();
  const refresh = useRefresh();
  const { busy, save } = useSave();
  const restore = (fields: readonly string[]) => {
    const base: Values = Object.fromEntries(
      fields
        .filter((name) => object.byName[name]?.kind !== "children")
        .map((name) => [name, current.values[name] ?? null]),
    );
    const change = { from: version.from, fields, base };
    const match = matchOf(object, { version: current.version });
    void save(() => restoreVersion(object.name, id, change, newId(), match), {
      told:
        version.version === 0
          ? t(versionMessages.restoredTold)
          : t(versionMessages.restored, { version: version.version }),
      onDone: () => {
        refresh(object.name, id);
        onDone();
      },
    });
  };
  return { busy, restore };
}
