import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { useSettled } from "../../../ui/data/duplicates.ts";
import { searchAll } from "../../../ui/data/lookups.ts";
import { useObjects } from "../../../ui/data/objects.ts";
import { useMe } from "../../../ui/data/session.ts";
import { recordPath } from "../../../ui/field/LinkCell.tsx";
import { Icon, type IconName, objectIcon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { useShade } from "../../../ui/kit/shade.tsx";
import { useModules } from "../../../ui/record/panels.tsx";
import { recordTexts } from "../../../ui/record/record.messages.ts";
import { settingsOf } from "../settings/settings-entries.ts";
import { navigationOf } from "./navigation.ts";
import { shellTexts } from "./shell.messages.ts";
import { useChangeLanguage } from "./use-change-language.ts";
import { useCreatable } from "./use-creatable.ts";

interface Entry {
  readonly key: string;
  readonly group: string;
  readonly icon: IconName;
  readonly text: string;
  readonly note?: string | undefined;
  readonly run: () => void;
}

/** Records, actions and pages by any part of their name. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t, of } = useLanguage();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const objects = useObjects();
  const navigate = useNavigate();
  const settled = useSettled(text.trim(), 160);
  const found = useQuery({ queryKey: ["search", settled], enabled: settled !== "", queryFn: ({ signal }) => searchAll(settled, signal), retry: false });
  const commands = useCommands();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const entries = useMemo<readonly Entry[]>(() => {
    const wanted = text.trim().toLowerCase();
    const records = (wanted && settled === text.trim() ? (found.data ?? []) : []).map((record) => ({
      key: `${record.object}${record.id}`,
      group: t(shellTexts.records),
      icon: objectIcon(objects.get(record.object)?.icon),
      text: record.title,
      note: record.subtitle ?? of(objects.get(record.object)?.label),
      run: () => void navigate(recordPath(record.object, record.id)),
    }));
    const fitting = commands.filter((command) => !wanted || command.text.toLowerCase().includes(wanted));
    return [...records, ...fitting.slice(0, wanted ? 12 : 30)];
  }, [text, settled, found.data, commands, objects, navigate, t, of]);
  const chosen = Math.min(at, entries.length - 1);
  const run = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step) {
      event.preventDefault();
      const next = (chosen + step + entries.length) % Math.max(1, entries.length);
      setAt(next);
      list.current?.querySelector(`#palette-${next}`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(entries[chosen]);
    }
  };
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t(shellTexts.search)}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className="palette-box" onKeyDown={onKeyDown}>
        <label className="palette-input">
          <Icon name="search" />
          <input
            autoFocus
            role="combobox"
            aria-expanded
            aria-controls="palette-list"
            aria-activedescendant={`palette-${chosen}`}
            aria-label={t(shellTexts.searchLong)}
            placeholder={t(shellTexts.searchLong)}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setAt(0);
            }}
          />
          <span className="kbd">Esc</span>
        </label>
        <div className="palette-list" id="palette-list" role="listbox" ref={list}>
          {entries.map((entry, place) => (
            <div key={entry.key}>
              {entry.group !== entries[place - 1]?.group && <div className="palette-group">{entry.group}</div>}
              <div
                id={`palette-${place}`}
                role="option"
                aria-selected={place === chosen}
                className="palette-item"
                onPointerMove={() => setAt(place)}
                onClick={() => run(entry)}
              >
                <Icon name={entry.icon} />
                <span className="clip grow">{entry.text}</span>
                {entry.note && <span className="muted clip">{entry.note}</span>}
              </div>
            </div>
          ))}
          {entries.length === 0 && <p className="palette-none">{found.isFetching ? "…" : t(shellTexts.nothingFound, { text: text.trim() })}</p>}
        </div>
        <footer className="palette-foot muted">{t(shellTexts.searchHint)}</footer>
      </div>
    </dialog>
  );
}

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
  const actions = t(shellTexts.actions);
  const pages = t(shellTexts.pages);
  return [
    ...items.map((object): Entry => ({
      key: `new-${object.name}`,
      group: actions,
      icon: "plus",
      text: t(recordTexts.create, { object: of(object.label) }),
      run: () => create(object.name),
    })),
    { key: "shade", group: actions, icon: shade === "light" ? "moon" : "sun", text: t(shade === "light" ? shellTexts.dark : shellTexts.light), run: toggle },
    { key: "language", group: actions, icon: "globe", text: t(shellTexts.language), run: changeLanguage },
    ...navigationOf(objects, modules, me).flatMap((group) =>
      group.items.map((item): Entry => ({ key: item.to, group: pages, icon: item.icon, text: of(item.label), run: () => void navigate(item.to) })),
    ),
    ...settingsOf(modules, me).map((entry): Entry => ({
      key: entry.path,
      group: pages,
      icon: entry.icon,
      text: `${t(shellTexts.settings)} · ${of(entry.label)}`,
      run: () => void navigate(`/settings/${entry.path}`),
    })),
  ];
}
