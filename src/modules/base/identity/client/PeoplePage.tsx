import { Button, Input } from "antd";
import { Suspense, useState } from "react";
import type { Values } from "../../../../shared/metadata/object.ts";
import { user } from "../../../../objects/system/user/user.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { can, type ObjectInfo, useObject } from "../../../../ui/data/objects.ts";
import { useRecordList } from "../../../../ui/data/records.ts";
import { isAble, useMe } from "../../../../ui/data/session.ts";
import { idOf, textValue, titleAt } from "../../../../ui/data/values.ts";
import { type DataColumn, DataTable } from "../../../../ui/kit/DataTable.tsx";
import { Avatar } from "../../../../ui/kit/Avatar.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { SettingsPage } from "../../../../ui/kit/SettingsPage.tsx";
import { useDebounced } from "../../../../ui/kit/use-debounced.ts";
import { PersonMore } from "./PersonMore.tsx";
import { settingsMessages } from "./settings.messages.ts";
import { identityScreenMessages } from "./identity.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as chipStyles from "../../../../ui/kit/chip.module.css";
import * as settingsPageStyles from "../../../../ui/kit/SettingsPage.module.css";

const CreateDialog = lazily(() =>
  import("../../../../ui/record/form/FormDialog.tsx").then((m) => m.CreateDialog),
);
const EditDialog = lazily(() =>
  import("../../../../ui/record/form/FormDialog.tsx").then((m) => m.EditDialog),
);
const AccessDialog = lazily(() => import("./AccessDialog.tsx").then((m) => m.AccessDialog));
const PersonRolesDialog = lazily(() => import("./PersonRolesDialog.tsx").then((m) => m.PersonRolesDialog));

interface Doing {
  readonly what: "edit" | "access" | "roles";
  readonly person: Values;
}

export function PeoplePage() {
  const { t } = useLanguage();
  const object = useObject("user");
  const [text, setText] = useState("");
  const [adding, setAdding] = useState(false);
  const [doing, setDoing] = useState<Doing | null>(null);
  const search = useDebounced(text.trim(), 250);
  const people = useRecordList("user", { search, sort: "name", limit: 100 });
  if (!object) return null;
  const add = can(object, "create") && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
      {t(settingsMessages.addPerson)}
    </Button>
  );
  const label = t(settingsMessages.searchPeople);
  return (
    <SettingsPage title={t(identityScreenMessages.people)} action={add}>
      <Input
        className={settingsPageStyles.settingsForm}
        prefix={<Icon name="search" size={14} />}
        allowClear
        value={text}
        placeholder={label}
        aria-label={label}
        onChange={(event) => setText(event.target.value)}
      />
      <QueryResult query={people} rows={8}>
        {({ pages }) => <PeopleTable people={pages.flatMap((page) => page.data)} onDo={setDoing} />}
      </QueryResult>
      {people.hasNextPage && (
        <Button type="text" loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
          {t(settingsMessages.more)}
        </Button>
      )}
      <Suspense>
        {adding && <CreateDialog object={object} onClose={() => setAdding(false)} />}
        {doing && <DoingDialog object={object} doing={doing} onClose={() => setDoing(null)} />}
      </Suspense>
    </SettingsPage>
  );
}

function DoingDialog({
  object,
  doing,
  onClose,
}: {
  readonly object: ObjectInfo;
  readonly doing: Doing;
  readonly onClose: () => void;
}) {
  if (doing.what === "edit") return <EditDialog object={object} record={doing.person} onClose={onClose} />;
  return doing.what === "access" ? (
    <AccessDialog person={doing.person} onClose={onClose} />
  ) : (
    <PersonRolesDialog person={doing.person} onClose={onClose} />
  );
}

function PeopleTable({
  people,
  onDo,
}: {
  readonly people: readonly Values[];
  readonly onDo: (doing: Doing) => void;
}) {
  const { t } = useLanguage();
  const canRoles = isAble(useMe(), "roles.manage");
  const columns: readonly DataColumn<Values>[] = [
    {
      key: "name",
      title: t(settingsMessages.name),
      render: (person) => {
        const { name, title } = partOf(user, person);
        return <PersonName name={textValue(name)} title={textValue(title)} />;
      },
    },
    {
      key: "department",
      title: t(settingsMessages.department),
      render: (person) => titleAt(person, "department"),
    },
    { key: "manager", title: t(settingsMessages.manager), render: (person) => titleAt(person, "manager") },
    { key: "login", title: t(settingsMessages.login), render: (person) => <LoginState person={person} /> },
    {
      key: "actions",
      title: "",
      align: "right",
      render: (person) => {
        const name = textValue(partOf(user, person).name);
        return (
          <span className={`${base.line} ${base.lineEnd}`}>
            <QuietButton
              icon="edit"
              aria-label={`${t(kitMessages.edit)} ${name}`}
              onClick={() => onDo({ what: "edit", person })}
            />
            {canRoles && (
              <QuietButton
                icon="safety"
                aria-label={t(settingsMessages.rolesOf, { name })}
                onClick={() => onDo({ what: "roles", person })}
              />
            )}
            <QuietButton
              icon="key"
              aria-label={t(settingsMessages.accessTitle, { name })}
              onClick={() => onDo({ what: "access", person })}
            />
            <PersonMore person={person} />
          </span>
        );
      },
    },
  ];
  return <DataTable label={t(identityScreenMessages.people)} rows={people} rowKey={idOf} columns={columns} />;
}

const PersonName = ({ name, title }: { readonly name: string; readonly title: string }) => (
  <span className={base.line}>
    <Avatar name={name} />
    <strong className={base.clip}>{name}</strong>
    {title && <span className={`${base.muted} ${base.clip}`}>{title}</span>}
  </span>
);

function LoginState({ person }: { readonly person: Values }) {
  const { t } = useLanguage();
  const { active, login } = partOf(user, person);
  if (active === false)
    return (
      <span className={`${chipStyles.chip} ${chipStyles.chipPlain}`}>{t(settingsMessages.inactive)}</span>
    );
  return textValue(login) || <span className={base.muted}>{t(settingsMessages.noLogin)}</span>;
}
