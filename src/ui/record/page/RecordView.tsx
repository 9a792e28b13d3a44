import { type ReactNode, Suspense, useState } from "react";
import type { RecordPanelProps } from "../../slots/record-page.ts";
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
import { RecordPanels } from "./RecordPanels.tsx";
import { RelatedTab } from "./RelatedTab.tsx";
import { relatedLists } from "./related-lists.ts";
import { Sections } from "./Sections.tsx";
import { focusComposer } from "./focus-composer.ts";
import { ThumbBar } from "./ThumbBar.tsx";
import { TimelineTab } from "./TimelineTab.tsx";
import { isEditable, isShown, type ObjectInfo, useObjects } from "../../data/objects.ts";
import "./page.css";

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
  const sides = usePanels(object, "side");
  const [wanted, setWanted] = useState<string | null>(null);
  const [tab, setTab] = useState("");
  const log = () => {
    setTab(TIMELINE);
    focusComposer();
  };
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
  const sections = (
    <Sections object={object} record={record} editable={asOf === null && abilities.update} wanted={wanted} />
  );
  const side = <RecordPanels place="side" props={props} />;
  return (
    <ShownRecordContext value={record}>
      <StaleWhileLoading busy={answer.isPlaceholderData}>
        <div className="record" data-narrow={narrow || undefined}>
          <RecordHead
            panel={props}
            abilities={abilities}
            narrow={narrow}
            back={back ?? false}
            onGap={setWanted}
            onGone={onGone}
          />
          <RecordPanels place="bar" props={props} />
          <div className="record-columns">
            {!narrow && <div className="record-left">{sections}</div>}
            <RecordTabs
              props={props}
              chosen={tab}
              onChoose={setTab}
              mayEdit={abilities.update}
              details={
                narrow ? (
                  <>
                    {sections}
                    {side}
                  </>
                ) : null
              }
            />
            {!narrow && sides.length > 0 && <div className="record-right">{side}</div>}
          </div>
          {narrow && back && (
            <ThumbBar panel={props} mayDelete={abilities.delete} onLog={log} onGone={onGone} />
          )}
        </div>
      </StaleWhileLoading>
    </ShownRecordContext>
  );
}

const TIMELINE = "timeline";
interface TabContent {
  readonly key: string;
  readonly label: string;
  readonly content: () => ReactNode;
}
function RecordTabs({
  props,
  chosen,
  onChoose,
  details,
  mayEdit,
}: {
  readonly props: RecordPanelProps;
  readonly chosen: string;
  readonly onChoose: (tab: string) => void;
  readonly details: ReactNode;
  readonly mayEdit: boolean;
}) {
  const { of } = useLanguage();
  const tabs = useTabs(props, details, mayEdit);
  const tab = tabs.find((one) => one.key === chosen) ?? tabs[0];
  return (
    <div className="record-main">
      <div className="record-tabs">
        <Tabs label={of(props.object.label)} items={tabs} value={tab?.key ?? ""} onChange={onChoose} />
      </div>
      <div className="record-tab" role="tabpanel">
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
      key: TIMELINE,
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
