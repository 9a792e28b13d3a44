import * as styles from "./Avatar.module.css";

/** A person's initial in a circle: the last character of a Chinese name, else the first letters. */
export function Avatar({ name }: { readonly name: string }) {
  const chinese = /[\u4e00-\u9fff]/.test(name);
  const letters = chinese
    ? name.slice(-1)
    : name
        .split(/\s+/)
        .map((part) => part.slice(0, 1))
        .slice(0, 2)
        .join("")
        .toUpperCase();
  return (
    <span className={styles.face} data-part="face" aria-hidden>
      {letters}
    </span>
  );
}
