import { Button } from "antd";
import { Suspense, useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { idOf } from "../../data/values.ts";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { lazily } from "../../kit/lazily.ts";
import { QueryResult } from "../../kit/QueryResult.tsx";
import { useActorWords } from "../page/use-actor-words.ts";
import { RoadChip, When } from "../page/event-words.tsx";
import { useVersions, type VersionInfo } from "./version-data.ts";
import { versionMessages } from "./versions.messages.ts";
import * as base from "../../kit/base.module.css";
import * as chipStyles from "../../kit/chip.module.css";
import * as eventStyles from "../page/event.module.css";
import * as pageStyles from "../page/page.module.css";
import * as styles from "./VersionsList.module.css";

const VersionDialog = lazily(() => import("./VersionDialog.tsx").then((m) => m.VersionDialog));

/** Every state the record has had; each opens beside another. */
export function VersionsList({
  object,
  record,
  editable,
}: {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly editable: boolean;
}) {
  const { t } = useLanguage();
  const found = useVersions(object.name, idOf(record));
  const [open, setOpen] = useState<string | null>(null);
  return (
    <QueryResult query={found} small>
      {(data) => {
        const versions = data.pages.flatMap((page) => page.data);
        const chosen = versions.find(({ from }) => from === open);
        return (
          <>
            <ol className={pageStyles.timeline}>
              {versions.map((version) => (
                <VersionLine
                  key={version.from}
                  object={object}
                  version={version}
                  onOpen={() => setOpen(version.from)}
                />
              ))}
              {found.hasNextPage && (
                <li>
                  <Button
                    type="text"
                    loading={found.isFetchingNextPage}
                    onClick={() => void found.fetchNextPage()}
                  >
                    {t(versionMessages.earlier)}
                  </Button>
                </li>
              )}
            </ol>
            {chosen && (
              <Suspense>
                <VersionDialog
                  key={chosen.from}
                  object={object}
                  id={idOf(record)}
                  version={chosen}
                  versions={versions}
                  editable={editable}
                  onClose={() => setOpen(null)}
                />
              </Suspense>
            )}
          </>
        );
      }}
    </QueryResult>
  );
}

function VersionLine({
  object,
  version,
  onOpen,
}: {
  readonly object: ObjectInfo;
  readonly version: VersionInfo;
  readonly onOpen: () => void;
}) {
  const actorWords = useActorWords();
  const { t, of, language } = useLanguage();
  const fields = version.changed
    .flatMap((name) => object.byName[name] ?? [])
    .filter((field) => !field.internal);
  const words = fields.map((field) => of(field.label, field.name)).join(language === "zh-CN" ? "、" : ", ");
  return (
    <li className={eventStyles.event}>
      <span className={eventStyles.eventIcon}>
        <Icon name="history" size={13} />
      </span>
      <div>
        <div className={eventStyles.eventHead}>
          <button
            type="button"
            className={`${base.plain} ${styles.versionName}`}
            aria-label={`${t(versionMessages.open)} ${nameOf(version, t)}`}
            onClick={onOpen}
          >
            {nameOf(version, t)}
          </button>
          {version.to === null && (
            <span className={`${chipStyles.chip} ${chipStyles.chipPlain}`}>{t(versionMessages.current)}</span>
          )}
          {version.deleted && (
            <span className={`${chipStyles.chip} ${chipStyles.chipPlain}`}>{t(versionMessages.binned)}</span>
          )}
          <span>{actorWords(version.by)}</span>
          <RoadChip road={version.road ?? ""} />
          <When at={version.from} />
        </div>
        <p className={`${base.muted} ${base.clip}`}>
          {words ? t(versionMessages.changedFields, { fields: words }) : t(versionMessages.nothingSeen)}
        </p>
      </div>
    </li>
  );
}

type Say = ReturnType<typeof useLanguage>["t"];
export const nameOf = ({ version }: Pick<VersionInfo, "version">, t: Say): string =>
  version === 0 ? t(versionMessages.told) : t(versionMessages.version, { version });
