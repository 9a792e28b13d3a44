import { type MouseEvent, useCallback } from "react";
import type { Values } from "../../shared/metadata/object.ts";
import { useFollow } from "../data/follows.ts";
import type { ObjectInfo } from "../data/objects.ts";
import { idOf } from "../data/values.ts";
import { Icon } from "../kit/Icon.tsx";
import { useLanguage } from "../kit/language.tsx";
import { useTell } from "../kit/use-tell.tsx";
import { followMessages } from "./follow.messages.ts";
import * as styles from "./FollowStar.module.css";

export interface FollowStarProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  /** In a row: small, and there only under the pointer or when it is on. */
  readonly quiet?: boolean;
}
/** Follows a record, or leaves off. */
export function FollowStar({ object, record, quiet = false }: FollowStarProps) {
  const { t } = useLanguage();
  const { mayFollow, isFollowed, toggle } = useFollowToggle(object, idOf(record));
  if (!mayFollow) return null;
  const words = t(isFollowed ? followMessages.unfollow : followMessages.follow);
  const press = (event: MouseEvent) => {
    event.stopPropagation();
    toggle();
  };
  return (
    <button
      type="button"
      className={styles.star}
      data-quiet={quiet || undefined}
      aria-pressed={isFollowed}
      aria-label={t(followMessages.follow)}
      title={words}
      tabIndex={quiet ? -1 : undefined}
      onClick={press}
    >
      <Icon name="star" size={quiet ? 14 : 17} />
    </button>
  );
}

/** The same from a star or the palette: says once what following brings. */
export function useFollowToggle(object: ObjectInfo, record: string) {
  const { t } = useLanguage();
  const tell = useTell();
  const { mayFollow, isFollowed, change } = useFollow(object, record);
  const { mutate, isPending } = change;
  const told = object.stageField ? followMessages.followed : followMessages.followedWithoutStage;
  const toggle = useCallback(() => {
    if (isPending) return;
    mutate(!isFollowed, {
      onSuccess: (_, on) => on && tell.done(t(told)),
      onError: tell.failed,
    });
  }, [mutate, isPending, isFollowed, tell, t, told]);
  return { mayFollow, isFollowed, toggle };
}
