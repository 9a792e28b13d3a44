import { Button } from "antd";
import { Suspense, useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { useHistory } from "../../data/history.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { idOf } from "../../data/values.ts";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { lazily } from "../../kit/lazily.ts";
import { QueryResult } from "../../kit/QueryResult.tsx";
import { Empty, Skeleton } from "../../kit/States.tsx";
import { useEventLine } from "../panels.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { versionMessages } from "../versions/versions.messages.ts";
import { ChangeEvent } from "./event-words.tsx";
import * as listStyles from "../list/list.module.css";
import * as pageStyles from "./page.module.css";
import * as styles from "./ChangesTab.module.css";

const VersionsList = lazily(() => import("../versions/VersionsList.tsx").then((m) => m.VersionsList));

interface ChangesTabProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly asOf: string | null;
  readonly editable: boolean;
}
/** What was changed, entry by entry, or the states that came of it. */
export function ChangesTab({ object, record, asOf, editable }: ChangesTabProps) {
  const { t } = useLanguage();
  const [shown, show] = useState<"changes" | "versions">("changes");
  return (
    <>
      <div
        className={`${listStyles.segmented} ${styles.changesSwitch}`}
        role="group"
        aria-label={t(versionMessages.kind)}
      >
        {(["changes", "versions"] as const).map((name) => (
          <QuietButton
            key={name}
            on={shown === name}
            aria-pressed={shown === name}
            onClick={() => show(name)}
          >
            {t(versionMessages[name])}
          </QuietButton>
        ))}
      </div>
      {shown === "changes" ? (
        <Changes object={object} id={idOf(record)} asOf={asOf} />
      ) : (
        <Suspense fallback={<Skeleton rows={5} />}>
          <VersionsList object={object} record={record} editable={editable} />
        </Suspense>
      )}
    </>
  );
}

function Changes({
  object,
  id,
  asOf,
}: {
  readonly object: ObjectInfo;
  readonly id: string;
  readonly asOf: string | null;
}) {
  const { t } = useLanguage();
  const lineFor = useEventLine();
  const history = useHistory(object.name, id, "changes", asOf);
  return (
    <QueryResult query={history} small>
      {(data) => {
        const changes = data.pages.flatMap((page) => page.data);
        if (changes.length === 0)
          return <Empty small icon="history" title={t(recordScreenMessages.noHistory)} />;
        return (
          <ol className={pageStyles.timeline}>
            {changes.map((change) => {
              const Line = lineFor(change.about ?? "");
              const key = change.seq;
              return Line ? (
                <Line key={key} entry={change} />
              ) : (
                <ChangeEvent key={key} object={object} change={change} />
              );
            })}
            {history.hasNextPage && (
              <li>
                <Button
                  type="text"
                  loading={history.isFetchingNextPage}
                  onClick={() => void history.fetchNextPage()}
                >
                  {t(recordScreenMessages.loadMore)}
                </Button>
              </li>
            )}
          </ol>
        );
      }}
    </QueryResult>
  );
}
