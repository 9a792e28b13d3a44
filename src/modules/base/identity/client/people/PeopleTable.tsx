import { user } from "../../../../../objects/system/user/user.object.ts";
import { partOf } from "../../../../../shared/metadata/record-of.ts";
import { idOf, textValue, titleAt } from "../../../../../ui/data/values.ts";
import { Avatar } from "../../../../../ui/kit/Avatar.tsx";
import { type DataColumn, DataTable } from "../../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { Skeleton } from "../../../../../ui/kit/States.tsx";
import type { PersonLine } from "../../shared/people.contract.ts";
import { identityScreenMessages } from "../identity.messages.ts";
import { settingsMessages } from "../settings.messages.ts";
import { useAreRolesDue, useRoleChoices } from "./people-data.ts";
import { peopleMessages } from "./people.messages.ts";
import { PersonMenu } from "./PersonMenu.tsx";
import { PersonState } from "./PersonState.tsx";
import * as base from "../../../../../ui/kit/base.module.css";
import * as chipStyles from "../../../../../ui/kit/chip.module.css";

/** People with what they may do, where they sit and whether they can come in. */
export function PeopleTable({ people }: { readonly people: readonly PersonLine[] }) {
  const { t } = useLanguage();
  const areRolesDue = useAreRolesDue();
  const columns: readonly DataColumn<PersonLine>[] = [
    { key: "name", title: t(settingsMessages.name), render: ({ person }) => <PersonName person={person} /> },
    { key: "roles", title: t(peopleMessages.roles), render: (line) => <RoleNames {...line} /> },
    {
      key: "department",
      title: t(settingsMessages.department),
      render: ({ person }) => titleAt(person, "department"),
    },
    {
      key: "manager",
      title: t(settingsMessages.manager),
      render: ({ person }) => titleAt(person, "manager"),
    },
    { key: "state", title: t(peopleMessages.state), render: (line) => <PersonState line={line} /> },
    { key: "actions", title: "", align: "right", render: (line) => <PersonMenu line={line} /> },
  ];
  // Lines are as tall as the names of their roles are many.
  if (areRolesDue) return <Skeleton rows={8} />;
  return (
    <DataTable
      label={t(identityScreenMessages.people)}
      rows={people}
      rowKey={({ person }) => idOf(person)}
      columns={columns}
    />
  );
}

function PersonName({ person }: Pick<PersonLine, "person">) {
  const { name, title, login } = partOf(user, person);
  const under = [textValue(title), textValue(login)].filter(Boolean).join(" · ");
  return (
    <span className={base.line}>
      <Avatar name={textValue(name)} />
      <span>
        <strong className={base.clip}>{textValue(name)}</strong>
        {under && <div className={base.note}>{under}</div>}
      </span>
    </span>
  );
}

function RoleNames({ roles, person }: Pick<PersonLine, "roles" | "person">) {
  const { t } = useLanguage();
  const choices = useRoleChoices();
  const names = choices.filter(({ value }) => roles.includes(value)).map(({ label }) => label);
  if (partOf(user, person).kind === "collaborator")
    return (
      <span className={`${chipStyles.chip} ${chipStyles.chipPlain}`}>{t(peopleMessages.collaborator)}</span>
    );
  if (roles.length === 0) return <span className={base.muted}>{t(peopleMessages.noRole)}</span>;
  return <>{names.join(t(peopleMessages.between))}</>;
}
