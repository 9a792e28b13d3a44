import { type ReactNode, Suspense, useState } from "react";
import type { RecordPanel, RecordPanelProps } from "../../slots/record-page.ts";
import { isProblem } from "../../data/problem-error.ts";
import { useRecord, useRefresh } from "../../data/records.ts";
import { idOf } from "../../data/values.ts";
import { ShownRecordContext } from "../../field/value-words.ts";
import { useLanguage } from "../../kit/language.tsx";
import { StaleWhileLoading } from "../../kit/StaleWhileLoading.tsx";
import { Empty, Failure, Skeleton } from "../../kit/States.tsx";
import { Tabs } from "../../kit/Tabs.tsx";
import { usePanels } from "../panels.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { dayOf } from "../time/past-day.ts";
import { timeMessages } from "../time/time.messages.ts";
import { ChangesTab } from "./ChangesTab.tsx";
import { FilesTab } from "./FilesTab.tsx";
import { LinesTab } from "./LinesTab.tsx";
import { RecordHead } from "./RecordHead.tsx";
import { RelatedTab } from "./RelatedTab.tsx";
import { relatedLists } from "./related-lists.ts";
import { Sections } from "./Sections.tsx";
import { TimelineTab } from "./TimelineTab.tsx";
import { isEditable, isShown, type ObjectInfo, useObjects } from "../../data/objects.ts";
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
export function RecordView({ object, id, asOf, narrow, back, onGone }: RecordViewProps) {
  const { t } = useLanguage();
  const refresh = useRefresh();
  const answer = useRecord(object.name, id, asOf);
  const bars = usePanels(object, "bar");
  const sides = usePanels(object, "side");
  if (answer.isPending) return <Skeleton rows={10} />;
  if (answer.isError && asOf !== null && isProblem(answer.error, "not_found"))
    return (
      <Empty
        icon="history"
        title={t(timeMessages.notYet, { day: dayOf(asOf) })}
        detail={t(timeMessages.notYetDetail)}
      />
    );
  if (answer.isError) return <Failure error={answer.error} onRetry={() => void answer.refetch()} />;
  const { data: record, abilities } = answer.data;
  const props: RecordPanelProps = { object, record, asOf, reload: () => refresh(object.name, id) };
  const sections = <Sections object={object} record={record} editable={asOf === null && abilities.update} />;
  const side = <Panels panels={sides} props={props} />;
  return (
    <ShownRecordContext value={record}>
      <StaleWhileLoading busy={answer.isPlaceholderData}>
        <div className={styles.record} data-narrow={narrow || undefined}>
          <RecordHead
            object={object}
            record={record}
            asOf={asOf}
            abilities={abilities}
            back={back ?? false}
            onGone={onGone}
          />
          <Panels panels={bars} props={props} />
          <div className={styles.recordColumns}>
            {!narrow && (
              <div className={styles.recordLeft} data-part="record-left">
                {sections}
              </div>
            )}
            <RecordTabs
              props={props}
              mayEdit={abilities.update}
              details={
                narrow ? (
                  <>
                    {side}
                    {sections}
                  </>
                ) : null
              }
            />
            {!narrow && sides.length > 0 && <div className={styles.recordRight}>{side}</div>}
          </div>
        </div>
      </StaleWhileLoading>
    </ShownRecordContext>
  );
}

const Panels = ({
  panels,
  props,
}: {
  readonly panels: readonly RecordPanel[];
  readonly props: RecordPanelProps;
}) =>
  panels.map(({ name, Component }) => (
    <Suspense key={name}>
      <Component {...props} />
    </Suspense>
  ));

interface TabContent {
  readonly key: string;
  readonly label: string;
  readonly content: () => ReactNode;
}
function RecordTabs({
  props,
  details,
  mayEdit,
}: {
  readonly props: RecordPanelProps;
  readonly details: ReactNode;
  readonly mayEdit: boolean;
}) {
  const { of } = useLanguage();
  const tabs = useTabs(props, details, mayEdit);
  const [chosen, setChosen] = useState("");
  const tab = tabs.find((one) => one.key === chosen) ?? tabs[0];
  return (
    <div className={styles.recordMain}>
      <div className={styles.recordTabs}>
        <Tabs label={of(props.object.label)} items={tabs} value={tab?.key ?? ""} onChange={setChosen} />
      </div>
      <div className={styles.recordTab} role="tabpanel">
        <Suspense fallback={<Skeleton rows={4} />}>{tab?.content()}</Suspense>
      </div>
    </div>
  );
}

/** Details (in one column), timeline, what modules add, related lists, files, changes. */
function useTabs(props: RecordPanelProps, details: ReactNode, mayEdit: boolean): readonly TabContent[] {
  const { t, of } = useLanguage();
  const { object, record, asOf } = props;
  const objects = useObjects();
  const panels = usePanels(object, "tab").map(({ name, label, Component }) => ({
    key: `panel:${name}`,
    label: label ? t(label) : name,
    content: () => <Component {...props} />,
  }));
  const related = relatedLists(object, objects).map((list) => ({
    key: `related:${list.object.name}.${list.field.name}`,
    label: of(list.label),
    content: () => <RelatedTab list={list} parent={object} record={record} asOf={asOf} />,
  }));
  const readOnly = asOf !== null;
  const lines = object.fields
    .filter((field) => field.kind === "children" && isShown(field))
    .map((field) => ({
      key: `lines:${field.name}`,
      label: of(field.label, field.name),
      content: () => (
        <LinesTab
          key={idOf(record)}
          object={object}
          field={field}
          record={record}
          asOf={asOf}
          editable={!readOnly && mayEdit && isEditable(object, field)}
        />
      ),
    }));
  return [
    ...(details ? [{ key: "details", label: t(recordScreenMessages.details), content: () => details }] : []),
    {
      key: "timeline",
      label: t(recordScreenMessages.timeline),
      content: () => <TimelineTab object={object} record={record} asOf={asOf} />,
    },
    ...lines,
    ...panels,
    ...related,
    ...(objects.has("file")
      ? [
          {
            key: "files",
            label: t(recordScreenMessages.attachments),
            content: () => <FilesTab object={object} record={record} readOnly={readOnly} />,
          },
        ]
      : []),
    {
      key: "changes",
      label: t(recordScreenMessages.changes),
      content: () => (
        <ChangesTab object={object} record={record} asOf={asOf} editable={!readOnly && mayEdit} />
      ),
    },
  ];
}
