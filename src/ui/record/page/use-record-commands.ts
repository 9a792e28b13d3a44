import { useMemo } from "react";
import { useRecent } from "../../data/recents.ts";
import { idOf, textValue } from "../../data/values.ts";
import { recordPath } from "../../field/LinkCell.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { type PageCommand, usePageCommands } from "../../kit/page-commands.ts";
import { useCopy } from "../../kit/use-copy.ts";
import type { RecordPanelProps } from "../../slots/record-page.ts";
import { followMessages } from "../follow.messages.ts";
import { useFollowToggle } from "../FollowStar.tsx";
import { recordScreenMessages } from "../record.messages.ts";

/** Remembers that a record is looked at, and gives the palette what can be done with it. */
export function useRecordCommands({ object, record, asOf }: RecordPanelProps, log: () => void): void {
  const { t } = useLanguage();
  const copy = useCopy();
  const id = idOf(record);
  const { mayFollow, isFollowed, toggle } = useFollowToggle(object, id);
  useRecent(object.name, id, textValue(record[object.title]));
  const commands = useMemo<readonly PageCommand[]>(
    () => [
      ...(asOf === null
        ? [{ key: "log", icon: "message" as const, text: t(recordScreenMessages.logIt), run: log }]
        : []),
      ...(asOf === null && mayFollow
        ? [
            {
              key: "follow",
              icon: "star" as const,
              text: t(isFollowed ? followMessages.unfollow : followMessages.follow),
              run: toggle,
            },
          ]
        : []),
      {
        key: "copy-link",
        icon: "copy",
        text: t(recordScreenMessages.duplicate),
        run: () =>
          void copy(`${location.origin}${recordPath(object.name, id)}`, t(recordScreenMessages.copied)),
      },
    ],
    [object.name, id, asOf, log, copy, t, mayFollow, isFollowed, toggle],
  );
  usePageCommands(commands);
}
