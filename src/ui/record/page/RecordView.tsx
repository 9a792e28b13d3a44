import { type ReactNode, useCallback, useMemo, useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import type { Abilities } from "../../../shared/wire/records.contract.ts";
import { inState } from "../../data/in-state.ts";
import { isProblem } from "../../data/problem-error.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { useRecord, useRefresh } from "../../data/records.ts";
import { idOf } from "../../data/values.ts";
import { ShownRecordContext } from "../../field/value-words.ts";
import { Held } from "../../kit/Hold.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { Missing } from "../../kit/Missing.tsx";
import { StaleWhileLoading } from "../../kit/StaleWhileLoading.tsx";
import { Empty, Failure, Skeleton } from "../../kit/States.tsx";
import type { RecordPanelProps } from "../../slots/record-page.ts";
import { usePanels } from "../panels.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { dayOf } from "../time/past-day.ts";
import { timeMessages } from "../time/time.messages.ts";
import { focusComposer } from "./focus-composer.ts";
import { Lookers } from "./Lookers.tsx";
import { RecordHead } from "./RecordHead.tsx";
import { RecordPanels } from "./RecordPanels.tsx";
import { RecordTabs, TIMELINE } from "./RecordTabs.tsx";
import { Sections, type WantedField } from "./Sections.tsx";
import { ThumbBar } from "./ThumbBar.tsx";
import { useRecordCommands } from "./use-record-commands.ts";
import * as skipStyles from "../../kit/skip.module.css";
import * as styles from "./RecordView.module.css";

export interface RecordViewProps {
  readonly object: ObjectInfo;
  readonly id: string;
  readonly asOf: string | null;
  /** One column: the drawer and phones. */
  readonly narrow: boolean;
  readonly back?: boolean;
  readonly onGone: () => void;
}

/**
 * A record: its name and key facts, what modules say about it, its fields edited in place, and everything
 * that hangs on it.
 */
export function RecordView(view: RecordViewProps) {
  const { object, id, asOf } = view;
  const { t } = useLanguage();
  const answer = useRecord(object.name, id, asOf);
  if (answer.isPending) return <Skeleton rows={10} />;
  if (answer.isError && asOf !== null && isProblem(answer.error, "not_found"))
    return (
      <Empty
        icon="history"
        title={t(timeMessages.notYet, { day: dayOf(asOf) })}
        detail={t(timeMessages.notYetDetail)}
      />
    );
  if (answer.isError && isProblem(answer.error, "not_found"))
    return <Missing list={`/records/${object.name}`} />;
  if (answer.isError) return <Failure error={answer.error} onRetry={() => void answer.refetch()} />;
  return (
    <ShownRecordContext value={answer.data.data}>
      <StaleWhileLoading busy={answer.isPlaceholderData}>
        <Loaded {...view} record={answer.data.data} abilities={answer.data.abilities} />
      </StaleWhileLoading>
    </ShownRecordContext>
  );
}

interface LoadedProps extends RecordViewProps {
  readonly record: Values;
  readonly abilities: Abilities;
}
/** In one column what stands beside the timeline is its first tab, and what one does is at the thumb. */
function Loaded({ object: any, id, asOf, narrow, back = false, onGone, record, abilities }: LoadedProps) {
  const object = useMemo(() => inState(any, abilities.fields), [any, abilities.fields]);
  const { t } = useLanguage();
  const refresh = useRefresh();
  const hasSide = usePanels(object, "side").length > 0;
  const [wanted, setWanted] = useState<WantedField | null>(null);
  const [tab, setTab] = useState("");
  const panel: RecordPanelProps = { object, record, asOf, reload: () => refresh(object.name, id) };
  const editable = asOf === null && abilities.update;
  const sections = <Sections object={object} record={record} editable={editable} wanted={wanted} />;
  const log = useCallback(() => {
    setTab(TIMELINE);
    focusComposer();
  }, []);
  useRecordCommands(panel, log);
  return (
    <div className={styles.record} data-narrow={narrow || undefined}>
      <button type="button" className={skipStyles.skip} onClick={log}>
        {t(recordScreenMessages.skipToLog)}
      </button>
      <RecordHead
        {...{ panel, abilities, narrow, back, onGone }}
        onGap={(name) => setWanted((last) => ({ name, times: (last?.times ?? 0) + 1 }))}
      />
      <RecordPanels place="bar" props={panel} />
      <div className={styles.recordColumns}>
        {!narrow && (
          <div className={styles.recordLeft} data-part="record-left">
            {sections}
          </div>
        )}
        <RecordTabs
          props={panel}
          chosen={tab}
          onChoose={setTab}
          mayEdit={abilities.update}
          details={narrow ? <Details panel={panel} sections={sections} /> : null}
        />
        {!narrow && hasSide && (
          <div className={styles.recordRight}>
            <Held meanwhile={<Skeleton rows={4} />}>
              <div className={styles.side}>
                <RecordPanels place="side" props={panel} />
              </div>
            </Held>
          </div>
        )}
      </div>
      {narrow && back && <ThumbBar panel={panel} mayDelete={abilities.delete} onLog={log} onGone={onGone} />}
    </div>
  );
}

interface DetailsProps {
  readonly panel: RecordPanelProps;
  readonly sections: ReactNode;
}
/** In one column: what tells the next step, the fields, and the rest of what modules show, all at once. */
const Details = ({ panel, sections }: DetailsProps) => (
  <Held meanwhile={<Skeleton rows={8} />}>
    <div className={styles.first}>
      <RecordPanels place="side" props={panel} part="first" />
    </div>
    {sections}
    <div className={styles.first}>
      <RecordPanels place="side" props={panel} part="rest" />
    </div>
    {panel.asOf === null && panel.object.sharing === "owner" && (
      <Lookers object={panel.object.name} id={idOf(panel.record)} inWords />
    )}
  </Held>
);
