import { Button, Switch } from "antd";
import { Suspense, useState } from "react";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import { useObjects } from "../../../../ui/data/objects.ts";
import { patchRecord, removeRecord, useRecords, useRefresh } from "../../../../ui/data/records.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { SettingsPage } from "../../../../ui/kit/SettingsPage.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { useAttempt } from "../../../../ui/kit/use-attempt.ts";
import { useRemove } from "../../../../ui/kit/use-remove.ts";
import { serviceLevel } from "../shared/service-level.object.ts";
import { amountWords, CONSENTS, readLevel } from "./level-form.ts";
import { levelMessages } from "./level.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

const LevelDialog = lazily(() => import("./LevelDialog.tsx").then((module) => module.LevelDialog));
const Attainment = lazily(() => import("./Attainment.tsx").then((module) => module.Attainment));

/** The limits of time there are, those in force and those that wait to be. */
export function LevelsPage() {
  const { t } = useLanguage();
  const levels = useRecords(serviceLevel.name, { sort: "name", limit: 200 });
  const [doing, setDoing] = useState<{ readonly level: Values | null } | null>(null);
  return (
    <SettingsPage
      title={t(levelMessages.title)}
      lead={t(levelMessages.lead)}
      action={
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => setDoing({ level: null })}>
          {t(levelMessages.add)}
        </Button>
      }
    >
      <QueryResult query={levels}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty icon="clock" title={t(levelMessages.none)} />
          ) : (
            <>
              <LevelsTable levels={data} onEdit={(level) => setDoing({ level })} />
              <Suspense>
                <Attainment levels={data} />
              </Suspense>
            </>
          )
        }
      </QueryResult>
      <Suspense>{doing && <LevelDialog level={doing.level} onClose={() => setDoing(null)} />}</Suspense>
    </SettingsPage>
  );
}

function LevelsTable({
  levels,
  onEdit,
}: {
  readonly levels: readonly Values[];
  readonly onEdit: (level: Values) => void;
}) {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const nameOf = (level: Values) => of(readLevel(level).label, readLevel(level).name);
  return (
    <DataTable
      label={t(levelMessages.title)}
      rows={levels}
      rowKey={idOf}
      columns={[
        { key: "name", title: t(levelMessages.name), render: (level) => <strong>{nameOf(level)}</strong> },
        {
          key: "object",
          title: t(levelMessages.object),
          render: (level) => {
            const { object } = readLevel(level);
            return object === CONSENTS ? t(levelMessages.consents) : of(objects.get(object)?.label, object);
          },
        },
        {
          key: "target",
          title: t(levelMessages.target),
          render: (level) => amountWords(readLevel(level).target, t),
        },
        {
          key: "actions",
          title: t(levelMessages.active),
          align: "right",
          render: (level) => <LevelActions level={level} name={nameOf(level)} onEdit={() => onEdit(level)} />,
        },
      ]}
    />
  );
}

function LevelActions({
  level,
  name,
  onEdit,
}: {
  readonly level: Values;
  readonly name: string;
  readonly onEdit: () => void;
}) {
  const { t } = useLanguage();
  const attempt = useAttempt();
  const remove = useRemove();
  const refresh = useRefresh();
  const onDone = () => refresh(serviceLevel.name);
  const { active = null } = partOf(serviceLevel, level);
  const toggle = (on: boolean) =>
    attempt(
      () =>
        patchRecord(
          { object: serviceLevel.name, id: idOf(level), values: { active: on }, base: { active } },
          newId(),
        ),
      { onDone },
    );
  return (
    <span className={`${base.line} ${base.lineEnd}`}>
      <Switch
        size="small"
        aria-label={`${t(levelMessages.active)} ${name}`}
        checked={active === true}
        onChange={(on) => void toggle(on)}
      />
      <QuietButton icon="edit" aria-label={`${t(levelMessages.edit)} ${name}`} onClick={onEdit} />
      <QuietButton
        icon="trash"
        aria-label={t(levelMessages.remove, { name })}
        onClick={() =>
          remove({
            title: t(levelMessages.remove, { name }),
            detail: t(levelMessages.removeDetail),
            send: () => removeRecord(serviceLevel.name, idOf(level), { key: newId() }),
            onDone,
          })
        }
      />
    </span>
  );
}
