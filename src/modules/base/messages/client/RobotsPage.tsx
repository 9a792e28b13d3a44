import { Button } from "antd";
import { useState } from "react";
import { call } from "../../../../ui/data/call.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import { removeRecord, useRefresh } from "../../../../ui/data/records.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { SettingsPage } from "../../../../ui/kit/SettingsPage.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { useRemove } from "../../../../ui/kit/use-remove.ts";
import { useSave } from "../../../../ui/kit/use-save.ts";
import { chatRobot } from "../shared/chat-robot.object.ts";
import { testRobot } from "../shared/robots.contract.ts";
import { RobotDialog } from "./RobotDialog.tsx";
import { eventsOf, type RobotRow, robotsIn, useRobots } from "./robots-data.ts";
import { robotsMessages } from "./robots.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

/** Robots in groups of chat programs, and what they say there. */
export function RobotsPage() {
  const { t } = useLanguage();
  const robots = useRobots();
  const [edited, edit] = useState<RobotRow | null>(null);
  return (
    <SettingsPage
      title={t(robotsMessages.title)}
      lead={t(robotsMessages.lead)}
      action={
        <Button type="primary" onClick={() => edit({})}>
          {t(robotsMessages.add)}
        </Button>
      }
    >
      <QueryResult query={robots}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty icon="message" title={t(robotsMessages.none)} detail={t(robotsMessages.noneDetail)} />
          ) : (
            <RobotTable rows={robotsIn(data)} onEdit={edit} />
          )
        }
      </QueryResult>
      {edited && <RobotDialog robot={edited} onClose={() => edit(null)} />}
    </SettingsPage>
  );
}

interface TableProps {
  readonly rows: readonly RobotRow[];
  readonly onEdit: (robot: RobotRow) => void;
}
function RobotTable({ rows, onEdit }: TableProps) {
  const { t, of } = useLanguage();
  return (
    <DataTable
      label={t(robotsMessages.title)}
      rows={rows}
      rowKey={({ id }) => id ?? ""}
      columns={[
        {
          key: "name",
          title: t(robotsMessages.name),
          render: ({ name, active }) => (
            <>
              {name} {active === false && <span className={base.muted}>{t(robotsMessages.off)}</span>}
            </>
          ),
        },
        {
          key: "kind",
          title: t(robotsMessages.kind),
          render: ({ kind }) =>
            of(chatRobot.fields.kind.options.find(({ name }) => name === kind)?.label, kind ?? ""),
        },
        {
          key: "events",
          title: t(robotsMessages.events),
          render: (robot) => t(robotsMessages.count, { count: eventsOf(robot).length }),
        },
        {
          key: "actions",
          title: "",
          align: "right",
          render: (robot) => <RobotActions robot={robot} onEdit={() => onEdit(robot)} />,
        },
      ]}
    />
  );
}

function RobotActions({ robot, onEdit }: { readonly robot: RobotRow; readonly onEdit: () => void }) {
  const { t } = useLanguage();
  const { busy, save } = useSave();
  const remove = useRemove();
  const refresh = useRefresh();
  const { id = "", name, active } = robot;
  const test = () =>
    save(() => call(testRobot, { params: { id } }), {
      told: ({ answer }) => t(robotsMessages.tested, { answer }),
    });
  const drop = () =>
    remove({
      title: t(robotsMessages.removeTitle, { name }),
      detail: t(robotsMessages.removeDetail),
      action: t(robotsMessages.remove),
      send: () => removeRecord(chatRobot.name, id, { key: newId() }),
      onDone: () => refresh(chatRobot.name),
    });
  return (
    <span className={base.line}>
      {active !== false && (
        <Button type="text" loading={busy} onClick={() => void test()}>
          {t(robotsMessages.test)}
        </Button>
      )}
      <Button type="text" onClick={onEdit}>
        {t(robotsMessages.edit)}
      </Button>
      <Button type="text" danger onClick={drop}>
        {t(robotsMessages.remove)}
      </Button>
    </span>
  );
}
