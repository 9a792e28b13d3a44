import { type ReactNode, Suspense } from "react";
import { isEditable, isShown, useObjects } from "../../data/objects.ts";
import { idOf } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { Skeleton } from "../../kit/States.tsx";
import { Tabs } from "../../kit/Tabs.tsx";
import type { RecordPanelProps } from "../../slots/record-page.ts";
import { usePanels } from "../panels.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { ChangesTab } from "./ChangesTab.tsx";
import { FilesTab } from "./FilesTab.tsx";
import { LinesTab } from "./LinesTab.tsx";
import { RelatedTab } from "./RelatedTab.tsx";
import { relatedLists } from "./related-lists.ts";
import { TimelineTab } from "./TimelineTab.tsx";
import * as styles from "./RecordView.module.css";

/** Where things are logged. */
export const TIMELINE = "timeline";
interface TabContent {
  readonly key: string;
  readonly label: string;
  readonly content: () => ReactNode;
}
export interface RecordTabsProps {
  readonly props: RecordPanelProps;
  readonly chosen: string;
  readonly onChoose: (tab: string) => void;
  /** In one column the fields are a tab, too. */
  readonly details: ReactNode;
  readonly mayEdit: boolean;
}
export function RecordTabs({ props, chosen, onChoose, details, mayEdit }: RecordTabsProps) {
  const { of } = useLanguage();
  const tabs = useTabs(props, details, mayEdit);
  const tab = tabs.find((one) => one.key === chosen) ?? tabs[0];
  return (
    <div className={styles.recordMain}>
      <div className={styles.recordTabs}>
        <Tabs label={of(props.object.label)} items={tabs} value={tab?.key ?? ""} onChange={onChoose} />
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
