import type { CSSProperties } from "react";
import { hueOf } from "./colors.ts";
import * as styles from "./Avatar.module.css";

/** A person in a circle of his own hue: the last two characters of a Chinese name, else the first letters. */
export function Avatar({ name }: { readonly name: string }) {
  return (
    <span
      className={styles.face}
      data-part="face"
      style={{ "--hue": hueOf(name) } as CSSProperties}
      // Drawn, not written: whoever listens hears the name that stands beside it, not a part of it.
      data-letters={lettersOf(name)}
      aria-hidden
    />
  );
}

/** @example lettersOf("欧阳晓") // "阳晓"; lettersOf("Mary Anne Lee") // "ML"; lettersOf("jo@example.com") // "J" */
export function lettersOf(name: string): string {
  const han = [...name].filter((character) => /\p{Script=Han}/u.test(character));
  if (han.length > 0) return han.slice(-2).join("");
  const words = name.split(/[\s._@-]+/u).filter(Boolean);
  const [first = "", last = ""] = [words[0], name.includes("@") || words.length < 2 ? "" : words.at(-1)];
  return `${[...first].at(0) ?? ""}${[...last].at(0) ?? ""}`.toUpperCase();
}
