import { Suspense, useState } from "react";
import type { RecordPanelProps } from "../../client-module.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { useRecord, useRefresh } from "../../data/records.ts";
import { useLanguage } from "../../kit/language.tsx";
import { Failure, Skeleton } from "../../kit/States.tsx";
import { Tabs } from "../../kit/Tabs.tsx";
import { usePanels } from "../panels.tsx";
import { recordTexts } from "../record.messages.ts";
import { ChangesTab } from "./ChangesTab.tsx";
import { FilesTab } from "./FilesTab.tsx";
import { RecordHead } from "./RecordHead.tsx";
import { RelatedTab } from "./RelatedTab.tsx";
import { relatedLists } from "./related-lists.ts";
import { Sections } from "./Sections.tsx";
import { TimelineTab } from "./TimelineTab.tsx";
import { useObjects } from "../../data/objects.ts";
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

/** A record: its name and key facts, what modules say about it, its fields edited in place, and everything that hangs on it. */
export function RecordView({ object, id, asOf, narrow, back, onGone }: RecordViewProps) {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const refresh = useRefresh();
  const answer = useRecord(object.name, id, asOf);
  const bars = usePanels(object, "bar");
  const sides = usePanels(object, "side");
  const extra = usePanels(object, "tab");
  const [chosen, setChosen] = useState("");
  if (answer.isPending) return <Skeleton rows={10} />;
  if (answer.isError) return <Failure error={answer.error} onRetry={() => void answer.refetch()} />;
  const { data: record, abilities = { update: true, delete: true } } = answer.data;
  const props: RecordPanelProps = { object, record, asOf, reload: () => refresh(object.name, id) };
  const editable = asOf === null && abilities.update;
  const related = relatedLists(object, objects);
  const tabs = [
    ...(narrow ? [{ key: "details", label: t(recordTexts.details) }] : []),
    { key: "timeline", label: t(recordTexts.timeline) },
    ...extra.map((panel) => ({ key: `panel:${panel.name}`, label: panel.label ? t(panel.label) : panel.name })),
    ...related.map((list) => ({ key: `related:${list.object.name}.${list.field.name}`, label: of(list.label) })),
    ...(objects.has("file") ? [{ key: "files", label: t(recordTexts.attachments) }] : []),
    { key: "changes", label: t(recordTexts.changes) },
  ];
  const tab = tabs.some((one) => one.key === chosen) ? chosen : (tabs[0]?.key ?? "timeline");
  const list = related.find((one) => tab === `related:${one.object.name}.${one.field.name}`);
  const panel = extra.find((one) => tab === `panel:${one.name}`);
  const sections = <Sections object={object} record={record} editable={editable} />;
  const side = sides.map(({ name, Component }) => (
    <Suspense key={name}>
      <Component {...props} />
    </Suspense>
  ));
  return (
    <div className="record" data-narrow={narrow || undefined}>
      <RecordHead object={object} record={record} asOf={asOf} abilities={abilities} back={back ?? false} onGone={onGone} />
      {bars.map(({ name, Component }) => (
        <Suspense key={name}>
          <Component {...props} />
        </Suspense>
      ))}
      <div className="record-columns">
        {!narrow && <div className="record-left">{sections}</div>}
        <div className="record-main">
          <div className="record-tabs">
            <Tabs label={of(object.label)} items={tabs} value={tab} onChange={setChosen} />
          </div>
          <div className="record-tab" role="tabpanel">
            {tab === "details" && (
              <>
                {side}
                {sections}
              </>
            )}
            {tab === "timeline" && <TimelineTab object={object} record={record} readOnly={asOf !== null} />}
            {tab === "changes" && <ChangesTab object={object} id={id} />}
            {tab === "files" && <FilesTab object={object} record={record} readOnly={asOf !== null} />}
            {list && <RelatedTab list={list} parent={object} record={record} asOf={asOf} />}
            {panel && (
              <Suspense fallback={<Skeleton rows={4} />}>
                <panel.Component {...props} />
              </Suspense>
            )}
          </div>
        </div>
        {!narrow && side.length > 0 && <div className="record-right">{side}</div>}
      </div>
    </div>
  );
}
