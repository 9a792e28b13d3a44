import { Button, Input } from "antd";
import { Suspense, useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { useSettled } from "../../../ui/data/duplicates.ts";
import { can, useObject } from "../../../ui/data/objects.ts";
import { useRecordList } from "../../../ui/data/records.ts";
import { isAble, useMe } from "../../../ui/data/session.ts";
import { idOf, textValue, titleAt } from "../../../ui/data/values.ts";
import { DataTable } from "../../../ui/kit/DataTable.tsx";
import { Face } from "../../../ui/kit/Face.tsx";
import { Ghost } from "../../../ui/kit/Ghost.tsx";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { lazily } from "../../../ui/kit/lazily.ts";
import { Failure, Skeleton } from "../../../ui/kit/States.tsx";
import { Section } from "./Section.tsx";
import { entryTexts } from "./entries.messages.ts";
import { settingsTexts } from "./settings.messages.ts";

const CreateDialog = lazily(() => import("../../../ui/record/form/FormDialog.tsx").then((m) => m.CreateDialog));
const EditDialog = lazily(() => import("../../../ui/record/form/FormDialog.tsx").then((m) => m.EditDialog));
const AccessDialog = lazily(() => import("./AccessDialog.tsx").then((m) => m.AccessDialog));
const PersonRolesDialog = lazily(() => import("./PersonRolesDialog.tsx").then((m) => m.PersonRolesDialog));

interface Doing {
  readonly what: "edit" | "access" | "roles";
  readonly person: Values;
}

export function PeoplePage() {
  const { t } = useLanguage();
  const me = useMe();
  const object = useObject("user");
  const [text, setText] = useState("");
  const [adding, setAdding] = useState(false);
  const [doing, setDoing] = useState<Doing | null>(null);
  const search = useSettled(text.trim(), 250);
  const people = useRecordList("user", { search, sort: "name", limit: 100 });
  if (!object) return null;
  const rows = people.data?.pages.flatMap((page) => page.data) ?? [];
  const close = () => setDoing(null);
  return (
    <Section
      title={t(entryTexts.people)}
      action={
        can(object, "create") && (
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
            {t(settingsTexts.addPerson)}
          </Button>
        )
      }
    >
      <Input
        className="settings-form"
        prefix={<Icon name="search" size={14} />}
        allowClear
        value={text}
        placeholder={t(settingsTexts.searchPeople)}
        aria-label={t(settingsTexts.searchPeople)}
        onChange={(event) => setText(event.target.value)}
      />
      {people.isPending ? (
        <Skeleton rows={8} />
      ) : people.isError ? (
        <Failure error={people.error} onRetry={() => void people.refetch()} />
      ) : (
        <DataTable
          label={t(entryTexts.people)}
          rows={rows}
          rowKey={idOf}
          columns={[
            {
              key: "name",
              title: t(settingsTexts.name),
              render: (person) => (
                <span className="line">
                  <Face name={textValue(person["name"])} />
                  <strong className="clip">{textValue(person["name"])}</strong>
                  {textValue(person["title"]) && <span className="muted clip">{textValue(person["title"])}</span>}
                </span>
              ),
            },
            { key: "department", title: t(settingsTexts.department), render: (person) => titleAt(person, "department") },
            { key: "manager", title: t(settingsTexts.manager), render: (person) => titleAt(person, "manager") },
            {
              key: "login",
              title: t(settingsTexts.login),
              render: (person) =>
                person["active"] === false ? (
                  <span className="chip chip-plain">{t(settingsTexts.inactive)}</span>
                ) : (
                  textValue(person["login"]) || <span className="muted">{t(settingsTexts.noLogin)}</span>
                ),
            },
            {
              key: "actions",
              title: "",
              align: "right",
              render: (person) => (
                <span className="line" style={{ justifyContent: "flex-end" }}>
                  <Ghost icon="edit" aria-label={`${t(settingsTexts.edit)} ${textValue(person["name"])}`} onClick={() => setDoing({ what: "edit", person })} />
                  {isAble(me, "roles.manage") && (
                    <Ghost
                      icon="safety"
                      aria-label={t(settingsTexts.rolesOf, { name: textValue(person["name"]) })}
                      onClick={() => setDoing({ what: "roles", person })}
                    />
                  )}
                  <Ghost
                    icon="key"
                    aria-label={t(settingsTexts.accessTitle, { name: textValue(person["name"]) })}
                    onClick={() => setDoing({ what: "access", person })}
                  />
                </span>
              ),
            },
          ]}
        />
      )}
      {people.hasNextPage && (
        <Button type="text" loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
          {t(settingsTexts.more)}
        </Button>
      )}
      <Suspense>
        {adding && <CreateDialog object={object} onClose={() => setAdding(false)} />}
        {doing?.what === "edit" && <EditDialog object={object} record={doing.person} onClose={close} />}
        {doing?.what === "access" && <AccessDialog person={doing.person} onClose={close} />}
        {doing?.what === "roles" && <PersonRolesDialog person={doing.person} onClose={close} />}
      </Suspense>
    </Section>
  );
}
