import { App } from "antd";
import { useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { newId } from "../../data/new-id.ts";
import { matchOf, type ObjectInfo } from "../../data/objects.ts";
import { useRefresh } from "../../data/records.ts";
import { useLanguage } from "../../kit/language.tsx";
import { recordTexts } from "../record.messages.ts";
import { wordsOf } from "../use-save-cell.ts";
import { restoreVersion, type VersionInfo } from "./version-data.ts";
import { versionTexts } from "./versions.messages.ts";

/** Brings fields back to what they were, measured against the version that stands now. */
export function useRestore(
  object: ObjectInfo,
  id: string,
  version: VersionInfo,
  current: VersionInfo,
  onDone: () => void,
) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const restore = async (fields: readonly string[]) => {
    setBusy(true);
    const base: Values = Object.fromEntries(
      fields
        .filter((name) => object.byName[name]?.kind !== "children")
        .map((name) => [name, current.values[name] ?? null]),
    );
    try {
      await restoreVersion(
        object.name,
        id,
        { from: version.from, fields, base },
        newId(),
        matchOf(object, { version: current.version }),
      );
      refresh(object.name, id);
      void message.success(
        version.version === 0
          ? t(versionTexts.restoredTold)
          : t(versionTexts.restored, { version: version.version }),
      );
      onDone();
    } catch (error) {
      void message.error(wordsOf(error, t(recordTexts.keptOffline)), 8);
    } finally {
      setBusy(false);
    }
  };
  return { busy, restore: (fields: readonly string[]) => void restore(fields) };
}
