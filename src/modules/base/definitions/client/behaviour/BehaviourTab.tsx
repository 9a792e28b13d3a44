import { useQuery } from "@tanstack/react-query";
import {
  type Behaviour,
  type Conflict,
  readBehaviour,
} from "../../../../../shared/wire/behaviour.contract.ts";
import type { ObjectInfo } from "../../../../../ui/data/objects.ts";
import { useObjects } from "../../../../../ui/data/objects.ts";
import { call } from "../../../../../ui/data/call.ts";
import { DataTable } from "../../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../../ui/kit/QueryResult.tsx";
import { Registries } from "./Registries.tsx";
import { behaviourMessages } from "./behaviour.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as chipStyles from "../../../../../ui/kit/chip.module.css";

/**
 * Everything that runs when records of an object are saved, in order, and what stands in each other's way.
 */
export function BehaviourTab({ object }: { readonly object: ObjectInfo }) {
  const { t } = useLanguage();
  const answer = useQuery({
    queryKey: ["behaviour", object.name],
    queryFn: ({ signal }) => call(readBehaviour, { params: { object: object.name }, signal }),
  });
  return (
    <div className={base.stack}>
      <p className={base.muted}>{t(behaviourMessages.lead)}</p>
      <QueryResult query={answer}>
        {({ data, conflicts, registries }) => (
          <>
            <Conflicts object={object} conflicts={conflicts} behaviours={data} />
            <BehaviourTable object={object} rows={data} />
            <Registries object={object} registries={registries} />
          </>
        )}
      </QueryResult>
    </div>
  );
}

function BehaviourTable({
  object,
  rows,
}: {
  readonly object: ObjectInfo;
  readonly rows: readonly Behaviour[];
}) {
  const { t, of } = useLanguage();
  const words = useWords(object);
  return (
    <DataTable
      label={t(behaviourMessages.title)}
      rows={rows}
      rowKey={(row) => `${row.order}`}
      columns={[
        {
          key: "order",
          title: t(behaviourMessages.order),
          width: 64,
          render: (row) => <span className={`${base.num} ${base.muted}`}>{row.order}</span>,
        },
        {
          key: "kind",
          title: t(behaviourMessages.kind),
          width: 96,
          render: (row) => (
            <span className={`${chipStyles.chip} ${chipStyles.chipPlain}`}>
              {t(behaviourMessages[row.kind])}
            </span>
          ),
        },
        {
          key: "what",
          title: t(behaviourMessages.what),
          render: (row) => (
            <>
              <span title={row.name}>{of(row.label, row.name)}</span>
              {row.subscriber && <Standing subscriber={row.subscriber} />}
            </>
          ),
        },
        {
          key: "reads",
          title: t(behaviourMessages.reads),
          render: (row) => (
            <span className={base.muted}>
              {row.reads.length > 0 ? words(row.reads) : t(behaviourMessages.whole)}
            </span>
          ),
        },
        {
          key: "writes",
          title: t(behaviourMessages.writes),
          render: (row) => words(row.writes) || <span className={base.muted}>—</span>,
        },
      ]}
    />
  );
}

/** How a subscriber takes changes, and where it stands in the log. */
function Standing({ subscriber }: { readonly subscriber: NonNullable<Behaviour["subscriber"]> }) {
  const { t } = useLanguage();
  const { set_wise, behind, failed, position } = subscriber;
  const said = [
    t(set_wise ? behaviourMessages.setWise : behaviourMessages.oneByOne),
    behind > 0
      ? t(behaviourMessages.behind, { count: behind })
      : t(behaviourMessages.upToDate, { number: position }),
    ...(failed > 0 ? [t(behaviourMessages.failed, { count: failed })] : []),
  ];
  return <div className={base.note}>{said.join(" · ")}</div>;
}

interface ConflictsProps {
  readonly object: ObjectInfo;
  readonly conflicts: readonly Conflict[];
  readonly behaviours: readonly Behaviour[];
}
function Conflicts({ object, conflicts, behaviours }: ConflictsProps) {
  const { t, of, language } = useLanguage();
  const words = useWords(object);
  if (conflicts.length === 0) return <p className={base.note}>{t(behaviourMessages.none)}</p>;
  const nameOf = (name: string): string => {
    const known = behaviours.find((one) => one.name === name);
    return known ? of(known.label, name) : name;
  };
  return (
    <div className={`${base.note} ${base.noteError}`} role="alert">
      <strong>{t(behaviourMessages.conflicts)}</strong>
      <ul>
        {conflicts.map(({ kind, names, field }) => (
          <li key={`${kind} ${names.join(" ")} ${field ?? ""}`}>
            {t(behaviourMessages[kind], {
              field: field ? words([field]) : "",
              names: names.map(nameOf).join(language === "en" ? ", " : "、"),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Fields and objects by their labels. */
function useWords(object: ObjectInfo): (places: readonly string[]) => string {
  const { of, language } = useLanguage();
  const objects = useObjects();
  const one = (place: string): string => {
    const own = object.byName[place];
    if (own) return of(own.label, place);
    const [first = "", second = ""] = place.split(".");
    const other = objects.get(first);
    if (other)
      return second
        ? `${of(other.label, first)} · ${of(other.byName[second]?.label ?? {}, second)}`
        : of(other.label, first);
    const link = object.byName[first];
    return link && second ? `${of(link.label, first)} · ${second}` : place;
  };
  return (places) => places.map(one).join(language === "en" ? ", " : "、");
}
