import { useObjects } from "../../../ui/data/objects.ts";
import { DataTable } from "../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { groupDigits } from "../../../shared/money/group-digits.ts";
import type { DiffSample, ObjectDiff, RoleDiff } from "../shared/wire.ts";
import { diffMessages } from "./diff.messages.ts";
import { actionLabels } from "./permissions.messages.ts";

const grouped = (count: number): string => groupDigits(String(count));

/** Records first, then fields, then abilities; a change that moves nobody says so. */
export function RoleDiffView({ diff, isPart }: { readonly diff: RoleDiff; readonly isPart: boolean }) {
  const { t } = useLanguage();
  const isEmpty = diff.objects.length + diff.create.length + diff.fields.length + diff.abilities.length === 0;
  return (
    <div className="stack role-diff">
      <p className="muted">{t(diffMessages.holders, { count: grouped(diff.holders) })}</p>
      {!diff.complete && (
        <div className="banner banner-info" role="status">
          {t(diffMessages.partial, { checked: diff.checked, holders: diff.holders })}
          <UnknownObjects names={diff.unknown} />
        </div>
      )}
      {isPart && (
        <p className="muted" role="status">
          {t(diffMessages.counting)}
        </p>
      )}
      {isEmpty && diff.complete && !isPart && <p>{t(diffMessages.nothing)}</p>}
      {diff.objects.length > 0 && <RecordTable rows={diff.objects} />}
      <OtherChanges diff={diff} />
    </div>
  );
}

function UnknownObjects({ names }: { readonly names: readonly string[] }) {
  const { t, of, language } = useLanguage();
  const objects = useObjects();
  if (names.length === 0) return null;
  return (
    <>
      {" "}
      {t(diffMessages.unknown, {
        objects: names
          .map((name) => of(objects.get(name)?.label, name))
          .join(language === "zh-CN" ? "、" : ", "),
      })}
    </>
  );
}

function RecordTable({ rows }: { readonly rows: readonly ObjectDiff[] }) {
  const { t, of, language } = useLanguage();
  const objects = useObjects();
  const change = (
    people: number,
    records: number,
    samples: readonly DiffSample[],
    words: (typeof diffMessages)["gain"],
  ) =>
    people > 0 && (
      <span className="role-diff-change">
        <strong>{t(words, { people: grouped(people), records: grouped(records) })}</strong>
        <span className="muted">
          {samples
            .map((sample) => sample.title ?? t(diffMessages.unseen))
            .join(language === "zh-CN" ? "、" : ", ")}
        </span>
      </span>
    );
  return (
    <DataTable
      label={t(diffMessages.records)}
      rows={rows}
      rowKey={(row) => `${row.object} ${row.action}`}
      columns={[
        {
          key: "object",
          title: t(diffMessages.object),
          render: (row) => (
            <span className="role-diff-action">
              {of(objects.get(row.object)?.label, row.object)} · {t(actionLabels[row.action])}
            </span>
          ),
        },
        {
          key: "gain",
          title: t(diffMessages.gained),
          render: (row) =>
            change(row.people_gaining, row.records_gained, row.samples.gained, diffMessages.gain),
        },
        {
          key: "lose",
          title: t(diffMessages.lost),
          render: (row) => change(row.people_losing, row.records_lost, row.samples.lost, diffMessages.lose),
        },
        {
          key: "people",
          title: t(diffMessages.most),
          render: (row) => (
            <span className="role-diff-change">
              {row.people.slice(0, 3).map((person) => (
                <span key={person.id} className="num">
                  {person.name} {person.gained > 0 && `+${grouped(person.gained)}`}{" "}
                  {person.lost > 0 && `−${grouped(person.lost)}`}
                </span>
              ))}
            </span>
          ),
        },
      ]}
    />
  );
}

function OtherChanges({ diff }: { readonly diff: RoleDiff }) {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const objectName = (name: string) => of(objects.get(name)?.label, name);
  const fieldName = (object: string, field: string) => of(objects.get(object)?.byName[field]?.label, field);
  const right = (name: string) =>
    t(
      name === "hidden"
        ? diffMessages.hidden
        : name === "mask"
          ? diffMessages.mask
          : name === "read"
            ? diffMessages.read
            : diffMessages.edit,
    );
  const lines = [
    ...diff.create.map((one) => ({
      key: `create ${one.object}`,
      text: t(one.gaining > 0 ? diffMessages.createGain : diffMessages.createLose, {
        object: objectName(one.object),
        people: grouped(one.gaining || one.losing),
      }),
    })),
    ...diff.fields.map((one) => ({
      key: `field ${one.object} ${one.field} ${one.before} ${one.after}`,
      text: t(diffMessages.field, {
        object: objectName(one.object),
        field: fieldName(one.object, one.field),
        before: right(one.before),
        after: right(one.after),
        people: grouped(one.people),
      }),
    })),
    ...diff.abilities.map((one) => ({
      key: `ability ${one.ability}`,
      text: t(one.gaining > 0 ? diffMessages.abilityGain : diffMessages.abilityLose, {
        ability: of(one.label, one.ability),
        people: grouped(one.gaining || one.losing),
      }),
    })),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className="role-diff-lines">
      {lines.map((line) => (
        <li key={line.key}>{line.text}</li>
      ))}
    </ul>
  );
}
