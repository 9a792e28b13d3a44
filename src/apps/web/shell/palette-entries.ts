import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { searchAll } from "../../../ui/data/lookups.ts";
import { useObjects } from "../../../ui/data/objects.ts";
import { recentsOf } from "../../../ui/data/recents.ts";
import { useMe } from "../../../ui/data/session.ts";
import { recordPath } from "../../../ui/field/LinkCell.tsx";
import { type IconName, objectIcon } from "../../../ui/kit/Icon.tsx";
import { kitMessages } from "../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { useOfferedCommands } from "../../../ui/kit/page-commands.ts";
import { useShade } from "../../../ui/kit/shade.tsx";
import { useDebounced } from "../../../ui/kit/use-debounced.ts";
import { useModules } from "../../../ui/record/panels.tsx";
import { recordScreenMessages } from "../../../ui/record/record.messages.ts";
import { settingsActions, settingsOf } from "../settings/settings-entries.ts";
import { navigationOf } from "./navigation.ts";
import { shellMessages } from "./shell.messages.ts";
import { useChangeLanguage } from "./use-change-language.ts";
import { useCreatable } from "./use-creatable.ts";
import { useGuideEntries } from "./use-guide-entries.ts";

export interface Entry {
  readonly key: string;
  readonly group: string;
  readonly icon: IconName;
  readonly text: string;
  readonly note?: string | undefined;
  readonly run: () => void;
}

/**
 * Records that the text finds, then actions and pages that it names. With a past day on the page the records
 * open as of that day; what is searched is their text of today.
 */
export function useEntries(text: string): {
  readonly entries: readonly Entry[];
  readonly searching: boolean;
  readonly asOf: string | null;
} {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const navigate = useNavigate();
  const asOf = useSearchParams()[0].get("as_of");
  const wanted = text.trim();
  const settled = useDebounced(wanted, 160);
  const found = useQuery({
    queryKey: ["search", settled],
    enabled: settled !== "",
    queryFn: ({ signal }) => searchAll(settled, signal),
    retry: false,
  });
  const commands = useCommands();
  const guide = useGuideEntries(settled);
  const onPage = usePageEntries();
  const recents = useRecentEntries();
  const entries = useMemo<readonly Entry[]>(() => {
    const records = (wanted && settled === wanted ? (found.data ?? []) : []).map((record) => ({
      key: `${record.object}${record.id}`,
      group: t(shellMessages.records),
      icon: objectIcon(objects.get(record.object)?.icon),
      text: record.title,
      note: record.subtitle ?? of(objects.get(record.object)?.label),
      run: () =>
        void navigate(
          recordPath(record.object, record.id) + (asOf ? `?as_of=${encodeURIComponent(asOf)}` : ""),
        ),
    }));
    const fits = ({ text }: Entry) => text.toLowerCase().includes(wanted.toLowerCase());
    return wanted
      ? [...onPage.filter(fits), ...records, ...commands.filter(fits).slice(0, 12), ...guide]
      : [...onPage, ...recents, ...commands.slice(0, 30)];
  }, [wanted, settled, found.data, commands, guide, onPage, recents, objects, navigate, t, of, asOf]);
  return { entries, searching: found.isFetching, asOf };
}

/** What can be done with what is shown. */
function usePageEntries(): readonly Entry[] {
  const { t } = useLanguage();
  return useOfferedCommands().map((command) => ({
    ...command,
    group: command.about || t(shellMessages.onRecord),
  }));
}

/** What was looked at last, as far as its object is still there. */
function useRecentEntries(): readonly Entry[] {
  const { t, of } = useLanguage();
  const navigate = useNavigate();
  const objects = useObjects();
  const { user } = useMe();
  return recentsOf(user.id)
    .filter(({ object }) => objects.has(object))
    .slice(0, RECENTS)
    .map(({ object, id, title }) => ({
      key: `recent-${id}`,
      group: t(shellMessages.recent),
      icon: objectIcon(objects.get(object)?.icon),
      text: title,
      note: of(objects.get(object)?.label),
      run: () => void navigate(recordPath(object, id)),
    }));
}
const RECENTS = 6;

/** What can be done and where one can go. */
function useCommands(): readonly Entry[] {
  const { t, of } = useLanguage();
  const navigate = useNavigate();
  const me = useMe();
  const objects = useObjects();
  const modules = useModules();
  const { toggle, shade } = useShade();
  const changeLanguage = useChangeLanguage();
  const { items, create } = useCreatable();
  const actions = t(shellMessages.actions);
  const pages = t(shellMessages.pages);
  return [
    ...items.map((object): Entry => ({
      key: `new-${object.name}`,
      group: actions,
      icon: "plus",
      text: t(recordScreenMessages.create, { object: of(object.label) }),
      run: () => create(object.name),
    })),
    ...settingsActions(modules, me, objects).map(({ key, icon, label, to }): Entry => ({
      key,
      group: actions,
      icon,
      text: of(label),
      run: () => void navigate(to),
    })),
    {
      key: "shade",
      group: actions,
      icon: shade === "light" ? "moon" : "sun",
      text: t(shade === "light" ? kitMessages.dark : kitMessages.light),
      run: toggle,
    },
    { key: "language", group: actions, icon: "globe", text: t(kitMessages.language), run: changeLanguage },
    ...navigationOf(objects, modules, me).flatMap((group) =>
      group.items.map((item): Entry => ({
        key: item.to,
        group: pages,
        icon: item.icon,
        text: of(item.label),
        run: () => void navigate(item.to),
      })),
    ),
    ...settingsOf(modules, me).map((entry): Entry => ({
      key: entry.path,
      group: pages,
      icon: entry.icon,
      text: `${t(shellMessages.settings)} · ${of(entry.label)}`,
      run: () => void navigate(`/settings/${entry.path}`),
    })),
  ];
}
