/** Reads of the past do not change while one looks: live updates leave them alone. */
export const isPastKey = (key: readonly unknown[]): boolean =>
  key[0] === "record"
    ? typeof key[3] === "string" && /^\d{4}-/.test(key[3])
    : key.some(
        (part) =>
          typeof part === "object" &&
          part !== null &&
          "as_of" in part &&
          typeof part.as_of === "string" &&
          part.as_of !== "",
      );
